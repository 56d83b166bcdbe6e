import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Frame } from './archive.ts'
import { copyJobsIn, makeJobsTable } from './jobs.ts'
import { type Archive, damaged } from './open-archive.ts'
import { removeStaging, stagingFolder } from './place-files.ts'
import { readForeignKeys } from './schema-facts.ts'

export type Loaded = {
  tables: { name: string; rows: number }[]
  rows: number
  jobs: number
  files: number
  stagedFiles: string[]
}

/** Loads every part of the archive behind its head, each checked against its count and hash. Foreign keys are checked once, at the end. */
export async function loadParts(
  client: Client,
  archive: Archive,
  home: string,
  log: (line: string) => void,
): Promise<Loaded> {
  const loaded: Loaded = { tables: [], rows: 0, jobs: 0, files: 0, stagedFiles: [] }
  removeStaging(home)
  await client.query(makeJobsTable)
  const restoreKeys = await setKeysAside(client)
  for (;;) {
    const next = await archive.frames.next()
    if (next.done || next.value.kind !== 'note') throw damaged(archive.file, 'it ends too early')
    const note = next.value.note
    if (note.frame === 'foot') {
      if (note.tables !== loaded.tables.length || note.rows !== loaded.rows)
        throw damaged(archive.file, 'its counts do not agree')
      break
    }
    if (note.frame === 'table') {
      const columns = note.columns.map((column) => client.escapeIdentifier(column)).join(', ')
      const rows = await loadCopy(client, archive, `copy ${client.escapeIdentifier(note.name)} (${columns}) from stdin`)
      loaded.tables.push({ name: note.name, rows })
      loaded.rows += rows
      if (rows > 100_000) log(`  ${note.name}: ${rows} rows`)
    } else if (note.frame === 'jobs') {
      loaded.jobs = await loadCopy(client, archive, copyJobsIn)
    } else if (note.frame === 'file') {
      await stageFile(archive, home, note.name)
      loaded.stagedFiles.push(note.name)
      loaded.files += 1
    } else {
      throw damaged(archive.file, 'its parts are out of order')
    }
  }
  await restoreKeys()
  return loaded
}

/** Takes foreign keys away while tables are filled; what it returns puts them back, and checks them. */
export async function setKeysAside(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const keys = await readForeignKeys(
    client,
    rows.map((row) => row.name),
  )
  const alter = (table: string) => `alter table ${client.escapeIdentifier(table)}`
  for (const key of keys) await client.query(`${alter(key.table)} drop constraint ${client.escapeIdentifier(key.name)}`)
  return async () => {
    for (const key of keys)
      await client.query(`${alter(key.table)} add constraint ${client.escapeIdentifier(key.name)} ${key.definition}`)
  }
}

async function loadCopy(client: Client, archive: Archive, statement: string): Promise<number> {
  const copy = client.query(copyFrom(statement))
  const seal = { rows: 0 }
  await pipeline(Readable.from(partData(archive, seal)), copy)
  if (copy.rowCount !== seal.rows) throw damaged(archive.file, 'a table has another number of rows than it should')
  return seal.rows
}

/** The bytes of the part that is open, up to its end, which must agree with them. */
async function* partData(archive: Archive, seal: { rows: number }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for (;;) {
    const next = await archive.frames.next()
    if (next.done) throw damaged(archive.file, 'it ends too early')
    const frame: Frame = next.value
    if (frame.kind === 'data') {
      hash.update(frame.data)
      yield frame.data
      continue
    }
    if (frame.note.frame !== 'end' || frame.note.sha256 !== hash.digest('hex'))
      throw damaged(archive.file, 'a part does not agree with its checksum')
    seal.rows = frame.note.rows
    return
  }
}

/** Files wait beside their place until the database is committed. */
async function stageFile(archive: Archive, home: string, name: string): Promise<void> {
  const folder = stagingFolder(home)
  const path = normalize(join(folder, name))
  if (!path.startsWith(folder)) throw damaged(archive.file, 'it names a file outside the data folder')
  mkdirSync(dirname(path), { recursive: true })
  await pipeline(Readable.from(partData(archive, { rows: 0 })), createWriteStream(path, { mode: 0o600 }))
}
