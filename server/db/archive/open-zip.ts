import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { ExplainedError } from '../../explained-error.ts'

export type Zip = {
  names: string[]
  /** The bytes of one file of the archive. */
  read(name: string): Promise<Readable>
  close(): void
}

/** Opens a ZIP and lists what is in it. Names that lead outside are refused by the library. */
export async function openZip(path: string): Promise<Zip> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error) reject(new ExplainedError(`${path} cannot be read as a ZIP (${error.message}). Was it cut short?`))
      else resolve(opened)
    })
  })
  const entries = new Map<string, Entry>()
  await new Promise<void>((resolve, reject) => {
    file.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      file.readEntry()
    })
    file.once('end', () => resolve())
    file.once('error', (error) => reject(new ExplainedError(`${path} is damaged (${String(error)}).`)))
    file.readEntry()
  })
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (entry === undefined) throw new ExplainedError(`${path} is incomplete: ${name} is missing.`)
      return new Promise((resolve, reject) => {
        file.openReadStream(entry, (error, stream) => {
          if (error) reject(new ExplainedError(`${path} is damaged at ${name} (${error.message}).`))
          else resolve(stream)
        })
      })
    },
    close: () => file.close(),
  }
}
