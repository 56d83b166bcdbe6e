import { readdir, readFile } from 'node:fs/promises'
import type { Pool, PoolClient } from 'pg'

const FOLDER = new URL('./migrations/', import.meta.url)
/** Any two processes that migrate at once meet at this lock. */
export const migrationLock = 7_368_411

/** The statements of a migration file: a semicolon at the end of a line ends one. */
export function statementsOf(sql: string): string[] {
  const withoutComments = sql.replace(/^\s*--.*$/gm, '')
  return withoutComments
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

/** The versions this build brings, in order: the names of the files without `.sql`. */
export async function knownMigrations(): Promise<string[]> {
  const names = await readdir(FOLDER)
  return names
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4))
    .sort()
}

async function applied(client: PoolClient): Promise<Set<string>> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  return new Set(rows.map((row) => row.name))
}

/** The statements of one migration, read from its file. */
export async function readMigration(name: string): Promise<string[]> {
  return statementsOf(await readFile(new URL(`${name}.sql`, FOLDER), 'utf8'))
}

async function applyOne(client: PoolClient, name: string): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of await readMigration(name)) await client.query(statement)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `Migration ${name} failed and changed nothing: ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}

/** Brings the database to this build's schema. Refuses one that a newer build has migrated. Returns what it applied. */
export async function migrate(pool: Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const done = await applied(client)
    const known = await knownMigrations()
    const unknown = [...done].filter((name) => !known.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `This database was migrated by a newer Ensemble (${unknown.join(', ')}). Start that version, or restore a backup made by this one.`,
      )
    }
    const pending = known.filter((name) => !done.has(name))
    for (const name of pending) await applyOne(client, name)
    return pending
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}
