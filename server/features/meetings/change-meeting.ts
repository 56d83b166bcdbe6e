import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { findMeeting, type Meeting } from './meeting.ts'
import { type OwedFact, settleMeeting } from './settle-meeting.ts'

export function noSuchMeeting(): Problem {
  return new Problem('not-found', 'There is no such meeting.', { mend: 'Look at the list of meetings.' })
}

type Change<T> = (tx: PoolClient, meeting: Meeting) => Promise<{ owed: OwedFact[]; result: T }>

/** Changes one meeting that nobody else changes meanwhile, with the facts that follow; they are recorded when it is stored. */
export async function changeMeeting<T>(ctx: Context, meetingId: string, change: Change<T>): Promise<T> {
  const result = await inTransaction(ctx.db, async (tx) => {
    const meeting = await findMeeting(tx, meetingId, true)
    if (meeting === null) throw noSuchMeeting()
    const made = await change(tx, meeting)
    await tx.query('update meetings set owed = owed || $2::jsonb, updated_at = $3 where meeting_id = $1', [
      meetingId,
      JSON.stringify(made.owed),
      new Date(ctx.now()),
    ])
    return made.result
  })
  await settleMeeting(ctx, meetingId)
  return result
}

/** A fact about the person of the meeting. */
export function owedFact(
  kind: string,
  data: Record<string, unknown>,
  about: { factId: string; messageId: string; nowMs: number; actor: string | null },
): OwedFact {
  const { factId, messageId, nowMs, actor } = about
  return { kind, factId, at: nowMs, messageId, actor, who: null, touch: null, data }
}
