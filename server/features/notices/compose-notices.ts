import { renderLetter } from '../mail/render-letter.ts'
import type { Letter } from '../mail/send-by-smtp.ts'
import { wordsIn } from '../mail/words-in.ts'
import { lineOf, subjectOf } from './line-of.ts'
import type { Posted } from './read-posted.ts'
import type { Recipient } from './recipient.ts'

const MOST_LINES = 25

/** Of several things about one lead the newest is told: that it is late makes that it is yours old news. */
export function newestOfEach(notices: readonly Posted[]): Posted[] {
  const byLead = new Map<string, Posted>()
  for (const notice of notices)
    byLead.set(notice.personId === null ? notice.noticeId : `${notice.personId} ${isMine(notice)}`, notice)
  return [...byLead.values()].sort((a, b) => termOrder(a) - termOrder(b))
}

function isMine({ kind }: Posted): boolean {
  return kind !== 'reassigned'
}

function termOrder({ dueAt }: Posted): number {
  return dueAt === null ? Number.POSITIVE_INFINITY : dueAt.getTime()
}

/** What a mail's foot always says. */
export function footOf({ language, company, publicUrl }: Recipient): { text: string; url?: string }[] {
  const words = wordsIn(language)
  return [{ text: words.why(company) }, { text: words.preferences, url: `${publicUrl}/settings` }]
}

/** One mail of everything that waits for somebody: what is due first comes first, in the subject too. */
export function composeNotices(notices: readonly Posted[], recipient: Recipient): Letter {
  const words = wordsIn(recipient.language)
  const told = newestOfEach(notices)
  const [first] = told
  if (first === undefined) throw new Error('a mail without notices')
  const shown = told.slice(0, MOST_LINES)
  const more = told.length - shown.length
  return renderLetter({
    language: recipient.language,
    subject: told.length === 1 ? subjectOf(first, recipient) : words.many(told.length, subjectOf(first, recipient)),
    greeting: words.hello(recipient.name),
    intro: told.length === 1 ? words.introOne : words.introMany(told.length),
    parts: [
      {
        title: '',
        lines: [
          ...shown.map((notice) => lineOf(notice, recipient)),
          ...(more > 0 ? [{ text: words.andMore(more) }] : []),
        ],
      },
    ],
    button:
      told.length === 1 && first.personId !== null
        ? { text: words.openLead, url: `${recipient.publicUrl}/people/${first.personId}` }
        : { text: words.open, url: `${recipient.publicUrl}/` },
    foot: footOf(recipient),
  })
}
