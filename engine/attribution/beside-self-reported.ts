import type { Interval } from '../stats/interval.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'

/** One won deal (or lead): the label tracking gave it, and the one the buyer named when asked; null when not known. */
export type Answer = { readonly tracked: string | null; readonly selfReported: string | null }

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
  const known = answers.filter(({ tracked, selfReported }) => tracked !== null && selfReported !== null)
  const agreeing = known.filter(({ tracked, selfReported }) => tracked === selfReported).length
  const interval = wilsonInterval(agreeing, known.length)
  const names = new Set(
    answers.flatMap(({ tracked, selfReported }) => [tracked, selfReported]).filter((name) => name !== null),
  )
  const labels = [...names]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((label) => {
      const tracked = answers.filter((answer) => answer.tracked === label).length
      const selfReported = answers.filter((answer) => answer.selfReported === label).length
      const both = answers.filter((answer) => answer.tracked === label && answer.selfReported === label).length
      return { label, tracked, selfReported, both, onlySelfReported: selfReported - both, onlyTracked: tracked - both }
    })
  return {
    both: known.length,
    agreeing,
    agreement: interval === null ? null : { share: agreeing / known.length, ...interval },
    unanswered: answers.filter(({ selfReported }) => selfReported === null).length,
    untracked: answers.filter(({ tracked }) => tracked === null).length,
    labels,
  }
}
