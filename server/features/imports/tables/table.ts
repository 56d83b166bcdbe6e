import type { Finding } from '../finding.ts'

/** One row below the header. `row` counts as a spreadsheet does: the header is row 1. */
export type TableRow = { row: number; cells: string[]; findings: Finding[] }

/** A file opened as a table. `rows` reads it from the beginning each time it is called. */
export type Table = {
  columns: string[]
  encoding: string
  /** Null for workbooks. */
  separator: string | null
  /** What is odd about the header or the file as a whole. */
  findings: Finding[]
  rows(): AsyncGenerator<TableRow>
}
