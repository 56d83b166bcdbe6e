import { cellText } from './cell-text.ts'
import { fitRow } from './fit-row.ts'
import { CELL_LIMIT, COLUMN_LIMIT } from './limits.ts'
import { nameColumns } from './name-columns.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { Table } from './table.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { workbookParts } from './workbook-parts.ts'
import { readXml } from './xml-events.ts'
import { openZip } from './zip-entries.ts'

/** Opens the first visible sheet of an XLSX workbook. */
export async function openWorkbook(path: string, name: string): Promise<Table> {
  const header = await headerOf(path, name)
  const { columns, findings } = nameColumns(header.record, name)
  return {
    columns,
    findings: [...header.findings, ...findings],
    encoding: 'XLSX',
    separator: null,
    async *rows() {
      for await (const { row, record } of recordsOf(path, name)) {
        const fitted = row > header.row ? fitRow(row, record, columns) : null
        if (fitted) yield fitted
      }
    },
  }
}

type Numbered = { row: number; record: string[] }

async function headerOf(path: string, name: string) {
  const zip = await openZip(path, name)
  const { findings } = await workbookParts(zip, name).finally(() => zip.close())
  for await (const { row, record } of recordsOf(path, name)) {
    if (record.some((cell) => cell.trim() !== '')) return { row, record: trimEnd(record), findings }
  }
  throw new UnreadableFile(
    `"${name}" has no rows on its first sheet.`,
    'Put the table on the first sheet, or save it as CSV.',
  )
}

/** Sheets often keep formatted blank cells to the right of the table. */
function trimEnd(record: readonly string[]): string[] {
  const last = record.findLastIndex((cell) => cell.trim() !== '')
  return record.slice(0, last + 1)
}

async function* recordsOf(path: string, name: string): AsyncGenerator<Numbered> {
  const zip = await openZip(path, name)
  try {
    const parts = await workbookParts(zip, name)
    const strings = await readSharedStrings(zip, parts.sharedStringsPath, name)
    const sheet = sheetReader((type, value, style) => cellText(type, value, style, parts, strings))
    for await (const _ of readXml(await zip.read(parts.sheetPath), name, sheet.handlers)) yield* sheet.take()
  } finally {
    zip.close()
  }
}

/** Gathers cells into rows. Rows and cells a sheet leaves out (they are blank) keep their place. */
function sheetReader(textOf: (type: string, value: string, style: number) => string) {
  let ready: Numbered[] = []
  let row = 0
  let record: string[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let isValue = false
  return {
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
    handlers: {
      open: (tag: string, attributes: Readonly<Record<string, string>>) => {
        if (tag === 'row') {
          row = attributes.r ? Number(attributes.r) : row + 1
          record = []
          column = -1
        } else if (tag === 'c') {
          column = attributes.r ? columnOf(attributes.r) : column + 1
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          value = ''
        } else if (tag === 'v' || tag === 't') {
          isValue = true
        }
      },
      text: (part: string) => {
        if (isValue && value.length <= CELL_LIMIT) value += part
      },
      close: (tag: string) => {
        if (tag === 'v' || tag === 't') isValue = false
        else if (tag === 'c' && column <= COLUMN_LIMIT) {
          while (record.length < column) record.push('')
          record[column] = textOf(type, value, style)
        } else if (tag === 'row') ready.push({ row, record })
      },
    },
  }
}

/** `C12` is column 2. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}
