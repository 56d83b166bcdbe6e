import { type LeadValue, leadValues, type ValueCell } from '@ensemble/engine/promises/lead-value.ts'
import type { Pool } from 'pg'
import type { Queryable } from '../../db/queryable.ts'

const DAY_MS = 86_400_000

export type Delivered = { date: string; letter: string | null; channel: string | null; leads: number }

/** Leads that qualified in the period ($1 to $2), with the grade they qualified with. */
export const DELIVERED = `
  select l.person_id, l.attempt, l.qualified_at as at, coalesce(q.grade, l.grade) as grade, l.channel
    from leads l
    left join lateral (
      select d.data ->> 'grade' as grade from decisions d
       where d.person_id = l.person_id and d.attempt = l.attempt and d.what = 'qualified' and d.revised_at is null and d.decided_at = l.qualified_at
       limit 1
    ) q on true
   where l.qualified_at >= $1 and l.qualified_at < $2`

/** How many leads qualified on each day, by letter and channel. */
export async function countDelivered(db: Queryable, fromMs: number, toMs: number, zone: string): Promise<Delivered[]> {
  const { rows } = await db.query<Delivered>(
    `select (at at time zone $3)::date::text as date, left(grade, 1) as letter, channel, count(*)::int as leads
       from (${DELIVERED}) delivered
      group by 1, 2, 3`,
    [new Date(fromMs), new Date(toMs), zone],
  )
  return rows
}

/** How many leads qualified on each weekday, Monday first, of one channel or of all. */
export async function countByWeekday(
  db: Queryable,
  fromMs: number,
  toMs: number,
  zone: string,
  channel: string | null,
): Promise<number[]> {
  const { rows } = await db.query<{ weekday: number; leads: number }>(
    `select extract(isodow from qualified_at at time zone $3)::int as weekday, count(*)::int as leads
       from leads where qualified_at >= $1 and qualified_at < $2 and ($4::text is null or channel = $4)
      group by 1`,
    [new Date(fromMs), new Date(toMs), zone, channel],
  )
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => rows.find((row) => row.weekday === weekday)?.leads ?? 0)
}

/** The channels a board may be asked for: those of the latest leads met before the period's end. */
export async function readChannels(db: Queryable, { toMs }: { toMs: number }): Promise<string[]> {
  const { rows } = await db.query<{ channel: string }>(
    `select distinct channel from (select channel from leads where opened_at < $1 order by opened_at desc limit 5000) latest
      where channel is not null order by 1 limit 200`,
    [new Date(toMs)],
  )
  return rows.map(({ channel }) => channel)
}

const HISTORY_DAYS = 730

/** Leads of the last two years that are old enough to have been won: older than three quarters of those won took. */
async function readCells(db: Queryable, nowMs: number, currency: string): Promise<ValueCell[]> {
  const { rows } = await db.query<ValueCell>(
    `with past as materialized (
       select person_id, attempt, left(grade, 1) as letter, channel, qualified_at, won_at from leads
        where qualified_at >= $1 and qualified_at < $2 and grade is not null
     ), cycle as (
       select coalesce(percentile_cont(0.75) within group (order by won_at - qualified_at), interval '0') as p75 from past where won_at is not null
     )
     select letter, channel, count(*)::int as n, count(won_at)::int as won,
            count(paid.cents)::int as "wonWithAmount", coalesce(sum(paid.cents), 0)::float8 as "wonCents"
       from past cross join cycle
       left join lateral (
         select sum(amount_cents) as cents from deals
          where past.won_at is not null and deals.person_id = past.person_id and deals.attempt = past.attempt and status = 'won'
            and coalesce(currency, $3) = $3
       ) paid on true
      where past.qualified_at < $2 - cycle.p75
      group by 1, 2`,
    [new Date(nowMs - HISTORY_DAYS * DAY_MS), new Date(nowMs), currency],
  )
  return rows
}

type Valuation = ((letter: string, channel: string | null) => LeadValue) | null
const remembered = new WeakMap<Pool, { hour: number; currency: string; values: Promise<Valuation> }>()

/** What a lead of a letter and channel is worth today. Learnt anew each hour: two years of leads are read for it. */
export function readLeadValues(db: Pool, nowMs: number, currency: string): Promise<Valuation> {
  const hour = Math.floor(nowMs / 3_600_000)
  const known = remembered.get(db)
  if (known !== undefined && known.hour === hour && known.currency === currency) return known.values
  const values = readCells(db, nowMs, currency).then((cells) => leadValues(cells))
  remembered.set(db, { hour, currency, values })
  values.catch(() => remembered.delete(db))
  return values
}
