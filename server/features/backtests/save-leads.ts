import type { PoolClient } from 'pg'
import { insertRows, type Table } from '../../db/write-rows.ts'
import type { BacktestAnswer } from './answers.ts'

const TABLE: Table = {
  name: 'backtest_leads',
  columns: {
    person_id: 'uuid',
    backtest_id: 'uuid',
    place: 'integer',
    numbers: 'integer',
    draft_at: 'timestamptz',
    in_force_at: 'timestamptz',
    really_at: 'timestamptz',
    grade: 'text',
    seller: 'uuid',
    won_at: 'timestamptz',
    won_cents: 'bigint',
  },
  key: ['person_id', 'backtest_id'],
}

/** Of how many back-tests the leads are kept. */
const KEPT = 20
const BATCH = 20_000

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

/** Stores the leads behind the numbers, and lets go of those of back-tests of long ago. */
export async function saveLeads(tx: PoolClient, backtestId: string, rows: BacktestAnswer['rows']): Promise<void> {
  await tx.query('delete from backtest_leads where backtest_id = $1', [backtestId])
  for (let from = 0; from < rows.personIds.length; from += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, rows.personIds.length - from) }, (_, index) => from + index)
    await insertRows(
      tx,
      TABLE,
      places.map((place) => [
        rows.personIds[place] ?? '',
        backtestId,
        place,
        rows.numbers[place] ?? 0,
        known(rows.draftAt[place]),
        known(rows.inForceAt[place]),
        known(rows.reallyAt[place]),
        rows.grades[place] ?? null,
        rows.sellers[place] ?? null,
        known(rows.wonAt[place]),
        known(rows.wonCents[place]),
      ]),
    )
  }
  await tx.query(
    `delete from backtest_leads where backtest_id in
       (select backtest_id from backtests order by created_at desc, backtest_id desc offset $1)`,
    [KEPT],
  )
}
