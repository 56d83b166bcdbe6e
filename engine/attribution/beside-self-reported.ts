import type { Interval } from '../stats/interval.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'

/** One won deal (or lead): the label tracking gave it, and the one the buyer named when asked; null when not known. */
export type Answer = {
  readonly tracked: string | null
  readonly selfReported: string | null
  /** How many of them there are; 1 when nothing is said. */
  readonly count?: number
}

export type BesideSelfReported = {
  /** Answers with both sources known, and how many of them agree. */
  readonly both: number
  readonly agreeing: number
  readonly agreement: (Interval & { readonly share: number }) | null
  readonly unanswered: number
  readonly untracked: number
  readonly labels: readonly {
    readonly label: string
    readonly tracked: number
    readonly selfReported: number
    readonly both: number
    /** Named by buyers but tracked as something else, or not at all: what tracking does not see. */
    readonly onlySelfReported: number
    readonly onlyTracked: number
  }[]
}

/** The tracked source beside what buyers say themselves. Neither is the truth: tracking misses what leaves no click, memory what is small. */
export function besideSelfReported(answers: readonly Answer[]): BesideSelfReported {
  const countOf = (fits: (answer: Answer) => boolean): number =>
    answers.reduce((sum, answer) => (fits(answer) ? sum + (answer.count ?? 1) : sum), 0)
  const known = countOf(({ tracked, selfReported }) => tracked !== null && selfReported !== null)
  const agreeing = countOf(({ tracked, selfReported }) => tracked !== null && tracked === selfReported)
  const interval = wilsonInterval(agreeing, known)
  const names = new Set(
    answers.flatMap(({ tracked, selfReported }) => [tracked, selfReported]).filter((name) => name !== null),
  )
  const labels = [...names]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((label) => {
      const tracked = countOf((answer) => answer.tracked === label)
      const selfReported = countOf((answer) => answer.selfReported === label)
      const both = countOf((answer) => answer.tracked === label && answer.selfReported === label)
      return { label, tracked, selfReported, both, onlySelfReported: selfReported - both, onlyTracked: tracked - both }
    })
  return {
    both: known,
    agreeing,
    agreement: interval === null ? null : { share: agreeing / known, ...interval },
    unanswered: countOf(({ selfReported }) => selfReported === null),
    untracked: countOf(({ tracked }) => tracked === null),
    labels,
  }
}
