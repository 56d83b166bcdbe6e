import type { Context } from '../../context.ts'
import type { Meeting } from './meeting.ts'
import { uidOf } from './meeting.ts'
import { placeText } from './place-text.ts'
import { type CalendarEvent, type Method, type Party, writeCalendar } from './write-calendar.ts'

type Ctx = Pick<Context, 'publicUrl'>
const PARTSTATS = { none: 'NEEDS-ACTION', accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' } as const

export type Shown = { manageUrl: string | null; sentBy: string | null; stampMs: number }

/** A meeting as an event: organised by the host, with the guest as the one who is asked. */
export function eventOf(ctx: Ctx, meeting: Meeting, { manageUrl, sentBy, stampMs }: Shown): CalendarEvent {
  const host: Party | null = meeting.hostEmail === null ? null : { name: meeting.hostName, email: meeting.hostEmail }
  const answered = meeting.answers.map(({ label, answer }) => `${label}: ${answer}`)
  const change = meeting.language === 'fr' ? 'Déplacer ou annuler' : 'Move or cancel'
  return {
    uid: uidOf(meeting.id, ctx.publicUrl),
    sequence: meeting.sequence,
    stampMs,
    startMs: meeting.startsAt.getTime(),
    endMs: meeting.endsAt.getTime(),
    zone: meeting.zone,
    summary: meeting.title,
    description: [...answered, ...(manageUrl === null ? [] : [`${change}: ${manageUrl}`])].join('\n'),
    location: placeText(meeting, meeting.language),
    ...(manageUrl === null ? {} : { url: manageUrl }),
    status: meeting.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    organizer: host === null ? null : { ...host, ...(sentBy === null || sentBy === host.email ? {} : { sentBy }) },
    attendees: [
      ...(meeting.guestEmail === null
        ? []
        : [{ name: meeting.guestName, email: meeting.guestEmail, partstat: PARTSTATS[meeting.reply] }]),
    ],
    alarmMinutes: 15,
  }
}

/** The invitation, its update or its cancellation as one file. */
export function writeInvitation(ctx: Ctx, meeting: Meeting, method: Method, shown: Shown): string {
  return writeCalendar([eventOf(ctx, meeting, shown)], { method })
}
