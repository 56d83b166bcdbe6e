/**
 * Points left of `points` after `ageMs`, halving every `halfLifeMs`: `points * 2^(-age / halfLife)` (domain.md 4.2).
 * An age of zero or less leaves them whole.
 */
export function faded(points: number, ageMs: number, halfLifeMs: number): number {
  return ageMs <= 0 ? points : points * 2 ** (-ageMs / halfLifeMs)
}

/** `log2(points) + at / halfLife`: orders people by faded points, the same at every later moment. -Infinity for none. */
export function heatOf(points: number, atMs: number, halfLifeMs: number): number {
  return points <= 0 ? Number.NEGATIVE_INFINITY : Math.log2(points) + atMs / halfLifeMs
}
