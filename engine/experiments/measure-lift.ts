import { chiSquareSurvival } from '../stats/chi-square-survival.ts'
import { differenceInProportions } from '../stats/difference-in-proportions.ts'
import { holm } from '../stats/holm.ts'
import { type Interval, z95 } from '../stats/interval.ts'
import { twoSidedP } from '../stats/normal.ts'
import { sampleSize } from '../stats/sample-size.ts'
import { twoProportionTest } from '../stats/two-proportion-test.ts'

/** One outcome of one arm: how many of those in it had it, or what they spent (sum and sum of squares, any unit). */
export type ArmOutcome = { kind: 'count'; successes: number } | { kind: 'amount'; sum: number; sumOfSquares: number }
export type Arm = { name: string; n: number; outcome: ArmOutcome }

export type Lift = {
  name: string
  n: number
  /** Share of successes, or mean amount. */
  mean: number
  /** Mean of this arm less that of the control. */
  difference: number
  interval: Interval
  /** Difference over the control's mean; null when that is nought. */
  relative: number | null
  /** What the treatment brought in all: difference times those treated. */
  incremental: number
  incrementalInterval: Interval
  p: number
  /** The same, made stricter for the number of arms (Holm). */
  pAdjusted: number
}
export type LiftReport = {
  control: { name: string; n: number; mean: number }
  arms: Lift[]
  /** Chance of a split as uneven as this when arms were meant as planned; below .001 the assignment is broken. */
  splitP: number
  /** People needed in each arm to find a tenth more successes than the control's, 80 % of the time; null for amounts. */
  neededForATenth: number | null
}

/**
 * What a treatment changed, against a control nobody treated. Shares: Newcombe's interval and the pooled z test; amounts:
 * Welch's difference of means, normal, fit for arms of thirty and more. Assumes that chance alone chose the arms, which
 * `splitP` checks (planned shares, equal unless given). Null when there is no control or no other arm with anybody in it.
 */
export function measureLift(arms: readonly Arm[], control: string, plan?: readonly number[]): LiftReport | null {
  const base = arms.find((arm) => arm.name === control)
  const treated = arms.filter((arm) => arm !== base && arm.n > 0)
  if (base === undefined || base.n === 0 || treated.length === 0) return null
  const found = treated.flatMap((arm) => {
    const lift = compare(base, arm)
    return lift === null ? [] : [lift]
  })
  const adjusted = holm(found.map((lift) => lift.p))
  return {
    control: { name: base.name, n: base.n, mean: meanOf(base) },
    arms: found.map((lift, place) => ({ ...lift, pAdjusted: adjusted[place] ?? 1 })),
    splitP: splitP(arms, plan),
    neededForATenth: base.outcome.kind === 'count' ? sampleSize(meanOf(base), Math.min(1, meanOf(base) * 1.1)) : null,
  }
}

function meanOf({ n, outcome }: Arm): number {
  return (outcome.kind === 'count' ? outcome.successes : outcome.sum) / n
}

function compare(base: Arm, arm: Arm): Lift | null {
  const found = outcomeDifference(base, arm)
  if (found === null) return null
  const { difference, interval, p } = found
  const before = meanOf(base)
  return {
    name: arm.name,
    n: arm.n,
    mean: meanOf(arm),
    difference,
    interval,
    relative: before === 0 ? null : difference / before,
    incremental: difference * arm.n,
    incrementalInterval: { low: interval.low * arm.n, high: interval.high * arm.n },
    p,
    pAdjusted: p,
  }
}

function outcomeDifference(base: Arm, arm: Arm): { difference: number; interval: Interval; p: number } | null {
  if (base.outcome.kind === 'count' && arm.outcome.kind === 'count') {
    const counts = [base.outcome.successes, base.n, arm.outcome.successes, arm.n] as const
    const found = differenceInProportions(...counts)
    if (found === null) return null
    const { difference, low, high } = found
    return { difference, interval: { low, high }, p: twoProportionTest(...counts)?.p ?? 1 }
  }
  if (base.n < 2 || arm.n < 2) return null
  const error = Math.sqrt(varianceOf(base) / base.n + varianceOf(arm) / arm.n)
  const difference = meanOf(arm) - meanOf(base)
  const half = z95 * error
  return {
    difference,
    interval: { low: difference - half, high: difference + half },
    p: error > 0 ? twoSidedP(difference / error) : 1,
  }
}

/** Sample variance; a share is one of noughts and ones. */
function varianceOf({ n, outcome }: Arm): number {
  const sum = outcome.kind === 'count' ? outcome.successes : outcome.sum
  const squares = outcome.kind === 'count' ? outcome.successes : outcome.sumOfSquares
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1))
}

function splitP(arms: readonly Arm[], plan: readonly number[] | undefined): number {
  const shares = plan ?? arms.map(() => 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const all = arms.reduce((sum, arm) => sum + arm.n, 0)
  const chi = arms.reduce((sum, arm, place) => {
    const expected = (all * (shares[place] ?? 0)) / whole
    return expected > 0 ? sum + (arm.n - expected) ** 2 / expected : sum
  }, 0)
  return chiSquareSurvival(chi, arms.length - 1)
}
