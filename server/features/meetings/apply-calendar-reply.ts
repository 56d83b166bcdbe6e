import ICAL from 'ical.js'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { CHANNEL } from '../../http/bus.ts'
import { findMeeting, meetingOfUid, type Reply } from './meeting.ts'
import { readCalendar } from './read-calendar.ts'

export type ReplyApplied =
  | { ok: true; meetingId: string; personId: string | null; reply: Exclude<Reply, 'none'>; isNews: boolean }
  | { ok: false; what: string; mend: string }

const REPLIES: Readonly<Record<string, Exclude<Reply, 'none'>>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}
const MOST_COMMENT = 1_000

const refused = (what: string, mend: string): ReplyApplied => ({ ok: false, what, mend })

function addressOf(property: ICAL.Property): string {
  const value = property.getFirstValue()
  const written = typeof value === 'string' ? value : ''
  const email = property.getParameter('email')
  const address = /^mailto:/i.test(written) ? written.slice(7) : typeof email === 'string' ? email : written
  return decodeURIComponent(address.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
    .trim()
    .toLowerCase()
}

/**
 * Takes a guest's answer to an invitation (METHOD:REPLY, RFC 5546) as their calendar sends it: from a mailbox or as a file. `from` is
 * the address it came from, where that is known. An answer to an earlier state of the meeting, or from somebody who was not asked, changes nothing.
 */
export async function applyCalendarReply(
  ctx: Context,
  ics: string | Uint8Array,
  { from = null }: { from?: string | null } = {},
): Promise<ReplyApplied> {
  const read = readCalendar(ics)
  if (!read.ok) return read
  if (read.method !== 'REPLY')
    return refused(
      read.method === 'COUNTER'
        ? 'The guest proposes another time in their calendar program.'
        : `This is no answer to an invitation: its method is ${read.method ?? 'not stated'}.`,
      read.method === 'COUNTER' ? 'Move the meeting, or answer them.' : 'Give the file of an answer (METHOD:REPLY).',
    )
  const event = read.root.getFirstSubcomponent('vevent')
  const uid = event?.getFirstPropertyValue('uid')
  const meetingId = typeof uid === 'string' ? meetingOfUid(uid) : null
  if (event === null || meetingId === null)
    return refused('It answers an invitation that is not ours.', 'Nothing was changed.')
  const meeting = await findMeeting(ctx.db, meetingId)
  if (meeting === null) return refused('It answers a meeting that is not here any more.', 'Nothing was changed.')
  const guest = meeting.guestEmail?.toLowerCase() ?? null
  const attendees = event.getAllProperties('attendee')
  const answer =
    attendees.find((one) => addressOf(one) === guest) ??
    // Some programs answer under another address of the same mailbox: it counts when the mail came from the guest's.
    (from !== null && from.trim().toLowerCase() === guest && attendees.length === 1 ? attendees[0] : undefined)
  if (answer === undefined)
    return refused(
      'It comes from somebody who was not invited.',
      'Answers of others in the same company change nothing.',
    )
  const partstat = answer.getParameter('partstat')
  const reply = REPLIES[(typeof partstat === 'string' ? partstat : '').toUpperCase()]
  if (reply === undefined)
    return refused('It says neither accepted, declined nor tentative.', 'Ask the guest, or look at their mail.')
  const sequence = event.getFirstPropertyValue('sequence')
  if (typeof sequence === 'number' && sequence < meeting.sequence)
    return refused(
      'It answers an earlier time of this meeting, which has been moved since.',
      'Wait for their answer to the new time.',
    )
  const stamp = event.getFirstPropertyValue('dtstamp')
  const stampMs = stamp instanceof ICAL.Time ? stamp.toUnixTime() * 1_000 : ctx.now()
  const at = new Date(Math.min(stampMs, ctx.now()))
  const comment = event.getFirstPropertyValue('comment')
  const said = typeof comment === 'string' && comment.trim() !== '' ? comment.trim().slice(0, MOST_COMMENT) : null
  const isNews = await store(ctx, { meetingId, sequence: meeting.sequence, reply, at, said })
  return { ok: true, meetingId, personId: meeting.personId, reply, isNews }
}

type Answer = { meetingId: string; sequence: number; reply: Exclude<Reply, 'none'>; at: Date; said: string | null }

async function store(ctx: Context, { meetingId, sequence, reply, at, said }: Answer): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ host: string; person_id: string | null }>(
      `update meetings set reply = $3, replied_at = $4, reply_comment = $5, updated_at = $6
        where meeting_id = $1 and sequence = $2 and (replied_at is null or replied_at <= $4)
          and (reply is distinct from $3 or reply_comment is distinct from $5)
        returning host, person_id`,
      [meetingId, sequence, reply, at, said, new Date(ctx.now())],
    )
    const [row] = rows
    if (row === undefined) return false
    const event =
      row.person_id === null
        ? { event: 'leads' }
        : { event: 'lead', personId: row.person_id, attempt: 0, owner: row.host, previousOwner: null, what: [] }
    await tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)])
    return true
  })
}
