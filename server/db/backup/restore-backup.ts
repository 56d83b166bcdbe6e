import { Client } from 'pg'
import { ExplainedError } from '../../explained-error.ts'
import { knownMigrations, migrationLock, readMigration } from '../migrate.ts'
import type { Head } from './archive.ts'
import { dropSchema, emptySeeded, filledTables, seededTables } from './empty-schema.ts'
import { putJobs } from './jobs.ts'
import { type Loaded, loadParts } from './load-parts.ts'
import { type Archive, openArchive } from './open-archive.ts'
import { placeFiles, removeStaging } from './place-files.ts'
import { prepareJobs } from './prepare-jobs.ts'
import { fixSession } from './schema-facts.ts'

export type RestoreResult = Omit<Loaded, 'stagedFiles'> & { file: string; madeAt: string; migrated: string[] }

type Target = { url: string; home: string; hasOwnSecret: boolean }

/**
 * Puts a backup into the database, in one transaction: afterwards it holds the backup whole, or what it held before.
 * Refuses a database with rows in it unless `isForced`, and one that is in use.
 */
export async function restoreBackup(
  target: Target,
  source: string,
  options: { isForced: boolean; log: (line: string) => void },
): Promise<RestoreResult> {
  const archive = await openArchive(source)
  await refuseNewer(archive)
  const client = new Client({ connectionString: target.url, application_name: 'ensemble restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUsed(client)
    if (!options.isForced) await refuseFilled(client)
    await prepareJobs(target.url)
    await fixSession(client)
    await client.query('begin')
    const result = await replaceAll(client, archive, target, options.log)
    await client.query('commit')
    placeFiles(target, archive.head, result.stagedFiles)
    await client.query('analyze')
    const { stagedFiles, ...loaded } = result
    return { file: archive.file, madeAt: archive.head.madeAt, ...loaded }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    removeStaging(target.home)
    throw explain(error)
  } finally {
    await archive.frames.return(undefined)
    await client.end().catch(() => undefined)
  }
}

async function replaceAll(
  client: Client,
  archive: Archive,
  target: Target,
  log: (line: string) => void,
): Promise<Loaded & { migrated: string[] }> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  await dropSchema(client)
  await client.query('create table migrations (name text primary key, applied_at timestamptz not null default now())')
  await applyMigrations(client, archive.head.migrations)
  await emptySeeded(client)
  const loaded = await loadParts(client, archive, target.home, log)
  await setSequences(client, archive.head)
  await putJobs(client)
  const later = (await knownMigrations()).filter((name) => !archive.head.migrations.includes(name))
  await applyMigrations(client, later)
  return { ...loaded, migrated: later }
}

/** Brings the schema up by these migrations, in order. */
export async function applyMigrations(client: Client, migrations: string[]): Promise<void> {
  for (const name of migrations) {
    for (const statement of await readMigration(name)) await client.query(statement)
    await client.query('insert into migrations (name) values ($1)', [name])
  }
}

async function setSequences(client: Client, head: Head): Promise<void> {
  for (const { name, value, isCalled } of head.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [client.escapeIdentifier(name), value, isCalled])
  }
}

async function refuseNewer(archive: Archive): Promise<void> {
  const known = await knownMigrations()
  const unknown = archive.head.migrations.filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  throw new ExplainedError(
    `${archive.file} was made by a newer Ensemble (its schema has ${unknown.join(', ')}). Restore it with that version.`,
  )
}

/** Our own lease on an embedded database is one session; any other is somebody at work. */
export async function refuseUsed(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; n: number }>(
    `select coalesce(nullif(application_name, ''), 'unnamed') as name, count(*)::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' group by 1`,
  )
  const others = rows.filter((row) => row.name !== 'ensemble lease' || row.n > 1)
  if (others.length === 0) return
  throw new ExplainedError(
    `The database is in use (${others.map((row) => `${row.n} x ${row.name}`).join(', ')}). Stop Ensemble, then restore.`,
  )
}

export async function refuseFilled(client: Client): Promise<void> {
  const seeded = await seededTables()
  const filled = (await filledTables(client)).filter((name) => !seeded.includes(name))
  if (filled.length === 0) return
  throw new ExplainedError(
    `The database is not empty (${filled.slice(0, 5).join(', ')}${filled.length > 5 ? ', ...' : ''} have rows). ` +
      'Restore into a new ENSEMBLE_HOME or another DATABASE_URL, or use --force to replace everything it holds.',
  )
}

function explain(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === '53100' || code === 'ENOSPC')
    return new ExplainedError('The disk is full. Nothing was changed; free some space and restore again.')
  return error
}
