import { kaplanMeierQuantile, type Wait } from '../stats/kaplan-meier.ts'
import { medianAndQuartiles, type Quartiles } from '../stats/median-and-quartiles.ts'
import { dayMs } from '../worktime/time-units.ts'
import { daysBetween } from './cohort-funnel.ts'
import { type Path, seenAt } from './path.ts'

export type StageVelocity = {
  /** Days taken by those who got there. */
  readonly days: Quartiles | null
  /** Days by which half of all get there, those still waiting counted fairly (Kaplan-Meier). Null while fewer than half have. */
  readonly medianOfAll: number | null
  readonly waiting: number
}

/**
 * Days from being seen in one stage to being seen in a later one. `asOfMs` (epoch ms) is until when one knows; who has not
 * arrived has waited that long. Source: domain.md 1.4, velocity of a stage.
 */
export function stageVelocity(paths: readonly Path[], from: number, to: number, asOfMs: number): StageVelocity {
  const waits: Wait[] = []
  for (const path of paths) {
    const start = seenAt(path, from)
    if (start === null || start > asOfMs) continue
    const end = seenAt(path, to)
    waits.push({ time: ((end ?? asOfMs) - start) / dayMs, hasHappened: end !== null })
  }
  return {
    days: medianAndQuartiles(daysBetween(paths, from, to)),
    medianOfAll: kaplanMeierQuantile(waits),
    waiting: waits.filter((wait) => !wait.hasHappened).length,
  }
}
