import { append, type Growing, growing } from '@ensemble/engine/attribution/growing.ts'

/** What a row marks besides being a touch. */
export type RowKind = 'touch' | 'lead' | 'opportunity'

export type TouchRow = {
  readonly person: string
  readonly atMs: number
  /** Blank: the row is no touch, only what else it says. */
  readonly label: string
  readonly conversions: number
  readonly money: { readonly value: number; readonly decimals: number }
  readonly leadAtMs: number
  readonly opportunityAtMs: number
  readonly kind: RowKind
}

/** Rows as columns; text once each. */
export type TouchRows = {
  count: number
  decimals: number
  readonly personOf: Map<string, number>
  readonly labelOf: Map<string, number>
  readonly person: Growing
  readonly label: Growing
  readonly atMs: Growing
  readonly conversions: Growing
  readonly value: Growing
  /** By person: the earliest lead, and every opportunity. */
  readonly leadAt: Map<number, number>
  readonly opportunitiesAt: Map<number, number[]>
}

export function startRows(): TouchRows {
  return {
    count: 0,
    decimals: 0,
    personOf: new Map(),
    labelOf: new Map(),
    person: growing(),
    label: growing(),
    atMs: growing(),
    conversions: growing(),
    value: growing(),
    leadAt: new Map(),
    opportunitiesAt: new Map(),
  }
}

export function addRow(rows: TouchRows, row: TouchRow): void {
  const person = numberOf(rows.personOf, row.person)
  rows.count += 1
  rows.decimals = Math.max(rows.decimals, row.money.decimals)
  append(rows.person, person)
  append(rows.label, row.label === '' ? -1 : numberOf(rows.labelOf, row.label))
  append(rows.atMs, row.atMs)
  append(rows.conversions, row.conversions)
  append(rows.value, row.money.value)
  const leadAt = row.kind === 'lead' ? row.atMs : row.leadAtMs
  const opportunityAt = row.kind === 'opportunity' ? row.atMs : row.opportunityAtMs
  if (!Number.isNaN(leadAt)) rows.leadAt.set(person, Math.min(leadAt, rows.leadAt.get(person) ?? leadAt))
  if (!Number.isNaN(opportunityAt))
    rows.opportunitiesAt.set(person, [...(rows.opportunitiesAt.get(person) ?? []), opportunityAt])
}

function numberOf(known: Map<string, number>, text: string): number {
  const found = known.get(text)
  if (found !== undefined) return found
  known.set(text, known.size)
  return known.size - 1
}
