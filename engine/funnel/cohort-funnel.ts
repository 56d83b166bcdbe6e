import { medianAndQuartiles, type Quartiles } from '../stats/median-and-quartiles.ts'
import { dayMs } from '../worktime/time-units.ts'
import { type Path, seenAt, standing } from './path.ts'
import { type Rate, rateOf } from './rate.ts'

export type FunnelStage<S extends string> = {
  readonly stage: S
  /** Leads that reached the stage or passed it. */
  readonly reached: number
  /** Of those, how many were never seen in it. */
  readonly inferred: number
  /** Share of the first stage, and of the stage before. For the first stage both are of itself. */
  readonly fromFirst: Rate
  readonly fromPrevious: Rate
  /** Days from the first stage until seen in this one, over those seen in both. Null when there are none. */
  readonly daysFromFirst: Quartiles | null
}

/**
 * A cohort by stage: how many reached each stage or passed it, with conversion from the first and from the previous stage,
 * and days taken. Who has not got there is left out of the days, so a young cohort looks fast: show its maturity beside it.
 * Source: domain.md 1.4, cohort conversion, skipped stages and velocity.
 */
export function cohortFunnel<S extends string>(stages: readonly S[], paths: readonly Path[]): FunnelStage<S>[] {
  const counts = stages.map((stage, i) => ({ stage, ...countStage(paths, i) }))
  const first = counts[0]?.reached ?? 0
  return counts.map(({ stage, reached, inferred }, i) => ({
    stage,
    reached,
    inferred,
    fromFirst: rateOf(reached, first),
    fromPrevious: rateOf(reached, counts[i - 1]?.reached ?? first),
    daysFromFirst: medianAndQuartiles(daysBetween(paths, 0, i)),
  }))
}

/** Days between being seen in one stage and in a later one, for the paths that were seen in both. */
export function daysBetween(paths: readonly Path[], from: number, to: number): number[] {
  const days: number[] = []
  for (const path of paths) {
    const start = seenAt(path, from)
    const end = seenAt(path, to)
    if (start !== null && end !== null) days.push((end - start) / dayMs)
  }
  return days
}

function countStage(paths: readonly Path[], stage: number): { reached: number; inferred: number } {
  let reached = 0
  let inferred = 0
  for (const path of paths) {
    const found = standing(path, stage)
    if (found !== 'not') reached += 1
    if (found === 'passed') inferred += 1
  }
  return { reached, inferred }
}
