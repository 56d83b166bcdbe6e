import type { HandoffContext } from '@ensemble/engine/agreement/marketing-promise-schema.ts'
import type { Queryable } from '../../db/queryable.ts'
import { IN_SEGMENT } from './clock-events.ts'

/** Leads handed over in the period, with what is known of each: $1 to $6 as everywhere, $7 what was promised. */
export const HANDED_OVER = `
  select * from (
    select l.person_id, l.attempt, l.routed_at as at, l.owner, l.channel, l.grade, l.touches, l.qualified_at,
           coalesce(p.phone, '') <> '' as phone, coalesce(l.origin, '') <> '' as origin, coalesce(l.channel, '') <> '' as has_channel,
           coalesce(l.landing_page, '') <> '' as landing_page,
           exists (select 1 from facts f where f.person_id = l.person_id and f.occurred_at <= l.routed_at and f.actor is null
                      and f.kind not in ('person.identified', 'lead.routed', 'clock.struck', 'fact.retracted', 'lead.recorded', 'stage.recorded')) as last_touches
      from leads l join people p using (person_id)
     where l.routed_at >= $1 and l.routed_at < $2 and not l.is_history
  ) handed where ${IN_SEGMENT}`

export const IS_GIVEN = `(phone or not 'phone' = any($7::text[])) and (origin or not 'origin' = any($7::text[])) and (has_channel or not 'channel' = any($7::text[]))
  and (landing_page or not 'landing page' = any($7::text[])) and (last_touches or not 'last touches' = any($7::text[]))`

export type HandOffCount = { leads: number; given: number; missing: { what: HandoffContext; leads: number }[] }

/** Of the leads handed over: how many came with all that was promised, and what the others lacked. */
export async function countHandOffs(
  db: Queryable,
  params: readonly unknown[],
  gives: readonly HandoffContext[],
): Promise<HandOffCount> {
  const { rows } = await db.query<Record<'leads' | 'given' | HandoffContext, number>>(
    `select count(*)::int as leads, count(*) filter (where ${IS_GIVEN})::int as given, count(*) filter (where not phone)::int as phone,
            count(*) filter (where not origin)::int as origin, count(*) filter (where not has_channel)::int as channel,
            count(*) filter (where not landing_page)::int as "landing page", count(*) filter (where not last_touches)::int as "last touches"
       from (${HANDED_OVER}) handed_over`,
    [...params, gives],
  )
  const row = rows[0]
  return {
    leads: row?.leads ?? 0,
    given: row?.given ?? 0,
    missing: gives.map((what) => ({ what, leads: row?.[what] ?? 0 })).filter(({ leads }) => leads > 0),
  }
}
