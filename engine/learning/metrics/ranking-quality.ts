import { type GainCurve, positivesWithin } from './gain-curve.ts'

/**
 * P(a positive scores above a negative) + half of P(they tie): the area under the ROC curve, from 0 to 1.
 * Null without both outcomes. Mann & Whitney 1947; Hanley & McNeil 1982.
 */
export function auc({ taken, found, rows, positives }: GainCurve): number | null {
  const negatives = rows - positives
  if (positives === 0 || negatives === 0) return null
  let area = 0
  for (let i = 1; i < taken.length; i += 1) {
    const newPositives = (found[i] ?? 0) - (found[i - 1] ?? 0)
    const newNegatives = (taken[i] ?? 0) - (taken[i - 1] ?? 0) - newPositives
    area += newNegatives * ((found[i - 1] ?? 0) + newPositives / 2)
  }
  return area / (positives * negatives)
}

/** Kolmogorov-Smirnov distance: the largest gap between the share of positives and of negatives above a score. Null without both. */
export function ksDistance({ taken, found, rows, positives }: GainCurve): number | null {
  const negatives = rows - positives
  if (positives === 0 || negatives === 0) return null
  let widest = 0
  for (let i = 1; i < taken.length; i += 1) {
    const above = found[i] ?? 0
    widest = Math.max(widest, Math.abs(above / positives - ((taken[i] ?? 0) - above) / negatives))
  }
  return widest
}

/** Share of all positives found in the best `share` of the rows, ties averaged. Null without positives. */
export function cumulativeGain(curve: GainCurve, share: number): number | null {
  return curve.positives === 0 ? null : positivesWithin(curve, share) / curve.positives
}

/** How many times the base rate the best `share` of the rows brings, ties averaged. Null without positives or for no share. */
export function liftAt(curve: GainCurve, share: number): number | null {
  return curve.positives === 0 || !(share > 0) ? null : positivesWithin(curve, share) / curve.positives / share
}

/** Area under the curve of cumulative gain by trapezoids (ALIFT of Moro, Cortez & Rita 2014): .5 by chance. Null without positives. */
export function alift({ taken, found, rows, positives }: GainCurve): number | null {
  if (positives === 0) return null
  let area = 0
  for (let i = 1; i < taken.length; i += 1) {
    area += (((taken[i] ?? 0) - (taken[i - 1] ?? 0)) * ((found[i] ?? 0) + (found[i - 1] ?? 0))) / 2
  }
  return area / (rows * positives)
}
