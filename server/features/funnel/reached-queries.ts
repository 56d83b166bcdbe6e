import type { Queryable } from '../../db/queryable.ts'
import type { Cohort, GroupBy } from './queries.ts'

export type ReachedFilter = Cohort & {
  /** Index of the stage, inquiry 0 to won 5. */
  stage: number
  by: GroupBy | null
  /** The group, null being the group without a value. Looked at only with `by`. */
  key: string | null
  after: { metAt: string; personId: string } | null
  limit: number
}

export type ReachedKey = { personId: string; attempt: number; metAt: string }

/**
 * The leads behind one number of the funnel, last met first: for each person first met in the period the attempt that first
 * reached the stage or passed it. `metAt` is text, so that the cursor keeps the microseconds.
 */
export async function listReached(db: Queryable, filter: ReachedFilter): Promise<ReachedKey[]> {
  const { rows } = await db.query<ReachedKey>(
    `select first.person_id as "personId", coalesce(own.attempt, later.attempt) as attempt, first.opened_at::text as "metAt"
       from leads first
       left join lateral (select 1 as attempt
                           where coalesce(case when $4 <= 0 then first.opened_at end, case when $4 <= 1 then first.qualified_at end,
                                          case when $4 <= 2 then first.accepted_at end, case when $4 <= 3 then first.contacted_at end,
                                          case when $4 <= 4 then first.opportunity_at end, first.won_at) is not null) own on true
       left join lateral (select attempt
                            from leads
                           where person_id = first.person_id
                             and attempt > 1
                             and coalesce(case when $4 <= 1 then qualified_at end, case when $4 <= 2 then accepted_at end,
                                          case when $4 <= 3 then contacted_at end, case when $4 <= 4 then opportunity_at end,
                                          won_at) is not null
                           order by attempt
                           limit 1) later on own.attempt is null
      where first.attempt = 1
        and first.opened_at >= $1::date::timestamp at time zone $3
        and first.opened_at < $2::date::timestamp at time zone $3
        and coalesce(own.attempt, later.attempt) is not null
        and ($5::text is null
             or case $5 when 'channel' then first.channel
                        when 'origin' then first.origin
                        when 'landingPage' then first.landing_page
                        when 'source' then first.source_name
                        when 'campaign' then first.campaign
                        else (select owner::text
                                from leads
                               where person_id = first.person_id and owner is not null
                               order by attempt desc
                               limit 1) end is not distinct from $6)
        and ($7::timestamptz is null or (first.opened_at, first.person_id) < ($7, $8::uuid))
      order by first.opened_at desc, first.person_id desc
      limit $9`,
    [
      filter.from,
      filter.to,
      filter.zone,
      filter.stage,
      filter.by,
      filter.key,
      filter.after?.metAt ?? null,
      filter.after?.personId ?? null,
      filter.limit,
    ],
  )
  return rows
}
