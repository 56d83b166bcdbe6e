import { z } from 'zod'

/**
 * A backup is one zstd stream of frames: a byte for the kind, four for the length, then the content.
 * `J` frames hold JSON (the head, the begin and end of each part, the foot), `D` frames the bytes of the part that is open.
 */
export const archiveVersion = 1

const head = z.object({
  frame: z.literal('head'),
  format: z.literal('ensemble-backup'),
  version: z.number(),
  madeAt: z.string(),
  postgres: z.string(),
  /** The migrations of the database: its schema version. */
  migrations: z.array(z.string()),
  /** The generated secret that signs sessions and encrypts credentials, when the data folder holds one. */
  secret: z.string().optional(),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
})
const tableBegin = z.object({ frame: z.literal('table'), name: z.string(), columns: z.array(z.string()) })
const jobsBegin = z.object({ frame: z.literal('jobs') })
const fileBegin = z.object({ frame: z.literal('file'), name: z.string() })
const partEnd = z.object({ frame: z.literal('end'), rows: z.number(), bytes: z.number(), sha256: z.string() })
const foot = z.object({ frame: z.literal('foot'), tables: z.number(), rows: z.number() })

const note = z.discriminatedUnion('frame', [head, tableBegin, jobsBegin, fileBegin, partEnd, foot])

export type Head = z.output<typeof head>
export type Note = z.output<typeof note>
export type Frame = { kind: 'note'; note: Note } | { kind: 'data'; data: Buffer }

const headerBytes = 5
const noteKind = 0x4a
const dataKind = 0x44

export function encodeNote(content: Note): Buffer {
  return encode(noteKind, Buffer.from(JSON.stringify(content)))
}

export function encodeData(data: Buffer): Buffer {
  return encode(dataKind, data)
}

function encode(kind: number, content: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt8(kind, 0)
  header.writeUInt32BE(content.length, 1)
  return Buffer.concat([header, content])
}

/** Cuts a decompressed stream into frames. Throws on what is no frame, and on an end in the middle of one. */
export async function* decodeFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let pending: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    for (;;) {
      if (pending.length < headerBytes) break
      const end = headerBytes + pending.readUInt32BE(1)
      if (pending.length < end) break
      yield decode(pending.readUInt8(0), pending.subarray(headerBytes, end))
      pending = pending.subarray(end)
    }
  }
  if (pending.length > 0) throw new Error('it ends in the middle of a part')
}

function decode(kind: number, content: Buffer): Frame {
  if (kind === dataKind) return { kind: 'data', data: content }
  if (kind !== noteKind) throw new Error('it holds something unknown')
  return { kind: 'note', note: note.parse(JSON.parse(content.toString('utf8'))) }
}
