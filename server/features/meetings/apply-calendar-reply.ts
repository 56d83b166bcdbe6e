import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { applyCounter } from './apply-counter.ts'
import type { Reply } from './meeting.ts'
import { readAnswer, refusedAnswer } from './read-answer.ts'
import type { Refused } from './read-calendar.ts'
import { tellMeeting } from './tell-meeting.ts'

type Said = Exclude<Reply, 'none'>
export type ReplyApplied =
  | { ok: true; meetingId: string; personId: string | null; reply: Said | 'proposed'; isNews: boolean }
  | Refused

const REPLIES: Readonly<Record<string, Said>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
}

/**
 * Takes what a guest's calendar says to an invitation (RFC 5546) as it comes: from a mailbox or as a file. METHOD:REPLY is noted,
 * METHOD:COUNTER waits for the host. `from` is the address it came from, where that is known. An answer to an earlier state of the
 * meeting, or from somebody who was not asked, changes nothing.
 */
export async function applyCalendarReply(
  ctx: Context,
  ics: string | Uint8Array,
  { from = null }: { from?: string | null } = {},
): Promise<ReplyApplied> {
  const answer = await readAnswer(ctx, ics, from)
  if (!answer.ok) return answer
  const { meeting, attendee, at, said } = answer
  const of = { ok: true, meetingId: meeting.id, personId: meeting.personId } as const
  if (answer.method === 'COUNTER') {
    const applied = await applyCounter(ctx, answer)
    return applied.ok ? { ...of, reply: 'proposed', isNews: applied.isNews } : applied
  }
  const partstat = attendee.getParameter('partstat')
  const reply = REPLIES[(typeof partstat === 'string' ? partstat : '').toUpperCase()]
  if (reply === undefined)
    return refusedAnswer('It says neither accepted, declined nor tentative.', 'Ask the guest, or look at their mail.')
  const isNews = await store(ctx, { meetingId: meeting.id, sequence: meeting.sequence, reply, at, said })
  return { ...of, reply, isNews }
}

type Answer = { meetingId: string; sequence: number; reply: Said; at: Date; said: string | null }

async function store(ctx: Context, { meetingId, sequence, reply, at, said }: Answer): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ host: string; personId: string | null }>(
      `update meetings set reply = $3, replied_at = $4, reply_comment = $5, updated_at = $6
        where meeting_id = $1 and sequence = $2 and (replied_at is null or replied_at <= $4)
          and (reply is distinct from $3 or reply_comment is distinct from $5)
        returning host, person_id as "personId"`,
      [meetingId, sequence, reply, at, said, new Date(ctx.now())],
    )
    const [row] = rows
    if (row === undefined) return false
    await tellMeeting(tx, row)
    return true
  })
}
