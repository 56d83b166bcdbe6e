import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { ExplainedError } from '../../explained-error.ts'
import { dropSchema, emptySeeded } from '../backup/empty-schema.ts'
import { setKeysAside } from '../backup/load-parts.ts'
import { removeStaging, stagingFolder } from '../backup/place-files.ts'
import { prepareJobs } from '../backup/prepare-jobs.ts'
import { applyMigrations, refuseFilled, refuseUsed } from '../backup/restore-backup.ts'
import { fixSession } from '../backup/schema-facts.ts'
import { knownMigrations, migrationLock } from '../migrate.ts'
import { unmarkedCell } from './cells.ts'
import { describeTables } from './describe-tables.ts'
import { type Manifest, manifestSchema } from './manifest.ts'
import { openZip, type Zip } from './open-zip.ts'

export type ArchiveRead = { madeAt: string; tables: number; rows: number; files: number; leftOut: string[] }

type Target = { url: string; home: string }

/**
 * Brings an archive up in an empty database, in one transaction: afterwards it holds what the archive says, or what it held
 * before. Passwords and keys are not in an archive; colleagues are invited anew.
 */
export async function readArchive(target: Target, path: string, options: { isForced: boolean }): Promise<ArchiveRead> {
  const zip = await openZip(path)
  const client = new Client({ connectionString: target.url, application_name: 'ensemble restore' })
  client.on('error', () => undefined)
  try {
    const manifest = await readManifest(zip, path)
    await client.connect()
    await refuseUsed(client)
    if (!options.isForced) await refuseFilled(client)
    await prepareJobs(target.url)
    await fixSession(client)
    await client.query('begin')
    const rows = await replaceAll(client, zip, manifest, path)
    removeStaging(target.home)
    const files = await stageUploads(zip, target.home)
    await client.query('commit')
    if (files > 0) {
      rmSync(join(target.home, 'uploads'), { recursive: true, force: true })
      renameSync(stagingFolder(target.home), join(target.home, 'uploads'))
    }
    await client.query('analyze')
    return { madeAt: manifest.madeAt, tables: manifest.tables.length, rows, files, leftOut: manifest.leftOut }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    removeStaging(target.home)
    throw error
  } finally {
    zip.close()
    await client.end().catch(() => undefined)
  }
}

async function readManifest(zip: Zip, path: string): Promise<Manifest> {
  if (!zip.names.includes('manifest.json'))
    throw new ExplainedError(`${path} is no archive of Ensemble: it has no manifest.json.`)
  const said = manifestSchema.safeParse(JSON.parse(await text(await zip.read('manifest.json'))))
  if (!said.success) throw new ExplainedError(`${path} is no archive that can be read: its manifest.json does not fit.`)
  const known = await knownMigrations()
  const newer = said.data.migrations.filter((name) => !known.includes(name))
  if (newer.length > 0)
    throw new ExplainedError(`${path} was made by a newer Ensemble (${newer.join(', ')}). Import it with that version.`)
  return said.data
}

async function replaceAll(client: Client, zip: Zip, manifest: Manifest, path: string): Promise<number> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  await dropSchema(client)
  await client.query('create table migrations (name text primary key, applied_at timestamptz not null default now())')
  await applyMigrations(client, manifest.migrations)
  await emptySeeded(client)
  const restoreKeys = await setKeysAside(client)
  const here = new Map((await describeTables(client)).map((table) => [table.name, table]))
  let rows = 0
  for (const table of manifest.tables) {
    const described = here.get(table.name)
    const missing = table.columns.filter(({ name }) => !described?.columns.some((column) => column.name === name))
    if (described === undefined || missing.length > 0)
      throw new ExplainedError(
        `${path} names ${table.name} ${missing.map(({ name }) => name).join(', ')}, which its own version does not have.`,
      )
    rows += await loadTable(
      client,
      zip,
      table,
      new Set(described.columns.filter(({ isText }) => isText).map(({ name }) => name)),
    )
  }
  await restoreKeys()
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [client.escapeIdentifier(name), value, isCalled])
  await applyMigrations(
    client,
    (await knownMigrations()).filter((name) => !manifest.migrations.includes(name)),
  )
  return rows
}

/** Loads one table by way of a plain copy of it, in which marks are taken off again. */
async function loadTable(
  client: Client,
  zip: Zip,
  table: Manifest['tables'][number],
  texts: ReadonlySet<string>,
): Promise<number> {
  const name = client.escapeIdentifier(table.name)
  const columns = table.columns.map((column) => client.escapeIdentifier(column.name))
  const list = columns.join(', ')
  await client.query(`create temp table arriving as select ${list} from ${name} with no data`)
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const copy = client.query(copyFrom(`copy arriving (${list}) from stdin with (format csv, header match)`))
  await pipeline(await zip.read(table.file), hashing, copy)
  if (hash.digest('hex') !== table.sha256 || copy.rowCount !== table.rows)
    throw new ExplainedError(`${table.file} was changed since the archive was made. Use the file as it was written.`)
  const cells = table.columns.map((column, place) => {
    const cell = columns[place] ?? ''
    return texts.has(column.name) ? unmarkedCell(cell) : cell
  })
  await client.query(`insert into ${name} (${list}) overriding system value select ${cells.join(', ')} from arriving`)
  await client.query('drop table arriving')
  return copy.rowCount
}

async function stageUploads(zip: Zip, home: string): Promise<number> {
  const names = zip.names.filter((name) => name.startsWith('uploads/') && !name.endsWith('/'))
  for (const name of names) {
    const to = join(stagingFolder(home), name.slice('uploads/'.length))
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    await pipeline(await zip.read(name), createWriteStream(to, { mode: 0o600 }))
  }
  return names.length
}
