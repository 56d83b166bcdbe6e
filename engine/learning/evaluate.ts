import type { Interval } from '../stats/interval.ts'
import { z95 } from '../stats/interval.ts'
import { gainCurve } from './metrics/gain-curve.ts'
import {
  brierScore,
  type CalibrationBin,
  calibrationBins,
  calibrationError,
  logLoss,
} from './metrics/probability-quality.ts'
import { alift, auc, cumulativeGain, ksDistance, liftAt } from './metrics/ranking-quality.ts'

const GAIN_SHARES = Array.from({ length: 21 }, (_, twentieth) => twentieth / 20)

/** How good probabilities are; each null where it cannot be measured. */
export type ProbabilityQuality = {
  readonly brier: number | null
  readonly logLoss: number | null
  readonly calibrationError: number | null
}

/** How well a model did on rows it had not seen. Ranking is by log-odds, before calibration. */
export type Evaluation = ProbabilityQuality & {
  readonly auc: number | null
  /** 95 %, Hanley & McNeil 1982. */
  readonly aucInterval: Interval | null
  readonly ks: number | null
  readonly liftAt20: number | null
  readonly gainAt50: number | null
  readonly alift: number | null
  /** Share of the successes found in the best 0, 5, ... 100 % of the rows; empty without successes. */
  readonly gains: readonly number[]
  readonly calibrationBins: readonly CalibrationBin[]
  /** The same rows without calibration. */
  readonly uncalibrated: ProbabilityQuality
}

/** Measures log-odds and the probabilities made of them against outcomes (1 or 0). */
export function evaluate(
  logOdds: Float64Array,
  calibrated: Float64Array,
  uncalibrated: Float64Array,
  outcomes: ArrayLike<number>,
): Evaluation {
  const curve = gainCurve(logOdds, outcomes)
  const area = auc(curve)
  return {
    auc: area,
    aucInterval: area === null ? null : aucInterval(area, curve.positives, curve.rows - curve.positives),
    ks: ksDistance(curve),
    liftAt20: liftAt(curve, 0.2),
    gainAt50: cumulativeGain(curve, 0.5),
    alift: alift(curve),
    gains: GAIN_SHARES.flatMap((share) => cumulativeGain(curve, share) ?? []),
    ...quality(calibrated, outcomes),
    calibrationBins: calibrationBins(calibrated, outcomes),
    uncalibrated: quality(uncalibrated, outcomes),
  }
}

function quality(probabilities: Float64Array, outcomes: ArrayLike<number>): ProbabilityQuality {
  return {
    brier: brierScore(probabilities, outcomes),
    logLoss: logLoss(probabilities, outcomes),
    calibrationError: calibrationError(calibrationBins(probabilities, outcomes)),
  }
}

function aucInterval(area: number, positives: number, negatives: number): Interval {
  const q1 = area / (2 - area)
  const q2 = (2 * area * area) / (1 + area)
  const spread = area * (1 - area) + (positives - 1) * (q1 - area * area) + (negatives - 1) * (q2 - area * area)
  const half = z95 * Math.sqrt(Math.max(0, spread) / (positives * negatives))
  return { low: Math.max(0, area - half), high: Math.min(1, area + half) }
}
