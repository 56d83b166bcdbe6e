import type { CompiledAgreement } from '../agreement/compiled.ts'
import { factReader } from '../backtest/fact-reader.ts'
import type { History } from '../backtest/history.ts'
import { withoutQualifying } from '../backtest/score-track.ts'
import type { FactKind } from '../facts/kinds.ts'
import { emptyState, type PersonState } from '../lifecycle/state.ts'
import { applyFact } from '../lifecycle/step.ts'
import { leadOf } from '../scoring/context.ts'
import { NEGATIVE, NOT_YET_KNOWN, POSITIVE, type Table, takeRows } from './table.ts'
import { addRow, finishColumns, startTable } from './table-builder.ts'

const WINS: readonly FactKind[] = ['deal.won', 'contract.signed', 'payment.received']
const MOST_TRAITS = 40
/** What may be learnt from, in the names a learned clause reads it by. Names, addresses and numbers name the row. */
const FIELDS = {
  person: ['role', 'country', 'region', 'language', 'email_is_free_mail', 'has_phone', 'asked_for_a_call'],
  account: ['industry', 'segment', 'country', 'region', 'employees', 'revenue_cents'],
  lead: ['channel', 'origin', 'campaign', 'landing_page', 'form', 'opened_by'],
} as const

export type OwnPast = {
  history: History
  /** What is in force: it says what opens an attempt. Nobody qualifies by it. */
  agreement: CompiledAgreement
  /** Leads qualified in this half-open period, epoch ms. */
  fromMs: number
  toMs: number
  /** A win later than this after qualification counts as none. */
  withinMs: number
  /** What is known ends here. */
  untilMs: number
}

export type OwnTable = { table: Table; fromMs: number | null; toMs: number | null }

type OwnRow = { atMs: number; outcome: number; cells: Map<string, string> }

/** What is known of somebody, by the name a learned clause reads it by. */
function cellsOf(state: PersonState): Map<string, string> {
  const cells = new Map<string, string>()
  const put = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null && typeof value !== 'object') cells.set(name, String(value))
  }
  const lead: Readonly<Record<string, unknown>> = leadOf(state)
  const person: Readonly<Record<string, unknown>> = state.person
  const account: Readonly<Record<string, unknown>> = state.account
  for (const field of FIELDS.person) put(`person.${field}`, person[field])
  for (const field of FIELDS.account) put(`account.${field}`, account[field])
  for (const field of FIELDS.lead) put(`lead.${field}`, lead[field])
  for (const [name, value] of Object.entries(state.traits)) put(`traits[${JSON.stringify(name)}]`, value)
  return cells
}

/** The lead as it was known when it really qualified, and whether it was won in time; null when it did not qualify in the period. */
function rowOf(past: OwnPast, person: number, reader: ReturnType<typeof factReader>): OwnRow | null {
  const { history, agreement, fromMs, toMs, withinMs, untilMs } = past
  const atMs = history.reallyQualifiedAt[person] ?? Number.NaN
  if (!(atMs >= fromMs && atMs < toMs)) return null
  const state = emptyState()
  const silent = withoutQualifying(agreement)
  const end = history.firstOf[person + 1] ?? 0
  let index = history.firstOf[person] ?? 0
  for (; index < end && (history.at[index] ?? 0) <= atMs; index++) {
    // A win told with the qualification is its outcome, not something known before it.
    if (!WINS.includes(reader.kindAt(index))) applyFact(silent, state, reader.factAt(index))
  }
  let wonAt = Number.POSITIVE_INFINITY
  for (let later = history.firstOf[person] ?? 0; later < end; later++) {
    if (WINS.includes(reader.kindAt(later))) wonAt = Math.min(wonAt, history.at[later] ?? wonAt)
  }
  const isWon = wonAt <= Math.min(atMs + withinMs, untilMs)
  const outcome = isWon ? POSITIVE : atMs + withinMs <= untilMs ? NEGATIVE : NOT_YET_KNOWN
  return { atMs, outcome, cells: cellsOf(state) }
}

/** The most told traits, so that a field of an import that nobody else has does not become a column. */
function traitsOf(rows: readonly OwnRow[]): string[] {
  const counts = new Map<string, number>()
  for (const { cells } of rows)
    for (const name of cells.keys()) if (name.startsWith('traits[')) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TRAITS)
    .map(([name]) => name)
}

/**
 * The company's own leads as rows to learn from: what was known of each at the moment it qualified, and whether it was won
 * within the term; a younger lead without a win is not known yet. In the order in which they qualified.
 */
export function ownTable(past: OwnPast): OwnTable {
  const reader = factReader(past.history)
  const rows = past.history.people.flatMap((_, person) => rowOf(past, person, reader) ?? [])
  const plain = Object.entries(FIELDS).flatMap(([part, fields]) => fields.map((field) => `${part}.${field}`))
  const names = [...plain, ...traitsOf(rows)]
  const builder = startTable(names)
  for (const { cells } of rows)
    addRow(
      builder,
      names.map((name) => cells.get(name) ?? ''),
    )
  const table: Table = {
    rows: rows.length,
    columns: finishColumns(builder),
    target: 'outcome',
    positive: 'won',
    outcomes: Int8Array.from(rows, ({ outcome }) => outcome),
    isInTimeOrder: true,
  }
  const order = [...rows.keys()].sort((a, b) => (rows[a]?.atMs ?? 0) - (rows[b]?.atMs ?? 0) || a - b)
  return {
    table: takeRows(table, order),
    fromMs: rows[order[0] ?? 0]?.atMs ?? null,
    toMs: rows[order.at(-1) ?? 0]?.atMs ?? null,
  }
}
