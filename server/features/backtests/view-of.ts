import type { z } from 'zod'
import type { backtestView } from './contract.ts'
import type { BacktestRow } from './queries.ts'

type View = z.input<typeof backtestView>

export function summaryOf(row: BacktestRow): Omit<View, 'document' | 'report'> {
  return {
    id: row.backtest_id,
    status: row.status,
    version: row.version,
    from: row.from_day,
    to: row.to_day,
    segment: row.segment,
    progress: row.progress,
    error: row.error,
    createdBy: row.created_by === null ? null : { id: row.created_by, name: row.created_by_name ?? '' },
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export function viewOf(row: BacktestRow): View {
  return { ...summaryOf(row), document: row.document, report: row.result }
}
