import type { Queryable } from '../../db/queryable.ts'

export type GroupBy = 'channel' | 'origin' | 'landingPage' | 'campaign' | 'source' | 'owner'

/** Days of the company's zone: `from` included, `to` excluded. */
export type Cohort = { from: string; to: string; zone: string }

export type GroupCount = {
  key: string | null
  leads: number
  /** By stage, inquiry to won: reached or passed, and seen in it. */
  reached: number[]
  seen: number[]
  youngestAt: Date
}

type CountRow = {
  key: string | null
  leads: number
  qualified: number
  accepted: number
  contacted: number
  opportunity: number
  won: number
  seen_qualified: number
  seen_accepted: number
  seen_contacted: number
  seen_opportunity: number
  youngest_at: Date
}

/** People first met in the period, by group, with what any of their attempts reached. */
export async function countCohort(db: Queryable, cohort: Cohort, by: GroupBy): Promise<GroupCount[]> {
  const { rows } = await db.query<CountRow>(
    `with later as (
       select person_id, min(qualified_at) as qualified_at, min(accepted_at) as accepted_at, min(contacted_at) as contacted_at,
              min(opportunity_at) as opportunity_at, min(won_at) as won_at,
              (array_agg(owner order by attempt desc) filter (where owner is not null))[1] as owner
         from leads
        where attempt > 1
        group by person_id
     ), met as (
       select case $4 when 'channel' then first.channel
                      when 'origin' then first.origin
                      when 'landingPage' then first.landing_page
                      when 'source' then first.source_name
                      when 'campaign' then first.campaign
                      else coalesce(later.owner, first.owner)::text end as key,
              first.opened_at,
              coalesce(first.qualified_at, later.qualified_at) as qualified_at,
              coalesce(first.accepted_at, later.accepted_at) as accepted_at,
              coalesce(first.contacted_at, later.contacted_at) as contacted_at,
              coalesce(first.opportunity_at, later.opportunity_at) as opportunity_at,
              coalesce(first.won_at, later.won_at) as won_at
         from leads first
         left join later using (person_id)
        where first.attempt = 1
          and first.opened_at >= $1::date::timestamp at time zone $3
          and first.opened_at < $2::date::timestamp at time zone $3
     )
     select key,
            count(*)::int as leads,
            count(coalesce(qualified_at, accepted_at, contacted_at, opportunity_at, won_at))::int as qualified,
            count(coalesce(accepted_at, contacted_at, opportunity_at, won_at))::int as accepted,
            count(coalesce(contacted_at, opportunity_at, won_at))::int as contacted,
            count(coalesce(opportunity_at, won_at))::int as opportunity,
            count(won_at)::int as won,
            count(qualified_at)::int as seen_qualified,
            count(accepted_at)::int as seen_accepted,
            count(contacted_at)::int as seen_contacted,
            count(opportunity_at)::int as seen_opportunity,
            max(opened_at) as youngest_at
       from met
      group by key
      order by count(*) desc, key`,
    [cohort.from, cohort.to, cohort.zone, by],
  )
  return rows.map((row) => ({
    key: row.key,
    leads: row.leads,
    reached: [row.leads, row.qualified, row.accepted, row.contacted, row.opportunity, row.won],
    seen: [row.leads, row.seen_qualified, row.seen_accepted, row.seen_contacted, row.seen_opportunity, row.won],
    youngestAt: row.youngest_at,
  }))
}

type DaysRow = {
  qualified: number | null
  accepted: number | null
  contacted: number | null
  opportunity: number | null
  won: number | null
}

/** Median days from first being met to being seen in each stage, inquiry to won; null where nobody was seen. */
export async function medianDays(db: Queryable, cohort: Cohort): Promise<(number | null)[]> {
  const { rows } = await db.query<DaysRow>(
    `with later as (
       select person_id, min(qualified_at) as qualified_at, min(accepted_at) as accepted_at, min(contacted_at) as contacted_at,
              min(opportunity_at) as opportunity_at, min(won_at) as won_at
         from leads
        where attempt > 1
        group by person_id
     ), days as (
       select date_part('epoch', coalesce(first.qualified_at, later.qualified_at) - first.opened_at) / 86400 as qualified,
              date_part('epoch', coalesce(first.accepted_at, later.accepted_at) - first.opened_at) / 86400 as accepted,
              date_part('epoch', coalesce(first.contacted_at, later.contacted_at) - first.opened_at) / 86400 as contacted,
              date_part('epoch', coalesce(first.opportunity_at, later.opportunity_at) - first.opened_at) / 86400 as opportunity,
              date_part('epoch', coalesce(first.won_at, later.won_at) - first.opened_at) / 86400 as won
         from leads first
         left join later using (person_id)
        where first.attempt = 1
          and first.opened_at >= $1::date::timestamp at time zone $3
          and first.opened_at < $2::date::timestamp at time zone $3
     )
     select percentile_cont(0.5) within group (order by qualified) as qualified,
            percentile_cont(0.5) within group (order by accepted) as accepted,
            percentile_cont(0.5) within group (order by contacted) as contacted,
            percentile_cont(0.5) within group (order by opportunity) as opportunity,
            percentile_cont(0.5) within group (order by won) as won
       from days`,
    [cohort.from, cohort.to, cohort.zone],
  )
  const row = rows[0]
  if (row === undefined) return []
  return [0, row.qualified, row.accepted, row.contacted, row.opportunity, row.won]
}

/** Median days from first being met to the first won deal, by group. */
export async function medianDaysToWon(db: Queryable, cohort: Cohort, by: GroupBy): Promise<Map<string | null, number>> {
  const { rows } = await db.query<{ key: string | null; days: number }>(
    `with won as (
       select person_id, min(won_at) as won_at from leads where won_at is not null group by person_id
     )
     select case $4 when 'channel' then first.channel
                    when 'origin' then first.origin
                    when 'landingPage' then first.landing_page
                    when 'source' then first.source_name
                    when 'campaign' then first.campaign
                    else (select owner::text
                            from leads
                           where person_id = first.person_id and owner is not null
                           order by attempt desc
                           limit 1) end as key,
            percentile_cont(0.5) within group (order by date_part('epoch', won.won_at - first.opened_at) / 86400) as days
       from won
       join leads first on first.person_id = won.person_id and first.attempt = 1
      where first.opened_at >= $1::date::timestamp at time zone $3
        and first.opened_at < $2::date::timestamp at time zone $3
      group by 1`,
    [cohort.from, cohort.to, cohort.zone, by],
  )
  return new Map(rows.map((row) => [row.key, row.days]))
}

export type WonMoney = { currencies: string[]; amountCents: number | null; people: number }

/** What the people first met in the period have signed for, where an amount is known. */
export async function sumWonMoney(db: Queryable, cohort: Cohort, currency: string): Promise<WonMoney> {
  const { rows } = await db.query<{ currencies: string[] | null; amount: string | null; people: number }>(
    `select array_agg(distinct coalesce(deals.currency, $4)) as currencies,
            sum(deals.amount_cents) as amount,
            count(distinct deals.person_id)::int as people
       from deals
       join leads first on first.person_id = deals.person_id and first.attempt = 1
      where deals.status = 'won'
        and deals.amount_cents is not null
        and first.opened_at >= $1::date::timestamp at time zone $3
        and first.opened_at < $2::date::timestamp at time zone $3`,
    [cohort.from, cohort.to, cohort.zone, currency],
  )
  const row = rows[0]
  return {
    currencies: row?.currencies ?? [],
    amountCents: row?.amount == null ? null : Number(row.amount),
    people: row?.people ?? 0,
  }
}

/** Attempts opened in the period by people who had been met before. */
export async function countReturns(db: Queryable, cohort: Cohort): Promise<number> {
  const { rows } = await db.query<{ returns: number }>(
    `select count(*)::int as returns
       from leads
      where attempt > 1
        and opened_at >= $1::date::timestamp at time zone $3
        and opened_at < $2::date::timestamp at time zone $3`,
    [cohort.from, cohort.to, cohort.zone],
  )
  return rows[0]?.returns ?? 0
}
