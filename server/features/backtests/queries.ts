import type { Segment } from '@ensemble/engine/backtest/segment.ts'
import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'
import { Problem } from '../../http/problem.ts'
import type { BacktestReport } from './run-backtest.ts'

export type BacktestStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export type BacktestRow = {
  backtest_id: string
  status: BacktestStatus
  version: number | null
  document: string
  from_day: string
  to_day: string
  segment: Segment
  progress: number
  result: BacktestReport | null
  error: string | null
  created_by: string | null
  created_by_name: string | null
  created_at: Date
  finished_at: Date | null
}

const COLUMNS = `b.backtest_id, b.status, b.version, b.document, b.from_day::text, b.to_day::text, b.segment, b.progress, b.result, b.error,
  b.created_by, u.name as created_by_name, b.created_at, b.finished_at`

/** One back-test, or a refusal that there is none. */
export async function getBacktestRow(db: Queryable, backtestId: string): Promise<BacktestRow> {
  const { rows } = await db.query<BacktestRow>(
    `select ${COLUMNS} from backtests b left join users u on u.id = b.created_by where b.backtest_id = $1`,
    [backtestId],
  )
  const [row] = rows
  if (row !== undefined) return row
  throw new Problem('not-found', 'There is no such back-test.', { mend: 'Look at the list of back-tests.' })
}

/** The latest, without their texts and answers. */
export async function latestBacktests(db: Queryable, limit: number): Promise<BacktestRow[]> {
  const { rows } = await db.query<BacktestRow>(
    `select b.backtest_id, b.status, b.version, '' as document, b.from_day::text, b.to_day::text, b.segment, b.progress, null as result, b.error,
            b.created_by, u.name as created_by_name, b.created_at, b.finished_at
       from backtests b left join users u on u.id = b.created_by
      order by b.created_at desc, b.backtest_id desc limit $1`,
    [limit],
  )
  return rows
}

/** Moves a back-test on when it stands at one of the states given; false when it does not. */
export async function moveBacktest(
  db: Queryable,
  backtestId: string,
  from: readonly BacktestStatus[],
  to: BacktestStatus,
  { error = null, nowMs }: { error?: string | null; nowMs: number },
): Promise<boolean> {
  const isOver = to === 'done' || to === 'failed' || to === 'cancelled'
  const { rowCount } = await db.query(
    `update backtests set status = $3, error = $4,
       started_at = case when $3 = 'running' then $5 else started_at end,
       finished_at = case when $6 then $5::timestamptz end
     where backtest_id = $1 and status = any($2::text[])`,
    [backtestId, from, to, error, new Date(nowMs), isOver],
  )
  await tellScreens(db, backtestId)
  return rowCount === 1
}

export async function saveProgress(db: Queryable, backtestId: string, share: number): Promise<void> {
  await db.query(`update backtests set progress = $2 where backtest_id = $1 and status = 'running'`, [
    backtestId,
    share,
  ])
  await tellScreens(db, backtestId)
}

/** Tells the screens that a back-test has moved on. */
export async function tellScreens(db: Queryable, backtestId: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ event: 'backtest', backtestId })])
}
