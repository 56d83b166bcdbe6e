import { createReadStream } from 'node:fs'
import { CsvError, parse } from 'csv-parse'
import { findSeparator } from './find-separator.ts'
import { fitRow } from './fit-row.ts'
import type { InspectedFile } from './inspect-file.ts'
import { RECORD_LIMIT } from './limits.ts'
import { nameColumns } from './name-columns.ts'
import type { Table } from './table.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Opens CSV, TSV or semicolon text in any of the encodings we know. */
export async function openDelimited(path: string, name: string, file: InspectedFile): Promise<Table> {
  const head = new TextDecoder(file.decoder).decode(file.head, { stream: true })
  const separator = findSeparator(head)
  const source = { path, name, decoder: file.decoder, separator }
  const header = await headerOf(source)
  const { columns, findings } = nameColumns(header.record, name)
  return {
    columns,
    findings,
    encoding: file.encoding,
    separator,
    async *rows() {
      for await (const { row, record } of recordsOf(source)) {
        if (row <= header.row) continue
        const fitted = fitRow(row, record, columns)
        if (fitted) yield fitted
      }
    },
  }
}

type Source = { path: string; name: string; decoder: string; separator: string }
type Numbered = { row: number; record: string[] }

/** The first row that is not blank. */
async function headerOf(source: Source): Promise<Numbered> {
  for await (const numbered of recordsOf(source)) {
    if (numbered.row === 1 && /^sep=.?$/i.test(numbered.record[0] ?? '')) continue
    if (numbered.record.some((cell) => cell.trim() !== '')) return numbered
  }
  throw new UnreadableFile(`"${source.name}" has no rows.`, 'Export the table again and check that the file has rows.')
}

async function* recordsOf(source: Source): AsyncGenerator<Numbered> {
  const parser = parse({
    delimiter: source.separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_LIMIT,
  })
  const reader = createReadStream(source.path, { highWaterMark: 256 * 1024 })
  reader.once('error', (error) => parser.destroy(error))
  feed(reader, parser, source.decoder).catch((error) => parser.destroy(error))
  let row = 0
  try {
    for await (const record of parser) {
      row++
      yield { row, record }
    }
  } catch (error) {
    throw explain(error, source.name)
  } finally {
    reader.destroy()
    parser.destroy()
  }
}

/** Decodes and hands on, at the pace of the parser. */
async function feed(reader: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>, encoding: string): Promise<void> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of reader) {
    if (parser.destroyed) return
    if (!parser.write(decoder.decode(chunk, { stream: true }))) await drained(parser)
  }
  if (parser.destroyed) return
  const rest = decoder.decode()
  if (rest !== '') parser.write(rest)
  parser.end()
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      parser.off('drain', done).off('close', done)
      resolve()
    }
    parser.once('drain', done).once('close', done)
  })
}

function explain(error: unknown, name: string): unknown {
  if (!(error instanceof CsvError)) return error
  // Records parsed so far: more than we were handed, for what waited in the stream is gone.
  const row = 1 + ('records' in error && typeof error.records === 'number' ? error.records : 0)
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFile(
      `"${name}" has a quote that is never closed: it opens in row ${row}.`,
      `Close the quote in row ${row}, or write a quote inside a cell twice (""). Nothing of the file was imported.`,
    )
  }
  return new UnreadableFile(
    `"${name}" cannot be read at row ${row}: ${error.message}`,
    `Mend row ${row} and try again.`,
  )
}
