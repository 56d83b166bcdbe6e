import type { CompiledAgreement } from '../agreement/compiled.ts'
import { rateOf } from '../funnel/rate.ts'
import type { RosterPerson } from '../routing/roster.ts'
import { acceptanceOf } from './acceptance.ts'
import { type Cells, cellsOf } from './cells.ts'
import { bestFirst, cutOffCurve } from './curves.ts'
import { type BacktestFigures, type LeadRows, NUMBERS, type NumberName } from './figures.ts'
import { GRADES } from './grades.ts'
import { REAL } from './history.ts'
import { loadOf } from './load.ts'
import { matureOf } from './mature.ts'
import { moneyOf } from './money.ts'
import { pairedDifference } from './paired-difference.ts'
import { judgePromises } from './promises.ts'
import type { Qualification } from './qualify-all.ts'
import type { ScoreTrack } from './score-track.ts'
import { silencesOf } from './silences.ts'
import type { Work } from './simulate-work.ts'
import { winsOf } from './wins.ts'

/** One agreement folded over the history. */
export type Side = { agreement: CompiledAgreement; track: ScoreTrack; qualification: Qualification; work: Work }

export type MeasureInput = {
  draft: Side
  inForce: Side
  /** By index into the history's people, in order. */
  cohort: Uint32Array
  roster: readonly RosterPerson[]
  fromMs: number
  toMs: number
  untilMs: number
  seed: number
}

export type Measured = { figures: BacktestFigures; rows: LeadRows }

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
function column(cohort: Uint32Array, of: (person: number) => number): Uint8Array {
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

function verdictsOf({ draft, inForce, cohort, untilMs }: MeasureInput): Verdicts {
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

function total(marks: Uint8Array, ...also: readonly Uint8Array[]): number {
  let n = 0
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1 && also.every((other) => other[i] === 1)) n += 1
  return n
}

function onlyIn(a: Uint8Array, b: Uint8Array): number {
  let n = 0
  for (let i = 0; i < a.length; i++) if (a[i] === 1 && b[i] !== 1) n += 1
  return n
}

function byGrade({ draft, inForce, cohort }: MeasureInput): BacktestFigures['byGrade'] {
  const counts = [draft, inForce].map(({ qualification }) => {
    const found = new Array<number>(GRADES.length).fill(0)
    for (const person of cohort) {
      const grade = qualification.grade[person] ?? 0
      if (!Number.isNaN(qualification.at[person])) found[grade] = (found[grade] ?? 0) + 1
    }
    return found
  })
  return GRADES.map((grade, index) => ({
    grade,
    draft: counts[0]?.[index] ?? 0,
    inForce: counts[1]?.[index] ?? 0,
  })).filter((each) => each.draft + each.inForce > 0)
}

function byClause({ draft, cohort }: MeasureInput): BacktestFigures['byClause'] {
  const counts = draft.agreement.qualifyRules.map(({ clause }) => ({ clause, draft: 0 }))
  for (const person of cohort) {
    const found = counts[draft.qualification.clause[person] ?? -1]
    if (found !== undefined) found.draft += 1
  }
  return counts
}

function rowsOf(input: MeasureInput, marks: ReadonlyMap<NumberName, Uint8Array>): LeadRows {
  const { cohort, draft, inForce } = input
  const numbers = new Uint32Array(cohort.length)
  for (const [bit, name] of NUMBERS.entries()) {
    const column = marks.get(name)
    for (let i = 0; i < cohort.length; i++) if (column?.[i] === 1) numbers[i] = ((numbers[i] ?? 0) | (1 << bit)) >>> 0
  }
  const pick = (values: Float64Array) => Float64Array.from(cohort, (person) => values[person] ?? Number.NaN)
  const sellerOf = new Map<number, number>()
  const { handed } = draft.work
  for (const [i, person] of handed.person.entries())
    if (!sellerOf.has(person)) sellerOf.set(person, (handed.seller[i] ?? 0) + 1)
  return {
    person: cohort,
    numbers,
    draftAt: pick(draft.qualification.at),
    inForceAt: pick(inForce.qualification.at),
    reallyAt: pick(draft.track.history.reallyQualifiedAt),
    grade: Uint8Array.from(cohort, (person) =>
      Number.isNaN(draft.qualification.at[person]) ? 0 : (draft.qualification.grade[person] ?? 0) + 1,
    ),
    seller: Uint32Array.from(cohort, (person) => sellerOf.get(person) ?? 0),
    wonAt: pick(draft.track.wonAt),
    wonCents: pick(draft.track.wonCents),
  }
}

/** Counts, compares and values what two agreements conclude of the same leads; and the lists behind every number. */
export function measure(input: MeasureInput): Measured {
  const { draft, cohort } = input
  const verdicts = verdictsOf(input)
  const { inDraft, inForce: force, really, isWon, isMature } = verdicts
  const leads = cohort.length
  const all = new Uint8Array(leads).fill(1)
  const wonRate = (marks: Uint8Array) => rateOf(total(marks, isWon, isMature), total(marks, isMature))
  const judged = judgePromises(input)
  const wins = winsOf(input, verdicts)
  const money = moneyOf({ ...verdicts, inForce: force }, verdicts.cells, input.seed)
  const load = loadOf(input)
  const isUnworked = column(cohort, (person) =>
    ((draft.track.history.flags[person] ?? 0) & (REAL.handedOver | REAL.worked)) === 0 ? 1 : 0,
  )
  const marks = new Map<NumberName, Uint8Array>([
    ['seen', all],
    ['qualified', inDraft],
    ['qualified in force', force],
    ['really qualified', really],
    ['only draft', inDraft.map((mark, i) => (mark === 1 && force[i] !== 1 ? 1 : 0))],
    ['only in force', force.map((mark, i) => (mark === 1 && inDraft[i] !== 1 ? 1 : 0))],
    ['won', isWon],
    ...wins.marks,
    ...judged.marks,
    ['unroutable', column(cohort, (person) => draft.work.unroutable[person] ?? 0)],
    ['nobody worked', isUnworked.map((mark, i) => (mark === 1 && inDraft[i] === 1 && isWon[i] !== 1 ? 1 : 0))],
    ['young', isMature.map((mark) => 1 - mark)],
  ])
  const rows = rowsOf(input, marks)
  const figures: BacktestFigures = {
    leads,
    qualified: {
      draft: rateOf(total(inDraft), leads),
      inForce: rateOf(total(force), leads),
      really: rateOf(total(really), leads),
      difference: pairedDifference(onlyIn(inDraft, force), onlyIn(force, inDraft), leads),
      both: total(inDraft, force),
    },
    byGrade: byGrade(input),
    byClause: byClause(input),
    winRate: { draft: wonRate(inDraft), inForce: wonRate(force), really: wonRate(really), all: wonRate(all) },
    acceptance: {
      draft: acceptanceOf(draft.track, cohort, inDraft),
      inForce: acceptanceOf(draft.track, cohort, force),
      really: acceptanceOf(draft.track, cohort, really),
    },
    won: wins.figures,
    promises: judged.figures,
    money: {
      ...money,
      currency: verdicts.currency,
      wonWithAmount: verdicts.cents.filter((cents) => !Number.isNaN(cents)).length,
    },
    load,
    curve: { cutOffs: cutOffCurve(input, verdicts), bestFirst: bestFirst(input, verdicts) },
    maturityDays: verdicts.maturityDays,
    matured: total(isMature),
    cannotSay: [],
  }
  figures.cannotSay = silencesOf(figures, marks, draft.agreement, input.roster)
  return { figures, rows }
}
