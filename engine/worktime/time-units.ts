export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const dayMinutes = 24 * 60

/** Farthest due moment: an amount that is not worked off ten years after its start has no due moment. */
export const horizonMs = 3653 * dayMs
