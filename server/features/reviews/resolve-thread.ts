import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { tellScreens } from '../agreements/tell-screens.ts'
import { readThread, type Thread } from './queries.ts'
import { tellParticipants } from './tell-participants.ts'

/** Marks what was said as settled, or opens it again. Doing it twice is doing it once. */
export async function resolveThread(
  ctx: Context,
  caller: Caller,
  input: { version: number; threadId: string; isResolved: boolean },
): Promise<Thread> {
  return inTransaction(ctx.db, async (tx) => {
    const before = await readThread(tx, input.version, input.threadId)
    if (before.isResolved === input.isResolved) return before
    const nowMs = ctx.now()
    await tx.query('update agreement_threads set resolved_at = $2, resolved_by = $3 where thread_id = $1', [
      input.threadId,
      input.isResolved ? new Date(nowMs) : null,
      input.isResolved ? caller.id : null,
    ])
    const thread = await readThread(tx, input.version, input.threadId)
    if (input.isResolved)
      await tellParticipants(
        tx,
        caller,
        { isResolved: true, version: input.version, thread, text: thread.comments.at(-1)?.text ?? '' },
        nowMs,
      )
    await tellScreens(tx)
    return thread
  })
}
