import { rankRows } from './rank-rows.ts'

/**
 * Rows and positives taken from the top down, one point after each group of equal scores; the first point is 0, 0.
 * Within a group every order is equally likely, so the curve is straight there: that is how ties are averaged.
 */
export type GainCurve = {
  readonly taken: Float64Array
  readonly found: Float64Array
  readonly rows: number
  readonly positives: number
}

/** The curve of scores (any unit, higher is likelier) and outcomes (1 or 0). */
export function gainCurve(scores: ArrayLike<number>, outcomes: ArrayLike<number>): GainCurve {
  const order = rankRows(scores)
  const taken = [0]
  const found = [0]
  let positives = 0
  for (let i = 0; i < order.length; i += 1) {
    const row = order[i] ?? 0
    positives += outcomes[row] ?? 0
    if (i + 1 < order.length && scores[order[i + 1] ?? 0] === scores[row]) continue
    taken.push(i + 1)
    found.push(positives)
  }
  return { taken: Float64Array.from(taken), found: Float64Array.from(found), rows: order.length, positives }
}

/** Positives among the best `share` (0 to 1) of the rows, ties averaged. */
export function positivesWithin({ taken, found, rows }: GainCurve, share: number): number {
  const wanted = share * rows
  for (let i = 1; i < taken.length; i += 1) {
    const end = taken[i] ?? 0
    if (wanted > end) continue
    const start = taken[i - 1] ?? 0
    const before = found[i - 1] ?? 0
    return before + ((wanted - start) / (end - start)) * ((found[i] ?? 0) - before)
  }
  return found.at(-1) ?? 0
}
