export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const dayMinutes = 24 * 60

/** Farthest due moment: an amount that is not worked off ten years after its start has no due moment. */
export const horizonMs = 3653 * dayMs

/** No working time is known outside these instants: zone rules and holidays say nothing useful there. */
export const knownFromMs = Date.UTC(1900, 0, 1)
export const knownToMs = Date.UTC(2200, 0, 1)
