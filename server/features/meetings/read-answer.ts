import ICAL from 'ical.js'
import type { Context } from '../../context.ts'
import { findMeeting, type Meeting, meetingOfUid } from './meeting.ts'
import { type Refused, readCalendar } from './read-calendar.ts'

/** What a guest's calendar program says of an invitation of ours: an answer, or another time. */
export type CalendarAnswer = {
  ok: true
  method: 'REPLY' | 'COUNTER'
  meeting: Meeting
  event: ICAL.Component
  attendee: ICAL.Property
  at: Date
  said: string | null
}

const MOST_COMMENT = 1_000

export const refusedAnswer = (what: string, mend: string): Refused => ({ ok: false, what, mend })

function addressOf(property: ICAL.Property): string {
  const value = property.getFirstValue()
  const written = typeof value === 'string' ? value : ''
  const email = property.getParameter('email')
  const address = /^mailto:/i.test(written) ? written.slice(7) : typeof email === 'string' ? email : written
  return decodeURIComponent(address.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
    .trim()
    .toLowerCase()
}

function attendeeOf(event: ICAL.Component, guest: string | null, from: string | null): ICAL.Property | undefined {
  const attendees = event.getAllProperties('attendee')
  return (
    attendees.find((one) => addressOf(one) === guest) ??
    // Some programs answer under another address of the same mailbox: it counts when the mail came from the guest's.
    (from !== null && from.trim().toLowerCase() === guest && attendees.length === 1 ? attendees[0] : undefined)
  )
}

/**
 * Reads what comes back of an invitation (RFC 5546): METHOD:REPLY or METHOD:COUNTER, of one of our meetings, from whoever was asked, to its
 * present time. Everything else is refused with the reason.
 */
export async function readAnswer(
  ctx: Context,
  ics: string | Uint8Array,
  from: string | null,
): Promise<CalendarAnswer | Refused> {
  const read = readCalendar(ics)
  if (!read.ok) return read
  const { method } = read
  if (method !== 'REPLY' && method !== 'COUNTER')
    return refusedAnswer(
      `This is no answer to an invitation: its method is ${method ?? 'not stated'}.`,
      'Give the file of an answer (METHOD:REPLY) or of a proposal (METHOD:COUNTER).',
    )
  const event = read.root.getFirstSubcomponent('vevent')
  const uid = event?.getFirstPropertyValue('uid')
  const meetingId = typeof uid === 'string' ? meetingOfUid(uid) : null
  if (event === null || meetingId === null)
    return refusedAnswer('It answers an invitation that is not ours.', 'Nothing was changed.')
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null) return refusedAnswer('It answers a meeting that is not here any more.', 'Nothing was changed.')
  const attendee = attendeeOf(event, meeting.guestEmail?.toLowerCase() ?? null, from)
  if (attendee === undefined)
    return refusedAnswer(
      'It comes from somebody who was not invited.',
      'Answers of others in the same company change nothing.',
    )
  const sequence = event.getFirstPropertyValue('sequence')
  if (typeof sequence === 'number' && sequence < meeting.sequence)
    return refusedAnswer(
      'It answers an earlier time of this meeting, which has been moved since.',
      'Wait for their answer to the new time.',
    )
  const stamp = event.getFirstPropertyValue('dtstamp')
  const stampMs = stamp instanceof ICAL.Time ? stamp.toUnixTime() * 1_000 : ctx.now()
  const comment = event.getFirstPropertyValue('comment')
  const said = typeof comment === 'string' && comment.trim() !== '' ? comment.trim().slice(0, MOST_COMMENT) : null
  return { ok: true, method, meeting, event, attendee, at: new Date(Math.min(stampMs, ctx.now())), said }
}
