import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { uuidOf } from '../mailboxes/message-key.ts'
import { baseOf } from '../mailboxes/normal-address.ts'
import type { ReadMessage } from '../mailboxes/read-message.ts'
import { countWords } from '../mailboxes/unquoted-text.ts'
import { type Cast, type CastMember, COMPANY } from './cast.ts'

export type DemoMail = { mail: ReadMessage; userId: string }

const RECENT_MS = 60 * dayMs

type Person = { name: string; email: string }
type Told = Record<string, unknown>

const dataOf = (fact: IncomingFact): Told =>
  typeof fact.data === 'object' && fact.data !== null ? { ...fact.data } : {}
const textIn = (told: Told, key: string): string => {
  const value = told[key]
  return typeof value === 'string' ? value : ''
}

function personOf(story: readonly IncomingFact[]): Person | null {
  for (const fact of story) {
    if (fact.kind !== 'person.identified') continue
    const { person } = dataOf(fact)
    if (typeof person !== 'object' || person === null) continue
    const told: Told = { ...person }
    const email = textIn(told, 'email')
    if (email !== '') return { name: textIn(told, 'name'), email: email.toLowerCase() }
  }
  return null
}

const FIRST = {
  en: (name: string, seller: string) =>
    `Hello ${name},\n\nyou asked us about ${COMPANY.product}, thank you. I tried to ring you just now. When does it suit you best: mornings or afternoons?\n\nUntil then you find how others plan their rounds here: https://www.${COMPANY.domain}/stories\n\nKind regards\n${seller}`,
  fr: (name: string, seller: string) =>
    `Bonjour ${name},\n\nvous nous avez interrogés sur ${COMPANY.product}, merci. J’ai essayé de vous joindre à l’instant. Quand cela vous convient-il le mieux : le matin ou l’après-midi ?\n\nD’ici là, voici comment d’autres organisent leurs tournées : https://www.${COMPANY.domain}/stories\n\nBien à vous\n${seller}`,
} as const

const REPLY = {
  en: (text: string) =>
    `${text || 'Yes, please call me.'}\n\nOne question beforehand: does it work without a network, in cellars? We have lost a morning that way before.`,
  fr: (text: string) =>
    `${text || 'Oui, appelez-moi.'}\n\nUne question avant : est-ce que cela marche sans réseau, dans les sous-sols ? Nous y avons déjà perdu une matinée.`,
} as const

type Written = {
  fact: IncomingFact
  person: Person
  seller: CastMember
  before: readonly string[]
  subject: string
  isOurs: boolean
}

function write({ fact, person, seller, before, subject, isOurs }: Written): ReadMessage {
  const key = `${fact.messageId.replaceAll(/[^\w.-]/g, '-')}@${COMPANY.domain}`
  const language = seller.locale
  const firstName = person.name.split(' ')[0] ?? person.name
  const text = isOurs ? FIRST[language](firstName, seller.name) : REPLY[language](textIn(dataOf(fact), 'text'))
  const them = { address: person.email, base: baseOf(person.email), name: person.name }
  const us = { address: seller.email, base: seller.email, name: seller.name }
  const [from, to] = isOurs ? [us, them] : [them, us]
  return {
    key,
    sentAtMs: fact.at,
    from: from.address,
    fromName: from.name,
    parties: [
      { role: 'from', ...from },
      { role: 'to', ...to },
    ],
    recipients: 1,
    subject,
    inReplyTo: before.at(-1) ?? null,
    references: [...before],
    kind: 'human',
    text,
    html: null,
    words: countWords(text),
    attachments: [],
    calendar: null,
    report: null,
  }
}

/** The mails a recent story tells of, written out, and the story with facts that name them. */
export function mailsOf(
  story: readonly IncomingFact[],
  cast: Pick<Cast, 'members'>,
  endsAt: number,
): { story: readonly IncomingFact[]; mails: DemoMail[] } {
  const person = personOf(story)
  if (person === null) return { story, mails: [] }
  const mails: DemoMail[] = []
  const told = story.map((fact) => {
    const isOurs = fact.kind === 'email.sent' && fact.actor !== null
    if ((!isOurs && fact.kind !== 'email.replied') || fact.at < endsAt - RECENT_MS) return fact
    const userId = isOurs ? fact.actor : (mails[0]?.userId ?? null)
    const seller = cast.members.find((each) => each.id === userId)
    if (seller === undefined) return fact
    const first = mails[0]?.mail.subject
    const subject = first === undefined ? textIn(dataOf(fact), 'subject') : `Re: ${first.replace(/^Re: /, '')}`
    const mail = write({ fact, person, seller, before: mails.map((each) => each.mail.key), subject, isOurs })
    mails.push({ mail, userId: seller.id })
    return { ...fact, data: { ...dataOf(fact), mail: uuidOf(mail.key) } }
  })
  return { story: told, mails }
}
