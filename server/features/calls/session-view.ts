import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { putBack } from './claim.ts'
import { readRuns, type Summary, stopRunning, together } from './runs.ts'
import { readScript } from './scripts.ts'
import { findSession, requireOpen } from './sessions.ts'
import type { getCallSession } from './sessions-contract.ts'
import { heldBy, nextAtOf } from './take-next.ts'

type View = z.input<NonNullable<(typeof getCallSession)['response']>>

/** One session as its page shows it. */
export async function viewSession(ctx: Context, caller: Caller, sessionId: string): Promise<View> {
  const { row, runs } = await findSession(ctx, sessionId)
  const own = runs.filter(({ user }) => user.id === caller.id)
  const [scriptText, current, nextAt] = await Promise.all([
    readScript(ctx.db, row.script?.id ?? null),
    row.closedAt === null ? heldBy(ctx, caller.id, sessionId) : null,
    nextAtOf(ctx, sessionId),
  ])
  return {
    ...row,
    scriptText,
    mine: together(own),
    isRunning: own.some(({ isRunning }) => isRunning),
    bySeller: runs.map(({ user, summary }) => ({ user, summary })),
    current,
    nextAt,
  }
}

/** Passes somebody over: to the end of the list, or off it for good. */
export async function skipCall(
  ctx: Context,
  caller: Caller,
  sessionId: string,
  { personId, isForGood }: { personId: string; isForGood: boolean },
): Promise<void> {
  await requireOpen(ctx.db, sessionId)
  const { rowCount } = await ctx.db.query(
    `select 1 from call_entries where session_id = $1 and person_id = $2 and status = 'claimed' and claimed_by = $3`,
    [sessionId, personId, caller.id],
  )
  if (rowCount === 0)
    throw new Problem('conflict', 'This person is not with you any more.', {
      mend: 'Take the next person of the list.',
    })
  await putBack(ctx, sessionId, personId, isForGood ? { status: 'skipped' } : { status: 'waiting', isLast: true })
}

/** Stops the caller's clock and lets go of whom they have; answers with what they did. */
export async function pauseCalls(ctx: Context, caller: Caller, sessionId: string): Promise<Summary> {
  await findSession(ctx, sessionId)
  const nowMs = ctx.now()
  await stopRunning(ctx.db, sessionId, caller.id, nowMs)
  await ctx.db.query(
    `update call_entries set status = 'waiting', claimed_by = null, claimed_until = null where session_id = $1 and claimed_by = $2 and status = 'claimed'`,
    [sessionId, caller.id],
  )
  const runs = (await readRuns(ctx.db, [sessionId], nowMs)).get(sessionId) ?? []
  return together(runs.filter(({ user }) => user.id === caller.id))
}
