import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { changeMeeting } from './change-meeting.ts'
import { mailMeeting } from './mail-meeting.ts'
import { type Meeting, NO_PROPOSAL } from './meeting.ts'
import { moveMeeting } from './move-meeting.ts'
import { requireMine } from './policy.ts'

type Answer = { meetingId: string; answer: 'accept' | 'decline'; startsAt: string; note: string }

/** Refuses an answer to a proposal that is not there, or not this one any more. */
function requireProposal(meeting: Meeting, startMs: number): { start: Date; end: Date; at: Date } {
  const { proposedStart: start, proposedEnd: end, proposedAt: at } = meeting
  if (start === null || end === null || at === null)
    throw new Problem('conflict', 'The guest proposes no other time, or it was answered already.', {
      mend: 'Look at the meeting again.',
    })
  if (start.getTime() !== startMs)
    throw new Problem('conflict', 'The guest has proposed yet another time meanwhile.', {
      mend: 'Look at the new proposal and answer that one.',
      errors: [{ where: 'body.startsAt', what: `the proposal is now ${start.toISOString()}` }],
    })
  return { start, end, at }
}

/** Answers the other time a guest proposes: accepted, the meeting moves; declined, it stays. Their calendar is told either way. */
export async function answerProposal(ctx: Context, caller: Caller, asked: Answer): Promise<void> {
  const { meetingId, note } = asked
  const startMs = Date.parse(asked.startsAt)
  const { start, end } = requireProposal(await requireMine(ctx, caller, meetingId), startMs)
  if (asked.answer === 'decline') return decline(ctx, meetingId, startMs, note)
  if (start.getTime() <= ctx.now())
    throw new Problem('conflict', 'The time they proposed is over.', { mend: 'Decline it, or move the meeting.' })
  const moved = await moveMeeting(ctx, {
    meetingId,
    atMs: startMs,
    by: 'us',
    actor: caller.id,
    note,
    agreed: { minutes: Math.round((end.getTime() - start.getTime()) / 60_000) },
  })
  if (moved.ok) return
  throw new Problem('conflict', 'The host has another meeting at that time.', {
    mend: 'Decline it, or move the meeting to one of the nearest free times named in errors.',
    errors: moved.nearest.map((at) => ({ where: 'body.startsAt', what: new Date(at).toISOString() })),
  })
}

async function decline(ctx: Context, meetingId: string, startMs: number, note: string): Promise<void> {
  await changeMeeting(ctx, meetingId, async (tx, meeting) => {
    const { at } = requireProposal(meeting, startMs)
    await tx.query(`update meetings set ${NO_PROPOSAL}, proposal_answered_at = $2 where meeting_id = $1`, [
      meetingId,
      at,
    ])
    if (meeting.startsAt.getTime() > ctx.now())
      await mailMeeting(tx, ctx, meeting, { what: 'kept', by: 'us', ...(note === '' ? {} : { reason: note }) })
    return { owed: [], result: undefined }
  })
}
