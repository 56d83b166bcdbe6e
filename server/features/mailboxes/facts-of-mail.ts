import type { IncomingFact } from '../facts/incoming.ts'
import { uuidOf } from './message-key.ts'
import type { ReadMessage } from './read-message.ts'
import { unquotedText } from './unquoted-text.ts'
import type { House } from './who-is-known.ts'

const MOST_RECIPIENTS = 50
const TEXT_CHARS = 1_500

/** The id of every fact a mail makes: the same in whichever mailbox it is found. */
export function factIdOf(key: string): string {
  return `mail:${key}`
}

type Asked = {
  mail: ReadMessage
  people: ReadonlyMap<string, string>
  house: House
  /** Whose mailbox it was found in. */
  userId: string
  /** Sent before the mailbox was connected: it is told as history, and nobody is hurried by it. */
  isHistory: boolean
}

const excerpt = (mail: ReadMessage): string =>
  unquotedText(mail.text ?? '')
    .slice(0, TEXT_CHARS)
    .toWellFormed()

/** What a mail says about people the house knows. Lists say nothing, calendars speak to the meetings, and a mail to very many is no word to any of them. */
export function factsOfMail({ mail, people, house, userId, isHistory }: Asked): IncomingFact[] {
  const common = { at: mail.sentAtMs, messageId: factIdOf(mail.key), source: 'mailbox', isHistory, touch: null }
  const about = { subject: mail.subject.slice(0, 1_000), mail: uuidOf(mail.key) }
  if (mail.kind === 'bounce' || mail.kind === 'calendar') return []
  if (house.isOwn(mail.from)) {
    if (mail.recipients > MOST_RECIPIENTS) return []
    const actor = house.userOf(mail.from) ?? userId
    const reached = new Set(
      mail.parties
        .filter((each) => each.role === 'to' || each.role === 'cc')
        .flatMap((each) => people.get(each.address) ?? []),
    )
    const isAutomatic = mail.kind === 'automatic' || mail.kind === 'bulk'
    return [...reached].map((personId) => ({
      ...common,
      kind: 'email.sent',
      actor,
      who: { personId },
      data: { ...about, ...(isAutomatic ? { isAutomatic: true } : {}) },
    }))
  }
  const personId = people.get(mail.from)
  if (personId === undefined || mail.kind === 'bulk') return []
  const text = excerpt(mail)
  const data = { ...about, ...(text === '' ? {} : { text }) }
  return [
    {
      ...common,
      kind: mail.kind === 'automatic' ? 'email.auto_replied' : 'email.replied',
      actor: null,
      who: { personId },
      data,
    },
  ]
}
