import { type Line, plain } from '../mail/render-letter.ts'
import { wordsIn } from '../mail/words-in.ts'
import type { Posted } from './read-posted.ts'
import type { Recipient } from './recipient.ts'
import { sayWhen } from './say-when.ts'

const text = (value: unknown): string => (typeof value === 'string' ? plain(value) : '')

/** What a notice is about, in a few words. */
function aboutOf(notice: Posted, { language }: Recipient): string {
  const words = wordsIn(language)
  const { data } = notice
  if (notice.personId !== null) {
    const name = plain(notice.name ?? '', 80) || words.somebody
    return notice.grade === null ? name : `${name} (${notice.grade})`
  }
  if (typeof data.version === 'number') {
    const clause = text(data.clause)
    return clause === '' ? words.version(data.version) : `${clause}, ${words.version(data.version)}`
  }
  return text(data.title) || text(data.address) || text(data.url)
}

/** By when, for what has a term. */
function termOf(notice: Posted, { calendar, language, nowMs }: Recipient): string | null {
  if (notice.dueAt === null || notice.dueClock === null) return null
  if (notice.kind === 'reassigned' || notice.kind === 'unroutable' || notice.kind === 'overflowed') return null
  const words = wordsIn(language)
  const clock = words.clock(notice.dueClock)
  const when = sayWhen(notice.dueAt.getTime(), nowMs, calendar.zone, language)
  return notice.dueAt.getTime() > nowMs ? words.by(clock, when) : words.wasDue(clock, when)
}

function urlOf({ personId, data }: Posted, publicUrl: string): string {
  if (personId !== null) return `${publicUrl}/people/${personId}`
  if (typeof data.backtestId === 'string') return `${publicUrl}/agreement/backtest/${data.backtestId}`
  if (typeof data.importId === 'string') return `${publicUrl}/import/${data.importId}`
  if (typeof data.version === 'number') return `${publicUrl}/agreement/${data.version}`
  if (typeof data.webhookId === 'string') return `${publicUrl}/settings/webhooks`
  if (typeof data.mailboxId === 'string') return `${publicUrl}/settings/mailboxes`
  if (typeof data.address === 'string') return `${publicUrl}/settings/mail`
  return publicUrl
}

/** A notice as one line of a mail: what, about whom, by when, and where to go. */
export function lineOf(notice: Posted, recipient: Recipient): Line {
  const words = wordsIn(recipient.language)
  const term = termOf(notice, recipient)
  const said = notice.personId === null ? text(notice.data.why) : ''
  const detail = [term, notice.company === null ? '' : plain(notice.company, 80), said]
    .filter((part) => part !== null && part !== '')
    .join(' · ')
  return { text: words.told[notice.kind](aboutOf(notice, recipient)), detail, url: urlOf(notice, recipient.publicUrl) }
}

/** The same for a subject line: with its term. */
export function subjectOf(notice: Posted, recipient: Recipient): string {
  const term = termOf(notice, recipient)
  const what = wordsIn(recipient.language).told[notice.kind](aboutOf(notice, recipient))
  return term === null ? what : `${what}, ${term}`
}
