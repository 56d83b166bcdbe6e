import type { Queryable } from '../../db/queryable.ts'

/** Asks a worker to carry on with a back-test. Asking twice is asking once. */
export async function enqueueBacktest(db: Queryable, backtestId: string): Promise<void> {
  await db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3, max_attempts => 3)', [
    'run-backtest',
    JSON.stringify({ backtestId }),
    `run-backtest ${backtestId}`,
  ])
}
