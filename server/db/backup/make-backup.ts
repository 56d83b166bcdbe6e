import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ExplainedError } from '../../explained-error.ts'
import { knownMigrations } from '../migrate.ts'
import { archiveVersion, encodeData, encodeNote } from './archive.ts'
import { copyJobsOut, hasJobs } from './jobs.ts'
import { fixSession, readSequences, readTables } from './schema-facts.ts'

export type BackupResult = {
  file: string
  tables: { name: string; rows: number }[]
  rows: number
  jobs: number
  files: number
  bytes: number
}

type Source = { url: string; home: string }
type Counted = Omit<BackupResult, 'file' | 'bytes'>

/**
 * Writes everything the database holds at one moment into `target` (a file, or a folder to put one in), while others go on writing.
 * The file appears under its name only when it is complete.
 */
export async function makeBackup(source: Source, target: string, log: (line: string) => void): Promise<BackupResult> {
  const file = nameFile(target)
  const draft = `${file}.part`
  const client = new Client({ connectionString: source.url, application_name: 'ensemble backup' })
  client.on('error', () => undefined)
  await client.connect()
  const counted: Counted = { tables: [], rows: 0, jobs: 0, files: 0 }
  try {
    const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
    await pipeline(
      Readable.from(frames(client, source, counted, log)),
      compress,
      createWriteStream(draft, { mode: 0o600 }),
    )
    syncFile(draft)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw explain(error, file)
  } finally {
    await client.end().catch(() => undefined)
  }
  return { file, ...counted, bytes: statSync(file).size }
}

function nameFile(target: string): string {
  if (!target.endsWith(sep) && !(existsSync(target) && statSync(target).isDirectory())) return target
  return join(target, `ensemble-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z.backup`)
}

async function* frames(
  client: Client,
  source: Source,
  counted: Counted,
  log: (line: string) => void,
): AsyncGenerator<Buffer> {
  await fixSession(client)
  await client.query('begin isolation level repeatable read read only')
  const migrations = await readMigrations(client)
  const server = await client.query<{ version: string }>("select current_setting('server_version') as version")
  yield encodeNote({
    frame: 'head',
    format: 'ensemble-backup',
    version: archiveVersion,
    madeAt: new Date().toISOString(),
    postgres: server.rows[0]?.version ?? '',
    migrations,
    secret: readSecret(source.home),
    sequences: await readSequences(client),
  })
  for (const table of await readTables(client)) {
    yield encodeNote({ frame: 'table', ...table })
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
    const rows = yield* copied(client, `copy (select ${columns} from ${client.escapeIdentifier(table.name)}) to stdout`)
    counted.tables.push({ name: table.name, rows })
    counted.rows += rows
    if (rows > 100_000) log(`  ${table.name}: ${rows} rows`)
  }
  if (await hasJobs(client)) {
    yield encodeNote({ frame: 'jobs' })
    counted.jobs = yield* copied(client, copyJobsOut)
  }
  await client.query('commit')
  yield* uploads(join(source.home, 'uploads'), counted)
  yield encodeNote({ frame: 'foot', tables: counted.tables.length, rows: counted.rows })
}

async function readMigrations(client: Client): Promise<string[]> {
  const found = await client.query<{ found: string | null }>("select to_regclass('public.migrations')::text as found")
  if (!found.rows[0]?.found)
    throw new ExplainedError('This database holds no Ensemble installation: there is nothing to back up.')
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  const known = await knownMigrations()
  const newer = rows.filter((row) => !known.includes(row.name))
  if (newer.length > 0)
    throw new ExplainedError('This database was migrated by a newer Ensemble. Make the backup with that version.')
  return rows.map((row) => row.name)
}

function readSecret(home: string): string | undefined {
  const file = join(home, 'secret')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Passes what a COPY statement sends on as frames, and closes the part with its counts and hash. */
async function* copied(client: Client, statement: string): AsyncGenerator<Buffer, number> {
  const copy = client.query(copyTo(statement))
  yield* part(copy, () => copy.rowCount)
  return copy.rowCount
}

async function* part(stream: AsyncIterable<Buffer>, rows: () => number): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of stream) {
    hash.update(chunk)
    bytes += chunk.length
    yield encodeData(chunk)
  }
  yield encodeNote({ frame: 'end', rows: rows(), bytes, sha256: hash.digest('hex') })
}

async function* uploads(folder: string, counted: Counted): AsyncGenerator<Buffer> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    yield encodeNote({ frame: 'file', name: name.split(sep).join('/') })
    yield* part(createReadStream(path), () => 0)
    counted.files += 1
  }
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function explain(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC')
    return new ExplainedError(
      `The disk is full: the backup ${file} was not made. Free some space or choose another disk.`,
    )
  if (code === 'ENOENT') return new ExplainedError(`The folder of ${file} does not exist. Make it, or choose another.`)
  if (code === 'EACCES' || code === 'EROFS')
    return new ExplainedError(`${file} cannot be written. Choose a folder you may write to.`)
  return error
}
