import { type InspectedFile, inspectFile } from './inspect-file.ts'
import { openDelimited } from './open-delimited.ts'
import { openWorkbook } from './open-workbook.ts'
import type { Table, TableRow } from './table.ts'

export type OpenedTable = { file: InspectedFile; table: Table }

/** Opens a CSV, TSV or XLSX file by its content, whatever its name says. Throws UnreadableFile when it is no table. */
export async function openTable(path: string, name: string): Promise<OpenedTable> {
  const file = await inspectFile(path, name)
  const table = file.kind === 'workbook' ? await openWorkbook(path, name) : await openDelimited(path, name, file)
  return { file, table }
}

/** The rows of a file in order, read as a stream. */
export async function* readTable(path: string, name: string): AsyncGenerator<TableRow> {
  const { table } = await openTable(path, name)
  yield* table.rows()
}
