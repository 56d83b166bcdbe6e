import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { type MailSettings, readMailSettings } from '../mail/mail-settings.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { renderLetter } from '../mail/render-letter.ts'
import type { Letter } from '../mail/send-by-smtp.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import { guestToken } from './guest-token.ts'
import { writeInvitation } from './invitation.ts'
import { type MeetingMailWords, meetingMailWords } from './mail-words.ts'
import type { Meeting } from './meeting.ts'
import { placeText } from './place-text.ts'
import { sayMoment } from './say-time.ts'
import type { Method } from './write-calendar.ts'

/** `agreed`: moved to the time the guest proposed. `kept`: their proposal is declined. */
export type What = 'booked' | 'moved' | 'cancelled' | 'agreed' | 'kept'
export type Told = { what: What; by: 'guest' | 'us'; reason?: string; message?: string }

const METHODS = {
  booked: 'REQUEST',
  moved: 'REQUEST',
  agreed: 'REQUEST',
  cancelled: 'CANCEL',
  kept: 'DECLINECOUNTER',
} as const satisfies Record<What, Method>

/** The address alone of a sender such as "Ensemble <post@house.example>". */
function addressOf({ from }: MailSettings): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from
}

export function manageUrl(ctx: Pick<Context, 'publicUrl' | 'secret'>, meetingId: string): string {
  return `${ctx.publicUrl}/book/m/${guestToken(ctx, meetingId)}`
}

function introOf(words: MeetingMailWords, { what, by }: Told, meeting: Meeting): string {
  const mover = by === 'guest' ? meeting.guestName : meeting.hostName
  if (what === 'booked') return words.bookedIntro(meeting.hostName)
  if (what === 'agreed' || what === 'kept') return words[`${what}Intro`](meeting.hostName)
  return what === 'moved' ? words.movedIntro(mover) : words.cancelledIntro(mover)
}

function linesOf(
  words: MeetingMailWords,
  meeting: Meeting,
  told: Told,
  zone: string,
  other: string,
  language: 'en' | 'fr',
) {
  const where = placeText(meeting, language)
  return [
    { text: `${words.when}: ${sayMoment(meeting.startsAt.getTime(), zone, language)}` },
    ...(where === '' || told.what === 'cancelled'
      ? []
      : [{ text: `${words.where}: ${where}`, ...(/^https:\/\/\S+$/.test(where) ? { url: where } : {}) }]),
    { text: `${words.who}: ${other}` },
    ...(told.reason ? [{ text: `${words.reason}: ${told.reason}` }] : []),
  ]
}

/** What the guest reads of a change, without the calendar that goes along. */
export async function letterToGuest(tx: Queryable, meeting: Meeting, told: Told, url: string): Promise<Letter> {
  const { language, zone } = meeting
  const words = meetingMailWords(language)
  const when = sayMoment(meeting.startsAt.getTime(), zone, language)
  return renderLetter({
    language,
    subject: words[told.what](meeting.title, when),
    greeting: words.hello(meeting.guestName),
    intro: introOf(words, told, meeting),
    ...(told.message === undefined || told.message === '' ? {} : { note: told.message }),
    parts: [{ title: '', lines: linesOf(words, meeting, told, zone, meeting.hostName, language) }],
    button: { text: told.what === 'cancelled' ? words.again : words.change, url },
    foot: [{ text: (await readHouseSettings(tx)).company }, { text: words.why }],
  })
}

async function tellGuest(tx: Queryable, ctx: Context, meeting: Meeting, told: Told, sentBy: string): Promise<void> {
  if (meeting.guestEmail === null) return
  const url = manageUrl(ctx, meeting.id)
  const letter = await letterToGuest(tx, meeting, told, url)
  const method = METHODS[told.what]
  const content = writeInvitation(ctx, meeting, method, { manageUrl: url, sentBy, stampMs: ctx.now() })
  await queueMail(tx, ctx, {
    userId: null,
    address: meeting.guestEmail,
    kind: 'meeting',
    letter: {
      ...letter,
      ...(meeting.hostEmail === null ? {} : { replyTo: meeting.hostEmail }),
      calendar: { method, content, filename: 'invite.ics' },
    },
  })
}

async function tellHost(tx: Queryable, ctx: Context, meeting: Meeting, told: Told): Promise<void> {
  if (meeting.hostEmail === null) return
  const { rows } = await tx.query<{ locale: string | null }>('select locale from users where id = $1', [meeting.host])
  const house = await readHouseSettings(tx)
  const locale = rows[0]?.locale
  const language = locale === 'en' || locale === 'fr' ? locale : house.locale
  const words = meetingMailWords(language)
  const when = sayMoment(meeting.startsAt.getTime(), house.zone, language)
  const answered = meeting.answers.map(({ label, answer }) => ({ text: `${label}: ${answer}` }))
  const letter = renderLetter({
    language,
    subject: `${words[told.what](meeting.title, when)}`,
    greeting: words.hello(meeting.hostName),
    intro:
      told.what === 'booked'
        ? `${meeting.guestName}${meeting.guestEmail === null ? '' : ` <${meeting.guestEmail}>`}`
        : introOf(words, told, meeting),
    parts: [
      { title: '', lines: linesOf(words, meeting, told, house.zone, meeting.guestName, language) },
      ...(answered.length === 0 ? [] : [{ title: words.answers, lines: answered }]),
    ],
    button: { text: words.open, url: `${ctx.publicUrl}/meetings` },
    foot: [{ text: words.why }],
  })
  const method = told.what === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  const content = writeInvitation(ctx, meeting, method, { manageUrl: null, sentBy: null, stampMs: ctx.now() })
  await queueMail(tx, ctx, {
    userId: meeting.host,
    address: meeting.hostEmail,
    kind: 'meeting',
    letter: { ...letter, calendar: { method, content, filename: 'meeting.ics' } },
  })
}

/**
 * Puts the mails of a change in the outbox, in the transaction of the change: the guest's always, the host's when it was the guest's
 * doing. Without a mail server nothing is written: the guest's page offers the same file.
 */
export async function mailMeeting(tx: Queryable, ctx: Context, meeting: Meeting, told: Told): Promise<void> {
  const settings = await readMailSettings(tx, ctx)
  if (settings === null) return
  await tellGuest(tx, ctx, meeting, told, addressOf(settings))
  if (told.by === 'guest') await tellHost(tx, ctx, meeting, told)
}
