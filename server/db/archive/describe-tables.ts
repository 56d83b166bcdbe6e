import type { Client } from 'pg'
import { readTables } from '../backup/schema-facts.ts'
import { LEFT_OUT } from './manifest.ts'

export type Described = { name: string; columns: { name: string; type: string; isText: boolean }[]; key: string[] }

/** The tables of an archive with their stored columns, and the primary key that gives their order. */
export async function describeTables(client: Client): Promise<Described[]> {
  const tables = (await readTables(client)).filter(({ name }) => !LEFT_OUT.some((one) => one === name))
  const types = await client.query<{ table: string; name: string; type: string; category: string }>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, t.typcategory as category
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where c.relname = any($1) and a.attnum > 0 and not a.attisdropped`,
    [tables.map(({ name }) => name)],
  )
  const keys = await client.query<{ table: string; name: string }>(
    `select c.relname as table, a.attname as name
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       cross join lateral unnest(i.indkey) with ordinality as k(attnum, place)
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indisprimary and c.relname = any($1) order by c.relname, k.place`,
    [tables.map(({ name }) => name)],
  )
  return tables.map((table) => ({
    name: table.name,
    columns: table.columns.map((name) => {
      const found = types.rows.find((row) => row.table === table.name && row.name === name)
      return { name, type: found?.type ?? 'text', isText: found?.category === 'S' }
    }),
    key: keys.rows.filter((row) => row.table === table.name).map((row) => row.name),
  }))
}
