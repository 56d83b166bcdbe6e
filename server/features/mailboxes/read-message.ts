import type { MessageStructureObject } from 'imapflow'
import PostalMime from 'postal-mime'
import { kindOfMail, type MailKind } from './kind-of-mail.ts'
import { idIn, idsIn, keyOfContent } from './message-key.ts'
import { baseOf, normalAddress, type Party } from './normal-address.ts'
import { textOfHtml } from './text-of-html.ts'
import { countWords, unquotedText } from './unquoted-text.ts'

export type Attachment = { name: string; type: string; sizeBytes: number }
export type ReadMessage = {
  key: string
  sentAtMs: number
  from: string
  fromName: string
  /** Everybody, at most so many of each kind; `recipients` is how many there really are. */
  parties: Party[]
  recipients: number
  subject: string
  inReplyTo: string | null
  references: string[]
  kind: MailKind
  text: string | null
  html: string | null
  words: number
  attachments: Attachment[]
  calendar: string | null
  /** What a server says about a mail it could not deliver, raw. */
  report: string | null
}

const PARTIES_KEPT = 200
const TEXT_CHARS = 200_000
const HTML_CHARS = 600_000
const CALENDAR_CHARS = 200_000
const DAY_MS = 86_400_000

/** Text that can be stored: whole characters, no NUL. */
export function storable(text: string, most: number): string {
  return text.slice(0, most).replaceAll('\u0000', '').toWellFormed()
}

type Addressed = {
  name?: string | undefined
  address?: string | undefined
  group?: { name?: string | undefined; address?: string | undefined }[] | undefined
}

function partiesOf(role: Party['role'], list: readonly Addressed[]): Party[] {
  const parties: Party[] = []
  for (const each of list.flatMap((one) => (one.group === undefined ? [one] : one.group))) {
    const address = normalAddress(each.address ?? '')
    if (address === null || parties.some((known) => known.address === address)) continue
    parties.push({ role, address, base: baseOf(address), name: storable(each.name ?? '', 200) })
    if (parties.length === PARTIES_KEPT) break
  }
  return parties
}

/** When it was sent, as it says, unless that is after it arrived or before there was mail. */
function sentAt(date: string | undefined, arrivedMs: number): number {
  const told = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isFinite(told) && told > Date.UTC(1982, 0, 1) && told < arrivedMs + DAY_MS
    ? Math.min(told, arrivedMs)
    : arrivedMs
}

/** Everything with a name, and every part that is no text, as the server describes it: nothing of it is fetched. */
export function attachmentsOf(node: MessageStructureObject | undefined): Attachment[] {
  const found: Attachment[] = []
  const walk = (each: MessageStructureObject, depth: number): void => {
    if (depth > 50 || found.length >= 100) return
    for (const child of each.childNodes ?? []) walk(child, depth + 1)
    if (each.childNodes !== undefined && !each.type.startsWith('message/')) return
    const name = each.dispositionParameters?.filename ?? each.parameters?.name
    const isText = each.type === 'text/plain' || each.type === 'text/html' || each.type === 'text/calendar'
    if (name === undefined && (isText || each.disposition !== 'attachment')) return
    found.push({ name: storable(name ?? each.type, 200), type: storable(each.type, 100), sizeBytes: each.size ?? 0 })
  }
  if (node !== undefined) walk(node, 0)
  return found
}

/**
 * Reads a mail from its bytes, or from as many of them as were fetched. What is broken in it is read as far as it goes:
 * a charset nobody knows as Windows-1252, a part that is cut off to where it ends.
 */
export async function readMessage(
  bytes: Uint8Array,
  about: { arrivedMs: number; structure?: MessageStructureObject | undefined; sizeBytes: number },
): Promise<ReadMessage> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'utf8', maxNestingDepth: 100 })
  const headers = new Map<string, string>()
  for (const { key, value } of mail.headers) if (!headers.has(key)) headers.set(key, value)
  const from = partiesOf('from', mail.from === undefined ? [] : [mail.from])[0]
  const to = mail.to ?? []
  const cc = mail.cc ?? []
  const parts = [
    ...partiesOf('to', to),
    ...partiesOf('cc', cc),
    ...partiesOf('reply-to', mail.replyTo ?? []).filter((each) => each.address !== from?.address),
  ]
  const calendarPart = mail.attachments.find((each) => each.mimeType === 'text/calendar')
  const calendar = typeof calendarPart?.content === 'string' ? storable(calendarPart.content, CALENDAR_CHARS) : null
  const method = /^METHOD:\s*([A-Z]+)/im.exec(calendar ?? '')?.[1]?.toUpperCase() ?? null
  const contentType = headers.get('content-type') ?? ''
  const subject = storable(mail.subject ?? '', 1_000)
  const html = mail.html === undefined ? null : storable(mail.html, HTML_CHARS)
  const text = mail.text === undefined || mail.text.trim() === '' ? null : storable(mail.text, TEXT_CHARS)
  const own = text === null ? (html === null ? '' : unquotedText(textOfHtml(html))) : unquotedText(text)
  const kind = kindOfMail({ headers, contentType, from: from?.address ?? '', subject, calendarMethod: method })
  const addresses = [...to, ...cc].flatMap((each) => each.address ?? each.group?.map((one) => one.address ?? '') ?? [])
  return {
    key:
      idIn(mail.messageId) ??
      keyOfContent({
        from: from?.address ?? '',
        date: headers.get('date') ?? '',
        subject,
        to: addresses.map((each) => each.toLowerCase()),
        size: own.slice(0, 2_000),
      }),
    sentAtMs: sentAt(mail.date, about.arrivedMs),
    from: from?.address ?? '',
    fromName: from?.name ?? '',
    parties: from === undefined ? parts : [from, ...parts],
    recipients: addresses.length,
    subject,
    inReplyTo: idsIn(mail.inReplyTo)[0] ?? idIn(mail.inReplyTo),
    references: idsIn(mail.references),
    kind,
    text: text ?? (html === null ? null : storable(textOfHtml(html, { shouldQuote: true }), TEXT_CHARS)),
    html,
    words: countWords(own),
    attachments: attachmentsOf(about.structure),
    calendar: kind === 'calendar' || method !== null ? calendar : null,
    report: kind === 'bounce' ? Buffer.from(bytes).toString('latin1').slice(0, 300_000) : null,
  }
}
