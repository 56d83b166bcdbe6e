import type { Queryable } from '../../db/queryable.ts'

/** Leads whose own touch has this label, and what sales said of them. */
export type LeadSums = {
  label: string | null
  leads: number
  accepted: number
  rejected: number
  reasons: Record<string, number>
  opportunities: number
  won: number
  daysToWon: number[]
}

type Asked = { from: string | null; to: string | null; by: 'campaign' | 'channel' }

/** Leads opened in the period. Rejected is what sales turned down, wrong leads and disqualified ones alike. */
export async function readLeadSums(db: Queryable, { from, to, by }: Asked): Promise<LeadSums[]> {
  const { rows } = await db.query<LeadSums>(
    `with house as (select coalesce((select value #>> '{}' from settings where key = 'zone'), 'Europe/Paris') as zone),
     met as (
       select case $3 when 'campaign' then campaign else channel end as label, outcome, coalesce(reason, '') as reason, accepted_at, opportunity_at, won_at, opened_at
         from leads cross join house h
        where ($1::date is null or opened_at >= $1::date::timestamp at time zone h.zone)
          and ($2::date is null or opened_at < $2::date::timestamp at time zone h.zone)
     ),
     reasons as (
       select label, jsonb_object_agg(reason, n) as reasons
         from (select label, reason, count(*)::int as n from met where outcome in ('rejected', 'disqualified') group by 1, 2) r group by 1
     )
     select m.label, count(*)::int as leads, count(*) filter (where accepted_at is not null and outcome not in ('rejected', 'disqualified'))::int as accepted,
            count(*) filter (where outcome in ('rejected', 'disqualified'))::int as rejected,
            coalesce((select r.reasons from reasons r where r.label is not distinct from m.label), '{}') as reasons,
            count(*) filter (where opportunity_at is not null)::int as opportunities, count(*) filter (where won_at is not null)::int as won,
            coalesce(array_agg(extract(epoch from won_at - opened_at)::float8 / 86400) filter (where won_at is not null), '{}') as "daysToWon"
       from met m group by m.label`,
    [from, to, by],
  )
  return rows
}
