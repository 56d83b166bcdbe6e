import type { Mailbox, Rule } from './mailbox.ts'
import type { Party } from './normal-address.ts'
import type { ReadMessage } from './read-message.ts'
import type { House } from './who-is-known.ts'

/** What becomes of a mail: its text is kept, only who and when, or it is only counted; and why. */
export type Verdict = {
  keep: 'body' | 'headers' | 'nothing'
  reason: 'known' | 'rule' | 'policy' | 'report' | 'internal' | 'nobody'
}

function isMatched(rule: Rule, subject: string, addresses: readonly string[]): boolean {
  const value = rule.value.toLowerCase()
  switch (rule.field) {
    case 'address':
      return addresses.includes(value)
    case 'domain':
      return addresses.some(
        (each) => each.endsWith(`@${value.replace(/^@/, '')}`) || each.endsWith(`.${value.replace(/^@/, '')}`),
      )
    case 'subject':
      return subject.toLowerCase().includes(value)
  }
}

/** Everybody in a mail who is not of the house. */
export function outsidersOf(mail: Pick<ReadMessage, 'parties'>, house: House): Party[] {
  return mail.parties.filter((each) => !house.isOwn(each.address))
}

/** Private mail stays private: the text is kept of mail with people the house knows, and by rule; the rest as the mailbox says. */
export function decideMail(
  mailbox: Pick<Mailbox, 'policy' | 'rules'>,
  mail: ReadMessage,
  house: House,
  people: ReadonlyMap<string, string>,
): Verdict {
  const outsiders = outsidersOf(mail, house)
  const addresses = outsiders.map((each) => each.address)
  const rule = mailbox.rules.find((each) => isMatched(each, mail.subject, addresses))
  if (rule?.does === 'leave out') return { keep: 'nothing', reason: 'rule' }
  if (mail.kind === 'bounce') return { keep: 'body', reason: 'report' }
  if (outsiders.length === 0) return { keep: 'nothing', reason: mail.parties.length === 0 ? 'nobody' : 'internal' }
  if (addresses.some((each) => people.has(each))) return { keep: 'body', reason: 'known' }
  if (rule?.does === 'keep') return { keep: 'body', reason: 'rule' }
  return {
    keep: mailbox.policy === 'all' ? 'body' : mailbox.policy === 'headers' ? 'headers' : 'nothing',
    reason: 'policy',
  }
}
