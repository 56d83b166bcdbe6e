import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { encodingOf } from './encoding-of.ts'
import { refuseOtherKinds } from './refuse-other-kinds.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type InspectedFile = {
  bytes: number
  sha256: string
  kind: 'text' | 'workbook'
  /** Label for people: `UTF-8`, `UTF-8 with BOM`, `UTF-16 LE`, `UTF-16 BE`, `Windows-1252`; `XLSX` for workbooks. */
  encoding: string
  /** Label for TextDecoder. */
  decoder: string
  /** The first 64 kB. */
  head: Buffer
}

const headBytes = 64 * 1024

/** Reads a file once: its size, fingerprint, kind and encoding. Throws UnreadableFile when it is no table. */
export async function inspectFile(path: string, name: string): Promise<InspectedFile> {
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let bytes = 0
  const start: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    if (!Buffer.isBuffer(chunk)) continue
    if (bytes < headBytes) start.push(chunk.subarray(0, headBytes - bytes))
    bytes += chunk.length
    hash.update(chunk)
    isUtf8 &&= isValid(utf8, chunk)
  }
  isUtf8 &&= isValid(utf8, null)
  if (bytes === 0)
    throw new UnreadableFile(`"${name}" is empty.`, 'Export the table again and check that the file has rows.')
  const head = Buffer.concat(start)
  const sha256 = hash.digest('hex')
  if (refuseOtherKinds(head, name) === 'workbook') {
    return { bytes, sha256, kind: 'workbook', encoding: 'XLSX', decoder: 'utf-8', head }
  }
  return { bytes, sha256, kind: 'text', ...encodingOf(head, isUtf8), head }
}

function isValid(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null): boolean {
  try {
    if (chunk === null) decoder.decode()
    else decoder.decode(chunk, { stream: true })
    return true
  } catch {
    return false
  }
}
