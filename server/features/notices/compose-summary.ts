import { plain, renderLetter } from '../mail/render-letter.ts'
import type { Letter } from '../mail/send-by-smtp.ts'
import { wordsIn } from '../mail/words-in.ts'
import { footOf, newestOfEach } from './compose-notices.ts'
import { lineOf } from './line-of.ts'
import type { Posted } from './read-posted.ts'
import type { Recipient } from './recipient.ts'
import { sayWhen } from './say-when.ts'

export type DueToday = { personId: string; name: string | null; grade: string | null; clock: string; dueAt: number }

const MOST_LINES = 20

/** The mail of a morning: what runs out today first, then what else happened. */
export function composeSummary(
  dueToday: readonly DueToday[],
  notices: readonly Posted[],
  recipient: Recipient,
): Letter {
  const { language, calendar, publicUrl, nowMs } = recipient
  const words = wordsIn(language)
  const told = newestOfEach(notices)
  const cut = <T>(all: readonly T[], line: (each: T) => { text: string }) => [
    ...all.slice(0, MOST_LINES).map(line),
    ...(all.length > MOST_LINES ? [{ text: words.andMore(all.length - MOST_LINES) }] : []),
  ]
  const dueLine = ({ personId, name, grade, clock, dueAt }: DueToday) => {
    const who = plain(name ?? '', 80) || words.somebody
    const when = sayWhen(dueAt, nowMs, calendar.zone, language)
    const term = dueAt > nowMs ? words.by(words.clock(clock), when) : words.wasDue(words.clock(clock), when)
    return { text: grade === null ? who : `${who} (${grade})`, detail: term, url: `${publicUrl}/people/${personId}` }
  }
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: calendar.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(nowMs)
  return renderLetter({
    language,
    subject: words.summarySubject(day.charAt(0).toUpperCase() + day.slice(1), dueToday.length, told.length),
    greeting: words.hello(recipient.name),
    intro: words.summaryIntro,
    parts: [
      { title: words.dueToday, lines: cut(dueToday, dueLine) },
      { title: words.sinceYesterday, lines: cut(told, (notice) => lineOf(notice, recipient)) },
    ].filter(({ lines }) => lines.length > 0),
    button: { text: words.open, url: `${publicUrl}/` },
    foot: footOf(recipient),
  })
}
