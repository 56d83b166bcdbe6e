import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { isPipelined } from './together.ts'

type ColumnType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'smallint'
  | 'bigint'
  | 'real'
  | 'double precision'
  | 'boolean'
  | 'timestamptz'
  | 'jsonb'
/** A table as rows are written to it: its columns in order, each with its type. */
export type Table = { name: string; columns: Readonly<Record<string, ColumnType>>; key: readonly string[] }
/** A moment is epoch ms; a jsonb value is any plain value. */
export type Cell = string | number | boolean | null | object

const COPY_FROM_ROWS = 100
const CHUNK_CHARS = 64_000
const SPECIAL = /[\\\n\r\t]/
const EACH_SPECIAL = /[\\\n\r\t]/g
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(EACH_SPECIAL, (char) => ESCAPED[char] ?? char) : text
}

function copyText(cell: Cell, type: ColumnType): string {
  if (cell === null) return '\\N'
  if (type === 'timestamptz' && typeof cell === 'number') return new Date(cell).toISOString()
  if (type === 'jsonb') return escaped(JSON.stringify(cell))
  if (typeof cell === 'string') return type === 'uuid' ? cell : escaped(cell)
  if (cell === Number.NEGATIVE_INFINITY) return '-Infinity'
  return String(cell)
}

function* copyLines(table: Table, rows: readonly (readonly Cell[])[]): Generator<string> {
  const types = Object.values(table.columns)
  let chunk = ''
  for (const row of rows) {
    for (let index = 0; index < types.length; index++) {
      chunk += (index === 0 ? '' : '\t') + copyText(row[index] ?? null, types[index] ?? 'text')
    }
    chunk += '\n'
    if (chunk.length > CHUNK_CHARS) {
      yield chunk
      chunk = ''
    }
  }
  if (chunk !== '') yield chunk
}

function jsonCell(cell: Cell | undefined, type: ColumnType): unknown {
  if (cell === undefined || cell === null) return null
  if (type === 'timestamptz' && typeof cell === 'number') return new Date(cell).toISOString()
  return cell === Number.NEGATIVE_INFINITY ? '-Infinity' : cell
}

function jsonRows(table: Table, rows: readonly (readonly Cell[])[]): string {
  const columns = Object.entries(table.columns)
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(([name, type], index) => [name, jsonCell(row[index], type)]))),
  )
}

function source(table: Table): { names: string; recordset: string } {
  const columns = Object.entries(table.columns)
  return {
    names: columns.map(([name]) => name).join(', '),
    recordset: `json_to_recordset($1::json) as r(${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`,
  }
}

/** Inserts rows that are known to be new: many by COPY, few in one statement. */
export async function insertRows(tx: PoolClient, table: Table, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return
  const { names, recordset } = source(table)
  if (rows.length < COPY_FROM_ROWS || isPipelined(tx)) {
    await tx.query(`insert into ${table.name} (${names}) select ${names} from ${recordset}`, [jsonRows(table, rows)])
    return
  }
  await pipeline(Readable.from(copyLines(table, rows)), tx.query(copyFrom(`copy ${table.name} (${names}) from stdin`)))
}

/** Inserts rows, or replaces those that have the same key. */
export async function upsertRows(tx: PoolClient, table: Table, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return
  const { names, recordset } = source(table)
  const changed = Object.keys(table.columns).filter((name) => !table.key.includes(name))
  const set = changed.map((name) => `${name} = excluded.${name}`).join(', ')
  await tx.query(
    `insert into ${table.name} (${names}) select ${names} from ${recordset} on conflict (${table.key.join(', ')}) do update set ${set}`,
    [jsonRows(table, rows)],
  )
}
