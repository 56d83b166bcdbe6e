import type { RosterPerson } from '../routing/roster.ts'
import { bestFirst, cutOffCurve } from './curves.ts'
import { type BacktestFigures, type LeadRows, NUMBERS, type NumberName } from './figures.ts'
import { headlinesOf } from './headlines.ts'
import { REAL } from './history.ts'
import { loadOf } from './load.ts'
import { moneyOf } from './money.ts'
import { judgePromises } from './promises.ts'
import { silencesOf } from './silences.ts'
import { column, type Scored, type ScoredPair, verdictsOf } from './verdicts.ts'
import type { Work } from './work-log.ts'

/** One agreement folded over the history, hand-overs and clocks too. */
export type Side = Scored & { work: Work }

export type MeasureInput = ScoredPair & { draft: Side; inForce: Side; roster: readonly RosterPerson[]; seed: number }

export type Measured = { figures: BacktestFigures; rows: LeadRows }

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
  const { figures: headlines, winMarks } = headlinesOf(input, verdicts)
  const judged = judgePromises(input)
  const money = moneyOf({ ...verdicts, inForce: force }, verdicts.cells, input.seed)
  const load = loadOf(input)
  const isUnworked = column(cohort, (person) =>
    ((draft.track.history.flags[person] ?? 0) & (REAL.handedOver | REAL.worked)) === 0 ? 1 : 0,
  )
  const marks = new Map<NumberName, Uint8Array>([
    ['seen', new Uint8Array(cohort.length).fill(1)],
    ['qualified', inDraft],
    ['qualified in force', force],
    ['really qualified', really],
    ['only draft', inDraft.map((mark, i) => (mark === 1 && force[i] !== 1 ? 1 : 0))],
    ['only in force', force.map((mark, i) => (mark === 1 && inDraft[i] !== 1 ? 1 : 0))],
    ['won', isWon],
    ...winMarks,
    ...judged.marks,
    ['unroutable', column(cohort, (person) => draft.work.unroutable[person] ?? 0)],
    ['nobody worked', isUnworked.map((mark, i) => (mark === 1 && inDraft[i] === 1 && isWon[i] !== 1 ? 1 : 0))],
    ['young', isMature.map((mark) => 1 - mark)],
  ])
  const rows = rowsOf(input, marks)
  const figures: BacktestFigures = {
    ...headlines,
    promises: judged.figures,
    money: {
      ...money,
      currency: verdicts.currency,
      wonWithAmount: verdicts.cents.filter((cents) => !Number.isNaN(cents)).length,
    },
    load,
    curve: { cutOffs: cutOffCurve(input, verdicts), bestFirst: bestFirst(input, verdicts) },
    cannotSay: [],
  }
  figures.cannotSay = silencesOf(figures, marks, draft.agreement, input.roster)
  return { figures, rows }
}
