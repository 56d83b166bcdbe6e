import { wilsonInterval } from '@ensemble/engine/stats/wilson-interval.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getHeardOfUs } from './contract.ts'

type View = z.input<NonNullable<(typeof getHeardOfUs)['response']>>
type Heard = View['all']
type Row = { channel: string; month: string; yes: number; no: number; unsure: number; not_asked: number }

/** Counts of the answers, as a rate of those who knew. */
function heardOf(rows: readonly Row[]): Heard {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0)
  const k = sum((row) => row.yes)
  const n = k + sum((row) => row.no)
  const interval = wilsonInterval(k, n)
  return {
    rate: { n, k, rate: n === 0 ? null : k / n, low: interval?.low ?? null, high: interval?.high ?? null },
    unsure: sum((row) => row.unsure),
    notAsked: sum((row) => row.not_asked),
  }
}

function grouped(rows: readonly Row[], by: (row: Row) => string): [string, Heard][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return [...groups].map(([name, group]) => [name, heardOf(group)])
}

/** Whether the people who were spoken to had heard of the company before; each person once, by their first answer. */
export async function readHeardOfUs(ctx: Pick<Context, 'db' | 'now'>, months: number): Promise<View> {
  const { zone } = await readHouseSettings(ctx.db)
  const { rows } = await ctx.db.query<Row>(
    `select coalesce(channel, '') as channel, month, count(*) filter (where heard = 'yes')::int as yes, count(*) filter (where heard = 'no')::int as no,
            count(*) filter (where heard = 'unsure')::int as unsure, count(*) filter (where heard is null)::int as not_asked
       from (
         select distinct on (f.person_id) f.data->>'heardOfUs' as heard, l.channel, to_char(f.occurred_at at time zone $1, 'YYYY-MM') as month
           from facts f left join lateral (select channel from leads where leads.person_id = f.person_id order by attempt limit 1) l on true
          where f.kind = 'call.made' and f.data->>'outcome' = 'connected'
            and f.occurred_at >= date_trunc('month', $2::timestamptz at time zone $1) at time zone $1 - ($3 - 1) * interval '1 month'
            and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
          order by f.person_id, f.data->>'heardOfUs' is null, f.occurred_at
       ) each group by 1, 2`,
    [zone, new Date(ctx.now()), months],
  )
  return {
    all: heardOf(rows),
    byChannel: grouped(rows, (row) => row.channel)
      .map(([channel, heard]) => ({ channel, ...heard }))
      .sort((a, b) => b.rate.n - a.rate.n || (a.channel < b.channel ? -1 : 1)),
    byMonth: grouped(rows, (row) => row.month)
      .map(([month, heard]) => ({ month, ...heard }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  }
}
