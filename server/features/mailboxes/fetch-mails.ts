import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow'
import { type ReadMessage, readMessage } from './read-message.ts'

/** A mail up to this size is fetched whole; of a larger one the header and the parts that are text, each up to PART_BYTES. */
const WHOLE_BYTES = 256 * 1024
const PART_BYTES = 200 * 1024
const HEADER_BYTES = 128 * 1024
const TEXT_TYPES = ['text/plain', 'text/html', 'text/calendar', 'message/delivery-status', 'text/rfc822-headers']
const MOST_PARTS = 8
/** What is asked of every mail, before anything is decided about it. */
const HEADERS = [
  'message-id',
  'in-reply-to',
  'references',
  'date',
  'from',
  'to',
  'cc',
  'reply-to',
  'subject',
  'content-type',
  'return-path',
  'auto-submitted',
  'precedence',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'x-failed-recipients',
  'list-unsubscribe',
  'list-id',
  'feedback-id',
  'x-campaign-id',
]

export type Looked = {
  uid: number
  receivedMs: number
  sizeBytes: number
  structure: MessageStructureObject | undefined
  /** Without its text. */
  head: ReadMessage
}

function momentOf(date: Date | string | undefined, nowMs: number): number {
  const ms = date === undefined ? Number.NaN : new Date(date).getTime()
  return Number.isFinite(ms) ? ms : nowMs
}

export async function lookedAt(message: FetchMessageObject, nowMs: number): Promise<Looked> {
  const receivedMs = momentOf(message.internalDate, nowMs)
  const sizeBytes = message.size ?? 0
  const about = { arrivedMs: receivedMs, structure: message.bodyStructure, sizeBytes }
  return {
    uid: message.uid,
    receivedMs,
    sizeBytes,
    structure: message.bodyStructure,
    head: await readMessage(message.headers ?? Buffer.alloc(0), about),
  }
}

/** The headers of mails and how they are made up; nothing of what they say. Reading marks nothing as read. */
export async function lookAt(client: ImapFlow, uids: readonly number[]): Promise<FetchMessageObject[]> {
  return client.fetchAll(
    uids.join(','),
    { uid: true, internalDate: true, size: true, bodyStructure: true, headers: HEADERS },
    { uid: true },
  )
}

type Wanted = { key: string; node: MessageStructureObject }

function textParts(root: MessageStructureObject): Wanted[] {
  const found: Wanted[] = []
  const walk = (node: MessageStructureObject, depth: number): void => {
    if (depth > 50 || found.length >= MOST_PARTS) return
    // What is forwarded inside has its own text, which nobody wrote now.
    if (node.type !== 'message/rfc822') for (const child of node.childNodes ?? []) walk(child, depth + 1)
    const isFile = node.disposition === 'attachment' && node.type !== 'text/calendar'
    if (!isFile && TEXT_TYPES.includes(node.type)) found.push({ key: node.part ?? '1', node })
  }
  walk(root, 0)
  return found
}

function parameters(node: MessageStructureObject): string {
  const charset = node.parameters?.charset?.replaceAll(/[^\w.:-]/g, '')
  const method = node.parameters?.method?.replaceAll(/\W/g, '')
  return `${charset === undefined ? '' : `; charset="${charset}"`}${method === undefined ? '' : `; method=${method}`}`
}

/** A mail of the header and the text parts of a large one: its files are never fetched. */
async function fetchParts(client: ImapFlow, mail: Looked, structure: MessageStructureObject): Promise<Buffer> {
  const parts = textParts(structure)
  const fetched = await client.fetchOne(
    String(mail.uid),
    {
      uid: true,
      source: { start: 0, maxLength: HEADER_BYTES },
      bodyParts: parts.map(({ key }) => ({ key, start: 0, maxLength: PART_BYTES })),
    },
    { uid: true },
  )
  if (fetched === false) throw new Error('the mail is gone')
  const start = (fetched.source ?? Buffer.alloc(0)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length
  const isReport = /^content-type:\s*multipart\/report/im.test(start.slice(0, end))
  const header = start
    .slice(0, end)
    .split(/\r?\n(?![ \t])/)
    .filter((line) => !/^(?:content-(?:type|transfer-encoding|disposition)|mime-version)\s*:/i.test(line))
    .join('\r\n')
  const boundary = `parts-${mail.uid}-of-a-large-mail`
  const type = isReport ? 'multipart/report; report-type=delivery-status' : 'multipart/mixed'
  const pieces: Buffer[] = [
    Buffer.from(`${header}\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; boundary="${boundary}"\r\n\r\n`, 'latin1'),
  ]
  for (const { key, node } of parts) {
    const bytes = fetched.bodyParts?.get(key.toLowerCase()) ?? fetched.bodyParts?.get(key)
    if (bytes === undefined) continue
    const encoding = (node.encoding ?? '7bit').replaceAll(/[^\w-]/g, '')
    pieces.push(
      Buffer.from(
        `--${boundary}\r\nContent-Type: ${node.type}${parameters(node)}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    )
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`))
  return Buffer.concat(pieces)
}

/** The text of a mail. Whatever its size, no more than a few hundred kilobytes of it are fetched. */
export async function fetchBody(client: ImapFlow, mail: Looked): Promise<ReadMessage> {
  const about = { arrivedMs: mail.receivedMs, structure: mail.structure, sizeBytes: mail.sizeBytes }
  if (mail.sizeBytes > WHOLE_BYTES && mail.structure !== undefined)
    return readMessage(await fetchParts(client, mail, mail.structure), about)
  const fetched = await client.fetchOne(
    String(mail.uid),
    { uid: true, source: { start: 0, maxLength: WHOLE_BYTES } },
    { uid: true },
  )
  if (fetched === false || fetched.source === undefined) throw new Error('the mail is gone')
  return readMessage(fetched.source, about)
}
