import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { getBacktestRow, moveBacktest } from './queries.ts'

/** Stops a back-test. Whoever works on it stops within a moment. */
export async function cancelBacktest(ctx: Context, backtestId: string): Promise<void> {
  if (await moveBacktest(ctx.db, backtestId, ['queued', 'running'], 'cancelled', { nowMs: ctx.now() })) return
  const { status } = await getBacktestRow(ctx.db, backtestId)
  throw new Problem('conflict', `This back-test is ${status}; there is nothing to stop.`, {
    mend: 'Start another one.',
  })
}
