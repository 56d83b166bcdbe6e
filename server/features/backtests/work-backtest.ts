import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { withLock } from '../../db/with-lock.ts'
import { Problem } from '../../http/problem.ts'
import { tell } from '../notices/tell.ts'
import { getBacktestRow, moveBacktest, saveProgress, tellScreens } from './queries.ts'
import { runBacktest } from './run-backtest.ts'
import { saveLeads } from './save-leads.ts'

const LOOK_EVERY_MS = 400

class Cancelled extends Error {}

/** Works on a back-test that waits, or that a killed process left, to its end. Twice changes nothing. */
export async function workBacktest(ctx: Context, backtestId: string): Promise<void> {
  await withLock(ctx.db, backtestId, () => work(ctx, backtestId), { shouldWait: false })
}

async function work(ctx: Context, backtestId: string): Promise<void> {
  const { db } = ctx
  if (!(await moveBacktest(db, backtestId, ['queued', 'running'], 'running', { nowMs: ctx.now() }))) return
  const row = await getBacktestRow(db, backtestId)
  const stopping = new AbortController()
  let share = 0
  const look = async (): Promise<void> => {
    await saveProgress(db, backtestId, share)
    const { status } = await getBacktestRow(db, backtestId)
    if (status !== 'running') stopping.abort(new Cancelled())
  }
  const timer = setInterval(() => void look().catch((error) => ctx.log.warn({ err: error }, 'progress')), LOOK_EVERY_MS)
  try {
    const { from_day: from, to_day: to, segment, document } = row
    const asked = { document, from, to, segment }
    const { report, rows } = await runBacktest(ctx, asked, {
      signal: stopping.signal,
      onProgress: (done) => {
        share = done
      },
    })
    await inTransaction(db, async (tx) => {
      const { rowCount } = await tx.query(
        `update backtests set status = 'done', progress = 1, result = $2, finished_at = $3 where backtest_id = $1 and status = 'running'`,
        [backtestId, JSON.stringify(report), new Date(ctx.now())],
      )
      if (rowCount === 1) {
        await saveLeads(tx, backtestId, rows)
        if (row.created_by !== null) {
          const data = { backtestId, title: `${from} – ${to}` }
          await tell(tx, [{ userId: row.created_by, kind: 'backtest_done', personId: null, data }], ctx.now())
        }
      }
      await tellScreens(tx, backtestId)
    })
  } catch (error) {
    if (error instanceof Cancelled) return
    const message = error instanceof Problem ? error.message : 'The back-test failed; the log of the server says more.'
    ctx.log.error({ err: error, backtestId }, 'a back-test failed')
    await moveBacktest(db, backtestId, ['running'], 'failed', { error: message, nowMs: ctx.now() })
  } finally {
    clearInterval(timer)
  }
}
