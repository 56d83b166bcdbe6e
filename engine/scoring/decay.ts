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

/** Points that fade at a pace of their own, as they stood with the others. */
export type Fading = { halfLifeMs: number; points: number }

/** The same after a while. */
export function fadingAt(fading: readonly Fading[], ageMs: number): Fading[] {
  return fading.map((each) => ({ ...each, points: faded(each.points, ageMs, each.halfLifeMs) }))
}

/** Engagement as it stood at one moment; `fading` is absent while every clause fades at the pace of its score. */
export type Engagement = { engagement: number; engagementAt: number; fading?: readonly Fading[] }

/** The points left at a moment: those of the score's pace, and those of each other. */
export function pointsAt({ engagement, engagementAt, fading }: Engagement, atMs: number, halfLifeMs: number): number {
  const ageMs = atMs - engagementAt
  const left = faded(engagement, ageMs, halfLifeMs)
  return fading === undefined
    ? left
    : fading.reduce((sum, each) => sum + faded(each.points, ageMs, each.halfLifeMs), left)
}
