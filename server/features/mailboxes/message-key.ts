import { createHash } from 'node:crypto'

const MOST_CHARS = 180

/** A Message-ID as it is compared: without brackets, spaces and comments. Null for what is none. */
export function idIn(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null
  const inner = /<([^<>]+)>/.exec(text)?.[1] ?? text
  const id = inner.replaceAll(/\s+/g, '').replaceAll('\u0000', '').toWellFormed()
  if (id === '' || id.length > 4_000) return null
  return id.length <= MOST_CHARS ? id : `long:${createHash('sha256').update(id).digest('hex')}`
}

/** Every id of a References or In-Reply-To header, in order, the last hundred. */
export function idsIn(text: string | null | undefined): string[] {
  const found = (text ?? '').slice(-60_000).match(/<[^<>]+>/g) ?? []
  return [...new Set(found.flatMap((each) => idIn(each) ?? []))].slice(-100)
}

/** What a mail without an id is known by: whoever holds the same mail makes the same of it. */
export function keyOfContent(mail: {
  from: string
  date: string
  subject: string
  to: readonly string[]
  size: string
}): string {
  const told = [mail.from, mail.date, mail.subject, [...mail.to].sort().slice(0, 50).join(','), mail.size].join('\n')
  return `hash:${createHash('sha256').update(told).digest('hex')}`
}

/** The id of a row, made of the mail's own: a mail stored twice is one row, and a fact may name it before it is stored. */
export function uuidOf(messageKey: string): string {
  const hex = createHash('sha256').update(`mail\n${messageKey}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
