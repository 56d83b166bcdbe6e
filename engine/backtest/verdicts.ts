import type { CompiledAgreement } from '../agreement/compiled.ts'
import { type Cells, cellsOf } from './cells.ts'
import { matureOf } from './mature.ts'
import type { Qualification } from './qualify-all.ts'
import type { ScoreTrack } from './score-track.ts'

/** How one agreement scores and qualifies the people of a history. */
export type Scored = { agreement: CompiledAgreement; track: ScoreTrack; qualification: Qualification }

/** Two agreements over the same history, and the leads that are asked about. */
export type ScoredPair = {
  draft: Scored
  inForce: Scored
  /** By index into the history's people, in order. */
  cohort: Uint32Array
  fromMs: number
  toMs: number
  untilMs: number
}

/** What the three worlds say of each lead of the cohort, by place in it. */
export type Verdicts = {
  cohort: Uint32Array
  inDraft: Uint8Array
  inForce: Uint8Array
  really: Uint8Array
  isWon: Uint8Array
  isMature: Uint8Array
  cells: Cells
  cell: Uint32Array
  cents: Float64Array
  currency: string | null
  maturityDays: number | null
}

/** A number of the lead's own, by place in the cohort. */
export function column(cohort: Uint32Array, of: (person: number) => number): Uint8Array {
  return Uint8Array.from(cohort, of)
}

/** The currency in which most won leads of the cohort have their amount: an index into the track's. */
function usualCurrency({ wonCents, wonCurrency, currencies }: ScoreTrack, cohort: Uint32Array): number {
  const counts = currencies.map(() => 0)
  for (const person of cohort) {
    const currency = wonCurrency[person] ?? 0
    if (!Number.isNaN(wonCents[person] ?? Number.NaN)) counts[currency] = (counts[currency] ?? 0) + 1
  }
  const names = currencies.map((name) => name ?? '')
  return (
    [...counts.keys()].sort(
      (a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1),
    )[0] ?? 0
  )
}

/** What two agreements and the record say of each lead of a cohort. */
export function verdictsOf({ draft, inForce, cohort, untilMs }: ScoredPair): Verdicts {
  const { track } = draft
  const { history, wonAt, wonCents } = track
  const isSet = (values: Float64Array) => (person: number) => (Number.isNaN(values[person] ?? Number.NaN) ? 0 : 1)
  const currency = usualCurrency(track, cohort)
  const { isMature, maturityDays } = matureOf(track, cohort, untilMs)
  const cells = cellsOf(track)
  return {
    cohort,
    inDraft: column(cohort, isSet(draft.qualification.at)),
    inForce: column(cohort, isSet(inForce.qualification.at)),
    really: column(cohort, isSet(history.reallyQualifiedAt)),
    isWon: column(cohort, isSet(wonAt)),
    isMature,
    cells,
    cell: Uint32Array.from(cohort, (person) => cells.ofPlace[track.place[person] ?? 0] ?? 0),
    // Money of several currencies does not add up: that of the fewer is left out.
    cents: Float64Array.from(cohort, (person) =>
      track.wonCurrency[person] === currency ? (wonCents[person] ?? Number.NaN) : Number.NaN,
    ),
    currency: track.currencies[currency] ?? null,
    maturityDays,
  }
}
