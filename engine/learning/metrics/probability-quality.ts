/** Mean squared distance of probabilities from outcomes (1 or 0): 0 is perfect. Null of nothing. Brier 1950. */
export function brierScore(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number | null {
  const n = probabilities.length
  let sum = 0
  for (let row = 0; row < n; row += 1) sum += ((probabilities[row] ?? 0) - (outcomes[row] ?? 0)) ** 2
  return n === 0 ? null : sum / n
}

// A probability of exactly 0 or 1 that is wrong costs 34.5 instead of everything.
const SMALLEST = 1e-15

/** Mean of -ln of the probability given to what happened (nats). Null of nothing. */
export function logLoss(probabilities: ArrayLike<number>, outcomes: ArrayLike<number>): number | null {
  const n = probabilities.length
  let sum = 0
  for (let row = 0; row < n; row += 1) {
    const p = probabilities[row] ?? 0
    sum -= Math.log(Math.max(SMALLEST, outcomes[row] === 1 ? p : 1 - p))
  }
  return n === 0 ? null : sum / n
}

/** Rows whose probability is in [from, to) (the last bin holds 1), what was said of them on average and what happened. */
export type CalibrationBin = {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly predicted: number | null
  readonly observed: number | null
}

/** Bins of equal width over 0 to 1. */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  count = 10,
): CalibrationBin[] {
  const n = new Float64Array(count)
  const said = new Float64Array(count)
  const happened = new Float64Array(count)
  for (let row = 0; row < probabilities.length; row += 1) {
    const p = probabilities[row] ?? 0
    const bin = Math.min(count - 1, Math.max(0, Math.floor(p * count)))
    n[bin] = (n[bin] ?? 0) + 1
    said[bin] = (said[bin] ?? 0) + p
    happened[bin] = (happened[bin] ?? 0) + (outcomes[row] ?? 0)
  }
  return Array.from(n, (rows, bin) => ({
    from: bin / count,
    to: (bin + 1) / count,
    n: rows,
    predicted: rows === 0 ? null : (said[bin] ?? 0) / rows,
    observed: rows === 0 ? null : (happened[bin] ?? 0) / rows,
  }))
}

/** Expected calibration error: the mean gap between said and happened over bins, weighted by rows. Null of nothing. */
export function calibrationError(bins: readonly CalibrationBin[]): number | null {
  const rows = bins.reduce((sum, { n }) => sum + n, 0)
  if (rows === 0) return null
  return (
    bins.reduce((sum, { n, predicted, observed }) => sum + n * Math.abs((predicted ?? 0) - (observed ?? 0)), 0) / rows
  )
}
