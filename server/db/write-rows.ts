import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { isPipelined, prepared } from './together.ts'

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
  | 'date'
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

function jsonText(cell: Cell, type: ColumnType): string {
  if (cell === null) return 'null'
  if (typeof cell === 'number') {
    if (type === 'timestamptz') return `"${new Date(cell).toISOString()}"`
    return Number.isFinite(cell) ? String(cell) : `"${cell === Number.NEGATIVE_INFINITY ? '-Infinity' : cell}"`
  }
  if (typeof cell === 'boolean') return cell ? 'true' : 'false'
  return type === 'uuid' && typeof cell === 'string' ? `"${cell}"` : JSON.stringify(cell)
}

/** Rows as JSON objects, written out by hand: making the objects only to serialise them takes three times as long. */
function jsonRows(table: Table, rows: readonly (readonly Cell[])[]): string {
  const columns = Object.entries(table.columns).map(([name, type], index) => ({
    before: `${index === 0 ? '' : ','}"${name}":`,
    type,
  }))
  let text = '['
  for (const [place, row] of rows.entries()) {
    text += place === 0 ? '{' : ',{'
    for (const [index, { before, type }] of columns.entries()) text += before + jsonText(row[index] ?? null, type)
    text += '}'
  }
  return `${text}]`
}

/** How rows come into a table: new ones, ones that replace what has their key, or ones whose key is known to be there. */
export type Part = {
  how: 'insert' | 'upsert' | 'update'
  table: Table
  rows: readonly (readonly Cell[])[]
}

const statements = new Map<string, string>()
const names = new Map<string, string>()

function statementOf({ how, table }: Part, place: number): string {
  const key = `${how} ${table.name} ${place}`
  const known = statements.get(key)
  if (known !== undefined) return known
  const columns = Object.entries(table.columns)
  const all = columns.map(([name]) => name).join(', ')
  const recordset = `json_to_recordset($${place}::json) as r(${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`
  const set = (from: string): string =>
    Object.keys(table.columns)
      .filter((name) => !table.key.includes(name))
      .map((name) => `${name} = ${from}.${name}`)
      .join(', ')
  const insert = `insert into ${table.name} (${all}) select ${all} from ${recordset}`
  const made =
    how === 'insert'
      ? insert
      : how === 'upsert'
        ? `${insert} on conflict (${table.key.join(', ')}) do update set ${set('excluded')}`
        : `update ${table.name} as t set ${set('r')} from ${recordset} where ${table.key.map((name) => `t.${name} = r.${name}`).join(' and ')}`
  statements.set(key, made)
  return made
}

/** Writes rows of different tables that do not refer to each other in one statement; many new ones of a table by COPY where the connection can. */
export async function writeParts(tx: PoolClient, parts: readonly Part[]): Promise<void> {
  const joined: Part[] = []
  for (const part of parts) {
    if (part.rows.length === 0) continue
    if (part.how === 'insert' && part.rows.length >= COPY_FROM_ROWS && !isPipelined(tx)) await copyRows(tx, part)
    else joined.push(part)
  }
  const last = joined.at(-1)
  if (last === undefined) return
  const withs = joined.slice(0, -1).map((part, index) => `w${index} as (${statementOf(part, index + 1)})`)
  const text = `${withs.length === 0 ? '' : `with ${withs.join(', ')} `}${statementOf(last, joined.length)}`
  await tx.query({ ...prepared(tx, nameOf(text)), text, values: joined.map((part) => jsonRows(part.table, part.rows)) })
}

/** The name under which a connection prepares it once: each combination of tables is a statement of its own. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `write ${names.size + 1}`
  names.set(text, name)
  return name
}

async function copyRows(tx: PoolClient, { table, rows }: Part): Promise<void> {
  const all = Object.keys(table.columns).join(', ')
  await pipeline(Readable.from(copyLines(table, rows)), tx.query(copyFrom(`copy ${table.name} (${all}) from stdin`)))
}

/** Inserts rows that are known to be new: many by COPY, few in one statement. */
export async function insertRows(tx: PoolClient, table: Table, rows: readonly (readonly Cell[])[]): Promise<void> {
  await writeParts(tx, [{ how: 'insert', table, rows }])
}
