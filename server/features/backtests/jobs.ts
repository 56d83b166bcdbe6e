import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { enqueueBacktest } from './enqueue-backtest.ts'
import { workBacktest } from './work-backtest.ts'

const payload = z.object({ backtestId: z.uuid() })

/** The jobs of back-tests. `resume-backtests` belongs in the crontab, once a minute: it takes up those whose process was killed. */
export function backtestTasks(ctx: Context): TaskList {
  return {
    'run-backtest': (job) => workBacktest(ctx, payload.parse(job).backtestId),
    'resume-backtests': async () => {
      const { rows } = await ctx.db.query<{ backtest_id: string }>(
        `select backtest_id from backtests where status = 'running' or (status = 'queued' and created_at < $1)`,
        [new Date(ctx.now() - 60_000)],
      )
      for (const row of rows) await enqueueBacktest(ctx.db, row.backtest_id)
    },
  }
}
