import type { Rate } from '@ensemble/engine/funnel/rate.ts'
import type { Context } from '../../context.ts'
import { getBacktestRow } from './queries.ts'
import type { BacktestReport } from './run-backtest.ts'

export type SameDraft = Pick<BacktestReport, 'from' | 'to' | 'segment'> & {
  id: string
  inForceVersion: number
  leads: number
  qualified: Rate
  inForce: Rate
  /** Won of the qualified under the draft, and of all leads. */
  won: Rate
  wonOfAll: Rate
  /** Of the won leads, those that the draft catches. */
  caught: Rate
}

const MOST = 24

/** The latest try of the same text on each period and segment, in order of period: how what was found on one holds on another. */
export async function listSameDraft({ db }: Pick<Context, 'db'>, backtestId: string): Promise<SameDraft[]> {
  await getBacktestRow(db, backtestId)
  const { rows } = await db.query<SameDraft>(
    `select * from (
       select distinct on (b.from_day, b.to_day, b.segment) b.backtest_id as id, b.from_day::text as "from", b.to_day::text as "to", b.segment,
              (b.result -> 'inForce' ->> 'version')::int as "inForceVersion", (b.result -> 'figures' ->> 'leads')::int as leads,
              b.result #> '{figures,qualified,draft}' as qualified, b.result #> '{figures,qualified,inForce}' as "inForce",
              b.result #> '{figures,winRate,draft}' as won, b.result #> '{figures,winRate,all}' as "wonOfAll",
              b.result #> '{figures,won,draft}' as caught
         from backtests b join backtests this on this.document_hash = b.document_hash
        where this.backtest_id = $1 and b.status = 'done' and b.result is not null
        -- The one that is looked at stands for its period.
        order by b.from_day, b.to_day, b.segment, b.backtest_id = $1 desc, b.created_at desc) latest
      order by "from", "to", segment::text limit $2`,
    [backtestId, MOST],
  )
  return rows
}
