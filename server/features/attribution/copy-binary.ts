import type { Client, Connection, Submittable } from 'pg'

/** One row: field f lies in `bytes` from `starts[f]`, `lengths[f]` long; -1 where the database has none. */
export type BinaryRow = { bytes: Buffer; starts: Int32Array; lengths: Int32Array }

const HEAD = 19
const COPY_DATA = 0x64
const COPY_DONE = 0x63
/** What may come between: the answer to the statement, a parameter, a notice, a notification. */
const PASSING = new Set([0x48, 0x53, 0x4e, 0x41])

/**
 * Runs a COPY to the binary form and hands over its rows out of the bytes as they came from the network. The row is the same object each
 * time: what is kept of it must be copied.
 */
export function copyBinary(
  client: Client,
  statement: string,
  fields: number,
  onRow: (row: BinaryRow) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const rows = rowReader(fields, onRow)
    let failure: unknown = null
    const query: Submittable & Record<string, unknown> = {
      submit(connection: Connection) {
        takeOver(connection, (bytes, from, end) => {
          if (failure !== null) return
          try {
            rows(bytes, from, end)
          } catch (error) {
            failure = error
          }
        })
        connection.query(statement)
      },
      handleError: reject,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failure === null ? resolve() : reject(failure)),
    }
    client.query(query)
  })
}

/** Reads the connection in place of the client until the copy is done, or something else is said. */
function takeOver({ stream }: Connection, onData: (bytes: Buffer, from: number, end: number) => void): void {
  const clients = stream.listeners('data')
  for (const each of clients) stream.removeListener('data', listenerOf(each))
  const giveBack = (rest: Buffer): void => {
    stream.removeListener('data', read)
    for (const each of clients) {
      stream.on('data', listenerOf(each))
      if (rest.length > 0) listenerOf(each)(rest)
    }
  }
  let before: Buffer | null = null
  const read = (chunk: Buffer): void => {
    const bytes: Buffer = before === null ? chunk : Buffer.concat([before, chunk])
    before = null
    let at = 0
    while (at + 5 <= bytes.length) {
      const end = at + 1 + bytes.readInt32BE(at + 1)
      const code = bytes[at] ?? 0
      if (code !== COPY_DATA && code !== COPY_DONE && !PASSING.has(code)) {
        giveBack(bytes.subarray(at))
        return
      }
      if (end > bytes.length) break
      if (code === COPY_DONE) {
        giveBack(bytes.subarray(end))
        return
      }
      if (code === COPY_DATA) onData(bytes, at + 5, end)
      at = end
    }
    if (at < bytes.length) before = bytes.subarray(at)
  }
  stream.on('data', read)
}

type Listener = (bytes: Buffer) => void

function listenerOf(listener: unknown): Listener {
  const isListener = (value: unknown): value is Listener => typeof value === 'function'
  if (!isListener(listener)) throw new TypeError('a connection listens with functions')
  return listener
}

/** Rows out of pieces of the copy, which need not end where rows do, though they mostly will. */
function rowReader(
  fields: number,
  onRow: (row: BinaryRow) => void,
): (bytes: Buffer, from: number, end: number) => void {
  const row: BinaryRow = { bytes: Buffer.alloc(0), starts: new Int32Array(fields), lengths: new Int32Array(fields) }
  let before: Buffer | null = null
  let isPastHead = false
  return (piece, pieceFrom, pieceEnd) => {
    const bytes: Buffer = before === null ? piece : Buffer.concat([before, piece.subarray(pieceFrom, pieceEnd)])
    let at = before === null ? pieceFrom : 0
    const end = before === null ? pieceEnd : bytes.length
    before = null
    if (!isPastHead) {
      if (end - at < HEAD) {
        before = Buffer.from(bytes.subarray(at, end))
        return
      }
      at += HEAD + bytes.readInt32BE(at + HEAD - 4)
      isPastHead = true
    }
    row.bytes = bytes
    for (let next = readRow(row, at, end, fields); next >= 0; next = readRow(row, at, end, fields)) {
      onRow(row)
      at = next
    }
    // The last row is two bytes that say there is none.
    if (at < end && !(end - at === 2 && bytes.readInt16BE(at) === -1)) before = Buffer.from(bytes.subarray(at, end))
  }
}

/** Where the next row begins; -1 when this one is not whole, or the last was read. */
function readRow({ bytes, starts, lengths }: BinaryRow, from: number, end: number, fields: number): number {
  let at = from + 2
  if (at > end || (((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0)) !== fields) return -1
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > end) return -1
    const length =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    at += 4
    starts[field] = at
    lengths[field] = length
    if (length > 0) at += length
    if (at > end) return -1
  }
  return at
}

const POSTGRES_EPOCH_MS = 946_684_800_000

/** A timestamptz as epoch ms, with its microseconds as a fraction cut off. */
export function momentAt(bytes: Buffer, start: number): number {
  const microseconds = bytes.readInt32BE(start) * 4_294_967_296 + bytes.readUInt32BE(start + 4)
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS
}

/** The same of a field that may be empty: NaN. */
export function momentOf({ bytes, starts, lengths }: BinaryRow, field: number): number {
  return (lengths[field] ?? -1) < 0 ? Number.NaN : momentAt(bytes, starts[field] ?? 0)
}

/** A text, or null. */
export function textOf({ bytes, starts, lengths }: BinaryRow, field: number): string | null {
  const length = lengths[field] ?? -1
  const start = starts[field] ?? 0
  return length < 0 ? null : bytes.toString('utf8', start, start + length)
}
