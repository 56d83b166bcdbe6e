export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const dayMinutes = 24 * 60

/** Farthest due moment: an amount that is not worked off ten years after its start has no due moment. */
export const horizonMs = 3653 * dayMs

/** Working time and zone offsets are worked out and remembered by fixed stretches of this many UTC days. */
export const windowDays = 128
export const windowMs = windowDays * dayMs
