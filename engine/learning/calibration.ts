import { sigmoid } from './sigmoid.ts'

/** How a model's log-odds become a probability. Plain JSON, part of a stored model. */
export type Calibration =
  | { readonly kind: 'none' }
  /** sigmoid(slope x logOdds + shift). */
  | { readonly kind: 'platt'; readonly slope: number; readonly shift: number }
  /** Rising steps: straight between the given log-odds, level outside them. */
  | { readonly kind: 'isotonic'; readonly logOdds: readonly number[]; readonly probabilities: readonly number[] }

/** The probability that log-odds stand for. */
export function calibrate(calibration: Calibration, logOdds: number): number {
  switch (calibration.kind) {
    case 'none':
      return sigmoid(logOdds)
    case 'platt':
      return sigmoid(calibration.slope * logOdds + calibration.shift)
    case 'isotonic':
      return between(calibration.logOdds, calibration.probabilities, logOdds)
  }
}

function between(xs: readonly number[], ys: readonly number[], x: number): number {
  let low = 0
  let high = xs.length - 1
  if (x <= (xs[low] ?? 0)) return ys[low] ?? 0
  if (x >= (xs[high] ?? 0)) return ys[high] ?? 0
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((xs[middle] ?? 0) <= x) low = middle
    else high = middle
  }
  const [fromX = 0, toX = 0, fromY = 0, toY = 0] = [xs[low], xs[high], ys[low], ys[high]]
  return fromY + ((x - fromX) / (toX - fromX)) * (toY - fromY)
}
