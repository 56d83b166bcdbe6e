import type { BacktestReport } from '../features/backtests/run-backtest.ts'

export function backtestTable(report: BacktestReport): string {
  return JSON.stringify(report, undefined, 1)
}
