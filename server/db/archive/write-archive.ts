import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ZipFile } from 'yazl'
import { ExplainedError } from '../../explained-error.ts'
import { fixSession, readSequences } from '../backup/schema-facts.ts'
import { knownMigrations } from '../migrate.ts'
import { markedCell } from './cells.ts'
import { type Described, describeTables } from './describe-tables.ts'
import { LEFT_OUT, type Manifest, READ_ME } from './manifest.ts'

export type ArchiveWritten = { tables: number; rows: number; files: number }

/** One table is in the archive: the `place`th of `of`. */
export type TableWritten = { name: string; rows: number; place: number; of: number }

type Source = { url: string; home: string }

function csvOf(client: Client, table: Described): string {
  const cell = ({ name, isText }: Described['columns'][number]): string => {
    const column = client.escapeIdentifier(name)
    return isText ? `${markedCell(column)} as ${column}` : column
  }
  const order =
    table.key.length === 0 ? '' : ` order by ${table.key.map((name) => client.escapeIdentifier(name)).join(', ')}`
  return `copy (select ${table.columns.map(cell).join(', ')} from ${client.escapeIdentifier(table.name)}${order}) to stdout with (format csv, header true)`
}

/** Passes bytes on and gives their hash at the end. */
function hashed(): { through: Transform; sha256: () => string } {
  const hash = createHash('sha256')
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, sha256: () => hash.digest('hex') }
}

function addStream(zip: ZipFile, from: Readable, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    from.once('error', reject)
    from.once('end', resolve)
    zip.addReadStream(from, name, { mode: 0o600 })
  })
}

/**
 * Writes everything the database holds at one moment as a ZIP of CSV tables, while others go on writing. The stream is
 * given at once; `done` settles when the last table is in it, and fails (as the stream does) when anything does.
 */
export function writeArchive(
  source: Source,
  nowMs: number,
  onTable: (told: TableWritten) => void = () => undefined,
): { stream: Readable; done: Promise<ArchiveWritten> } {
  const zip = new ZipFile()
  const done = fill(zip, source, nowMs, onTable).catch((error: unknown) => {
    const failed = error instanceof Error ? error : new Error(String(error))
    ;(zip.outputStream as Readable).destroy(failed)
    throw failed
  })
  return { stream: zip.outputStream as Readable, done }
}

async function fill(
  zip: ZipFile,
  source: Source,
  nowMs: number,
  onTable: (told: TableWritten) => void,
): Promise<ArchiveWritten> {
  const client = new Client({ connectionString: source.url, application_name: 'ensemble archive' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await fixSession(client)
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = {
      format: 'ensemble-archive',
      version: 1,
      madeAt: new Date(nowMs).toISOString(),
      migrations: await readMigrations(client),
      tables: [],
      sequences: await readSequences(client),
      leftOut: [...LEFT_OUT],
    }
    zip.addBuffer(Buffer.from(READ_ME), 'README.txt')
    const tables = await describeTables(client)
    for (const [place, table] of tables.entries()) {
      const copy = client.query(copyTo(csvOf(client, table)))
      const { through, sha256 } = hashed()
      copy.once('error', (error) => through.destroy(error))
      const file = `tables/${table.name}.csv`
      await addStream(zip, copy.pipe(through), file)
      manifest.tables.push({
        name: table.name,
        file,
        columns: table.columns.map(({ name, type }) => ({ name, type })),
        rows: copy.rowCount,
        sha256: sha256(),
      })
      onTable({ name: table.name, rows: copy.rowCount, place: place + 1, of: tables.length })
    }
    await client.query('commit')
    const files = addUploads(zip, join(source.home, 'uploads'))
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json')
    zip.end()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { tables: manifest.tables.length, rows, files }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function readMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migrations order by name')
  const known = await knownMigrations()
  if (rows.some((row) => !known.includes(row.name)))
    throw new ExplainedError('This database was migrated by a newer Ensemble. Make the archive with that version.')
  return rows.map((row) => row.name)
}

function addUploads(zip: ZipFile, folder: string): number {
  if (!existsSync(folder)) return 0
  let files = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    zip.addFile(path, `uploads/${name.split(sep).join('/')}`)
    files += 1
  }
  return files
}
