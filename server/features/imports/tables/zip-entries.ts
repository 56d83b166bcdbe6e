import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { UnreadableFile } from './unreadable-file.ts'

export type ZipEntries = {
  has(name: string): boolean
  /** Throws UnreadableFile when the entry is absent or unpacks to more than is sane. */
  read(name: string): Promise<Readable>
  close(): void
}

/** Ordinary sheets pack about 10 : 1; only a file made to fill a disk or a memory goes far beyond. */
const RATIO_LIMIT = 200
const CHECKED_FROM_BYTES = 20 * 1024 * 1024
const ENTRY_LIMIT_BYTES = 2 * 1024 ** 3

/** The entries of a zip file by name, unpacked one at a time as streams. Sizes are checked before and while unpacking. */
export async function openZip(path: string, name: string): Promise<ZipEntries> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) => {
      if (error) reject(broken(name, error))
      else resolve(file)
    })
  })
  const entries = await listEntries(zip, name).catch((error: unknown) => {
    zip.close()
    throw error
  })
  return {
    has: (entry) => entries.has(entry),
    read: (entry) => openEntry(zip, entries.get(entry), name),
    close: () => zip.close(),
  }
}

function listEntries(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > 10_000)
        reject(
          new UnreadableFile(
            `"${name}" holds too many parts to be a workbook.`,
            'Save the sheet as CSV and send that.',
          ),
        )
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', (error) => reject(broken(name, error)))
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry | undefined, name: string): Promise<Readable> {
  if (!entry)
    throw new UnreadableFile(
      `"${name}" is a zip file but not an XLSX workbook.`,
      'Unpack it and send the tables inside, or save the sheet as XLSX.',
    )
  if (entry.isEncrypted())
    throw new UnreadableFile(`"${name}" is locked with a password.`, 'Save it without a password.')
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  const isBomb = entry.uncompressedSize > CHECKED_FROM_BYTES && ratio > RATIO_LIMIT
  if (isBomb || entry.uncompressedSize > ENTRY_LIMIT_BYTES) {
    throw new UnreadableFile(
      `"${name}" unpacks to ${Math.round(entry.uncompressedSize / 1e6)} MB (${Math.round(ratio)} times its size); it was not unpacked.`,
      'Save the sheet as CSV and send that.',
    )
  }
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(broken(name, error))
      else resolve(stream)
    })
  })
}

function broken(name: string, error: Error): UnreadableFile {
  return new UnreadableFile(
    `"${name}" is damaged or not an XLSX workbook (${error.message}).`,
    'Open it in a spreadsheet program and save it again, or send CSV.',
  )
}
