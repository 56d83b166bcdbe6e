import type { Readable } from 'node:stream'

/** One row: field f lies in `bytes` from `starts[f]`, `lengths[f]` long; -1 where the database has none. */
export type BinaryRow = { bytes: Buffer; starts: Int32Array; lengths: Int32Array }

const SIGNATURE = 11

/** Reads the binary form of COPY row by row. The row is the same object each time: what is kept of it must be copied. */
export async function copyBinary(stream: Readable, fields: number, onRow: (row: BinaryRow) => void): Promise<void> {
  const row: BinaryRow = {
    bytes: Buffer.alloc(0),
    starts: new Int32Array(fields),
    lengths: new Int32Array(fields),
  }
  let rest: Buffer | null = null
  let isPastHead = false
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a binary copy comes in bytes')
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    if (!isPastHead) {
      const head = SIGNATURE + 8
      if (bytes.length < head) {
        rest = bytes
        continue
      }
      at = head + bytes.readInt32BE(SIGNATURE + 4)
      isPastHead = true
    }
    row.bytes = bytes
    for (let next = readRow(row, at, fields); next >= 0; next = readRow(row, at, fields)) {
      onRow(row)
      at = next
    }
    rest = at === bytes.length ? null : bytes.subarray(at)
  }
}

/** Where the next row begins; -1 when this one is not whole, or the last was read. */
function readRow({ bytes, starts, lengths }: BinaryRow, from: number, fields: number): number {
  let at = from + 2
  if (at > bytes.length || (((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0)) !== fields) return -1
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > bytes.length) return -1
    const length =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    at += 4
    starts[field] = at
    lengths[field] = length
    if (length > 0) at += length
    if (at > bytes.length) return -1
  }
  return at
}

const POSTGRES_EPOCH_MS = 946_684_800_000

/** A timestamptz as epoch ms, with its microseconds as a fraction cut off. */
export function momentAt(bytes: Buffer, start: number): number {
  const microseconds = bytes.readInt32BE(start) * 4_294_967_296 + bytes.readUInt32BE(start + 4)
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS
}
