import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { Problem } from '../../http/problem.ts'
import { changeMeeting, owedFact } from './change-meeting.ts'
import { isOverlap } from './insert-errors.ts'
import { mailMeeting } from './mail-meeting.ts'
import { findMeeting, NO_PROPOSAL } from './meeting.ts'

type Cancel = { meetingId: string; by: 'guest' | 'us'; actor: string | null; note: string }

/** Cancels a meeting that is booked. Cancelled already, it stays as it is. */
export async function cancelMeeting(ctx: Context, { meetingId, by, actor, note }: Cancel): Promise<void> {
  const nowMs = ctx.now()
  await changeMeeting(ctx, meetingId, async (tx, meeting) => {
    if (meeting.status === 'cancelled') return { owed: [], result: undefined }
    if (meeting.status !== 'booked')
      throw new Problem('conflict', 'This meeting is over: what became of it is said already.', {
        mend: 'Take the word back first.',
      })
    const sequence = meeting.sequence + 1
    const factId = newId(nowMs)
    await tx.query(
      `update meetings set status = 'cancelled', cancelled_by = $2, note = $3, sequence = $4, word_at = $5, word_by = $6, word_fact = $7, ${NO_PROPOSAL} where meeting_id = $1`,
      [meetingId, by, note, sequence, new Date(nowMs), actor, factId],
    )
    const stored = await findMeeting(tx, meetingId)
    if (stored !== null && stored.endsAt.getTime() > nowMs)
      await mailMeeting(tx, ctx, stored, { what: 'cancelled', by, ...(note === '' ? {} : { reason: note }) })
    const data = { meeting: meetingId, by, ...(note === '' ? {} : { note }) }
    const fact = owedFact('meeting.cancelled', data, {
      factId,
      messageId: `meeting:${meetingId}:cancelled:${sequence}`,
      nowMs,
      actor,
    })
    return { owed: [fact], result: undefined }
  })
}

/** Takes a cancellation back, when the time is still free: the guest is invited anew. */
export async function uncancelMeeting(
  ctx: Context,
  { meetingId, actor }: { meetingId: string; actor: string },
): Promise<void> {
  const nowMs = ctx.now()
  try {
    await changeMeeting(ctx, meetingId, async (tx, meeting) => {
      if (meeting.status !== 'cancelled') return { owed: [], result: undefined }
      const sequence = meeting.sequence + 1
      await tx.query(
        `update meetings set status = 'booked', cancelled_by = null, note = '', sequence = $2, reply = 'none', replied_at = null, word_at = null, word_by = null, word_fact = null
          where meeting_id = $1`,
        [meetingId, sequence],
      )
      const stored = await findMeeting(tx, meetingId)
      if (stored !== null && stored.startsAt.getTime() > nowMs)
        await mailMeeting(tx, ctx, stored, { what: 'booked', by: 'us' })
      if (meeting.wordFact === null) return { owed: [], result: undefined }
      const fact = owedFact(
        'fact.retracted',
        { fact: meeting.wordFact },
        { factId: newId(nowMs), messageId: `meeting:${meetingId}:back:${sequence}`, nowMs, actor },
      )
      return { owed: [fact], result: undefined }
    })
  } catch (error) {
    if (!isOverlap(error)) throw error
    throw new Problem('conflict', 'Its time has been given to another meeting.', { mend: 'Book a new meeting.' })
  }
}
