import { dropped, type Finding, repaired, warning } from '../finding.ts'
import { CELL_LIMIT } from './limits.ts'
import type { TableRow } from './table.ts'

const odd = /[\0\uFFFD]/

/** A record fitted to the header: as many cells as columns, nothing the database cannot hold. Null for a blank row. */
export function fitRow(row: number, record: readonly string[], columns: readonly string[]): TableRow | null {
  const findings: Finding[] = []
  const cells: string[] = []
  let isBlank = true
  for (let i = 0; i < Math.max(record.length, columns.length); i++) {
    const cell = record[i] ?? ''
    if (cell.trim() !== '') isBlank = false
    if (i < columns.length) cells.push(clean(cell, columns[i] ?? '', findings))
  }
  if (isBlank) return null
  if (record.length < columns.length) {
    findings.push(
      repaired(
        'too-few-cells',
        `The row has ${record.length} cells and the header ${columns.length}; the missing ones are read as blank.`,
      ),
    )
  } else if (record.slice(columns.length).some((cell) => cell.trim() !== '')) {
    findings.push(
      dropped(
        'too-many-cells',
        `The row has ${record.length} cells and the header ${columns.length}. A cell that holds a separator must stand in quotes.`,
      ),
    )
  }
  return { row, cells, findings }
}

function clean(cell: string, column: string, findings: Finding[]): string {
  if (cell.length > CELL_LIMIT) {
    findings.push(
      dropped('cell-too-long', `A cell of ${cell.length} characters; at most ${CELL_LIMIT} are read.`, column),
    )
    return `${cell.slice(0, 200)}…`
  }
  const whole = cell.isWellFormed() ? cell : cell.toWellFormed()
  if (!odd.test(whole)) return whole
  if (whole.includes('\0')) findings.push(repaired('zero-characters', 'Characters of code zero were left out.', column))
  if (whole.includes('\uFFFD'))
    findings.push(warning('broken-characters', 'Characters that could not be read are shown as \uFFFD.', column))
  return whole.replaceAll('\0', '')
}
