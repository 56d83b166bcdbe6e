import ICAL from 'ical.js'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { lengthOf, tzidOf } from './busy-of-calendar.ts'
import { type CalendarAnswer, refusedAnswer } from './read-answer.ts'
import { momentOfTime, type Refused } from './read-calendar.ts'
import { tellMeeting } from './tell-meeting.ts'

const LEAST_MS = 5 * 60_000
const MOST_MS = 8 * 3_600_000

type Proposed = { ok: true; startMs: number; endMs: number }

/** The time that is proposed; its length where it is one a meeting can have, else that of the meeting. */
function readProposed({ event, meeting }: CalendarAnswer, nowMs: number): Proposed | Refused {
  const start = event.getFirstPropertyValue('dtstart')
  if (!(start instanceof ICAL.Time))
    return refusedAnswer('It proposes another time without saying which.', 'Ask the guest, or look at their mail.')
  if (start.isDate)
    return refusedAnswer('It proposes a day without a time.', 'Ask the guest for a time, and move the meeting by hand.')
  const startMs = momentOfTime(start, tzidOf(event, 'dtstart'), meeting.zone)
  const ownMs = meeting.endsAt.getTime() - meeting.startsAt.getTime()
  const saidMs = lengthOf(event, startMs, meeting.zone)
  const lengthMs = saidMs >= LEAST_MS && saidMs <= MOST_MS ? saidMs : ownMs
  if (startMs <= nowMs)
    return refusedAnswer('The time it proposes is over.', 'Ask the guest for another one, or move the meeting by hand.')
  if (startMs === meeting.startsAt.getTime() && lengthMs === ownMs)
    return refusedAnswer('It proposes the time the meeting has already.', 'Nothing is to be done.')
  return { ok: true, startMs, endMs: startMs + lengthMs }
}

/** Keeps the other time a guest proposes (METHOD:COUNTER) until the host answers it; a later proposal takes its place. */
export async function applyCounter(
  ctx: Context,
  answer: CalendarAnswer,
): Promise<{ ok: true; isNews: boolean } | Refused> {
  const { meeting, at, said } = answer
  if (meeting.status !== 'booked')
    return refusedAnswer('It proposes another time for a meeting that is cancelled or over.', 'Book a new meeting.')
  const proposed = readProposed(answer, ctx.now())
  if (!proposed.ok) return proposed
  const isNews = await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ host: string; personId: string | null }>(
      `update meetings set proposed_start = $3, proposed_end = $4, proposed_at = $5, proposed_comment = $6, updated_at = $7
        where meeting_id = $1 and sequence = $2 and status = 'booked' and (proposed_at is null or proposed_at <= $5)
          and (proposal_answered_at is null or proposal_answered_at < $5)
          and (proposed_start is distinct from $3 or proposed_end is distinct from $4 or proposed_comment is distinct from $6)
        returning host, person_id as "personId"`,
      [
        meeting.id,
        meeting.sequence,
        new Date(proposed.startMs),
        new Date(proposed.endMs),
        at,
        said,
        new Date(ctx.now()),
      ],
    )
    const [row] = rows
    if (row === undefined) return false
    await tellMeeting(tx, row)
    return true
  })
  return { ok: true, isNews }
}
