import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createZstdDecompress } from 'node:zlib'
import { ExplainedError } from '../../explained-error.ts'
import { archiveVersion, decodeFrames, type Frame, type Head } from './archive.ts'

export type Archive = { file: string; head: Head; frames: AsyncGenerator<Frame> }

/** Opens a backup, or the newest one of a folder, and reads its head. */
export async function openArchive(source: string): Promise<Archive> {
  const file = findFile(source)
  const bytes = createReadStream(file)
  const decompress = createZstdDecompress()
  bytes.on('error', (error) => decompress.destroy(error))
  const frames = explained(file, decodeFrames(bytes.pipe(decompress)))
  const first = (await frames.next()).value
  if (first?.kind !== 'note' || first.note.frame !== 'head') throw damaged(file, 'it has no head')
  if (first.note.version > archiveVersion) {
    throw new ExplainedError(
      `${file} was made by a newer Ensemble (backup format ${first.note.version}). Restore it with that version.`,
    )
  }
  return { file, head: first.note, frames }
}

function findFile(source: string): string {
  if (!existsSync(source)) throw new ExplainedError(`There is no ${source}.`)
  if (!statSync(source).isDirectory()) return source
  const newest = readdirSync(source)
    .filter((name) => name.endsWith('.backup'))
    .sort()
    .at(-1)
  if (!newest) throw new ExplainedError(`The folder ${source} holds no file that ends in .backup.`)
  return join(source, newest)
}

export function damaged(file: string, what: string): ExplainedError {
  return new ExplainedError(`${file} is not a whole Ensemble backup: ${what}. Nothing was changed.`)
}

async function* explained(file: string, frames: AsyncGenerator<Frame>): AsyncGenerator<Frame> {
  try {
    yield* frames
  } catch (error) {
    if (error instanceof ExplainedError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code.startsWith('ZSTD') || code.startsWith('Z_'))
      throw damaged(file, 'its compressed stream is cut off or damaged')
    throw damaged(file, error instanceof Error ? error.message : String(error))
  }
}
