import type { Client } from 'pg'

export type TableFacts = { name: string; columns: string[] }
export type SequenceFacts = { name: string; value: string; isCalled: boolean }

/** Not in a backup: live sign-ins, which would sign in whoever reads the file, and the list of migrations, which is in its head. */
const leftOut = ['migrations', 'sessions', 'verifications']

/** The tables a backup holds, with the columns that are stored (generated ones are made anew). */
export async function readTables(client: Client): Promise<TableFacts[]> {
  const { rows } = await client.query<TableFacts>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
        and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      group by c.relname
      order by c.relname`,
    [leftOut],
  )
  return rows
}

export async function readSequences(client: Client): Promise<SequenceFacts[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' where c.relkind = 'S'`,
  )
  const sequences: SequenceFacts[] = []
  for (const { name } of rows) {
    const state = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${client.escapeIdentifier(name)}`,
    )
    const found = state.rows[0]
    if (found) sequences.push({ name, ...found })
  }
  return sequences
}

export type ForeignKey = { table: string; name: string; definition: string }

export async function readForeignKeys(client: Client, tables: string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k
       join pg_class c on c.oid = k.conrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      where k.contype = 'f' and k.conparentid = 0 and c.relname = any ($1)`,
    [tables],
  )
  return rows
}

/** The same text for the same value on every server, whatever its settings. */
export async function fixSession(client: Client): Promise<void> {
  await client.query("set client_encoding = 'UTF8'")
  await client.query("set timezone = 'UTC'")
  await client.query("set datestyle = 'ISO, YMD'")
  await client.query("set intervalstyle = 'iso_8601'")
  await client.query('set extra_float_digits = 3')
  await client.query('set statement_timeout = 0')
  await client.query('set idle_in_transaction_session_timeout = 0')
  await client.query("set search_path = 'public'")
}
