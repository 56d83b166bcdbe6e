import type { Queryable } from '../../db/queryable.ts'
import { IN_SEGMENT } from './clock-events.ts'

/** Leads assigned in the period, apart from those whose first contact is not due yet and those rejected before any. */
export const FOLLOWED = `
  select * from (
    select l.person_id, l.attempt, l.routed_at as at, l.owner, l.channel, l.grade, l.touches from leads l
     where l.routed_at >= $1 and l.routed_at < $2 and not l.is_history and not (l.touches = 0 and l.outcome = 'rejected')
       and not (l.touches = 0 and exists (select 1 from clocks c where c.person_id = l.person_id and c.attempt = l.attempt
                                             and c.name = 'first contact' and c.due_at > $7))
  ) assigned where ${IN_SEGMENT}`

/** Leads that sales closed in the period without a deal; $7 are the reasons that agreements have named. */
export const DISPOSED = `
  select * from (
    select l.person_id, l.attempt, l.closed_at as at, l.owner, l.channel, l.grade, coalesce(l.reason = any($7::text[]), false) as is_coded,
           extract(epoch from l.closed_at - l.routed_at) * 1000 as took_ms from leads l
     where l.closed_at >= $1 and l.closed_at < $2 and not l.is_history and l.outcome in ('rejected', 'disqualified', 'recycled')
  ) disposed where ${IN_SEGMENT}`

export async function countFollowUp(
  db: Queryable,
  params: readonly unknown[],
  nowMs: number,
): Promise<{ touched: number; untouched: number }> {
  const { rows } = await db.query<{ touched: number; untouched: number }>(
    `select count(*) filter (where touches > 0)::int as touched, count(*) filter (where touches = 0)::int as untouched from (${FOLLOWED}) f`,
    [...params, new Date(nowMs)],
  )
  return rows[0] ?? { touched: 0, untouched: 0 }
}

export async function countDispositions(
  db: Queryable,
  params: readonly unknown[],
  reasons: readonly string[],
): Promise<{ coded: number; uncoded: number; answered: number; medianMs: number | null }> {
  const { rows } = await db.query<{ coded: number; uncoded: number; answered: number; medianMs: number | null }>(
    `select count(*) filter (where is_coded)::int as coded, count(*) filter (where not is_coded)::int as uncoded,
            count(took_ms)::int as answered, percentile_cont(0.5) within group (order by took_ms::float8) as "medianMs"
       from (${DISPOSED}) d`,
    [...params, reasons],
  )
  return rows[0] ?? { coded: 0, uncoded: 0, answered: 0, medianMs: null }
}

/** How long leads waited for an owner: from qualifying to the first who was given it. */
export async function medianWait(
  db: Queryable,
  params: readonly unknown[],
): Promise<{ n: number; medianMs: number | null }> {
  const { rows } = await db.query<{ n: number; medianMs: number | null }>(
    `select count(wait_ms)::int as n, percentile_cont(0.5) within group (order by wait_ms) as "medianMs" from (
       select * from (
         select l.owner, l.channel, l.grade, extract(epoch from r.decided_at - l.qualified_at)::float8 * 1000 as wait_ms
           from leads l
           cross join lateral (
             select d.decided_at from decisions d
              where d.person_id = l.person_id and d.attempt = l.attempt and d.what = 'routed' and d.revised_at is null
              order by d.decided_at limit 1
           ) r
          where l.qualified_at >= $1 and l.qualified_at < $2 and not l.is_history and r.decided_at >= l.qualified_at
       ) waited where ${IN_SEGMENT}
     ) w`,
    [...params],
  )
  return rows[0] ?? { n: 0, medianMs: null }
}
