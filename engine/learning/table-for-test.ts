import type { Column, Table } from './table.ts'
import { addRow, finishColumns, startTable } from './table-builder.ts'

/** A table of text cells, outcomes beside them. */
export function tableOf(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  outcomes: readonly number[],
): Table {
  const builder = startTable(names)
  for (const row of rows) addRow(builder, row)
  return tableWith(finishColumns(builder), outcomes)
}

export function tableWith(columns: readonly Column[], outcomes: readonly number[]): Table {
  return {
    rows: outcomes.length,
    columns,
    target: 'won',
    positive: 'yes',
    outcomes: Int8Array.from(outcomes),
    isInTimeOrder: true,
  }
}

/** Even numbers in 0 to 1 that look like chance, the same for the same place: no seed to carry about. */
export function noise(i: number): number {
  const x = Math.sin(i * 12.9898 + 78.233) * 43758.5453
  return x - Math.floor(x)
}

/** Leads whose chance follows their source and their visits; "shoe" tells nothing, and some visits are missing. */
export function plainLeads(n: number): Table {
  const rows: string[][] = []
  const outcomes: number[] = []
  for (let i = 0; i < n; i += 1) {
    const source = ['search', 'referral', 'fair'][Math.floor(noise(i) * 3)] ?? 'search'
    const visits = Math.floor(noise(i + 1e6) * 20)
    const logOdds = -2 + (source === 'referral' ? 1.5 : 0) + visits / 10
    const isBlank = noise(i + 2e6) < 0.1
    rows.push([source, isBlank ? '' : String(visits), String(36 + Math.floor(noise(i + 3e6) * 9))])
    outcomes.push(noise(i + 4e6) < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0)
  }
  return tableOf(['source', 'visits', 'shoe'], rows, outcomes)
}
