import type { Client } from 'pg'

/** A lead, an opportunity, or a won deal. */
export type Outcome = {
  personId: string
  level: 0 | 1 | 2
  atMs: number
  cents: number
  leadAtMs: number
  opportunityAtMs: number
  attempt: number
  /** Null at leads. */
  deal: string | null
  /** Null when the deal has no amount. */
  currency: string | null
}

type Row = {
  person_id: string
  level: 0 | 1 | 2
  at: Date
  cents: number | null
  lead_at: Date | null
  opportunity_at: Date | null
  attempt: number
  deal: string | null
  currency: string | null
}

/**
 * What journeys became. A lead counts when its attempt was opened, an opportunity when it became one with what its deals are worth, a won deal when
 * it was won. Money in another currency than the company's counts for nothing and is told apart.
 */
export async function readOutcomes(client: Client, people: readonly string[] | null): Promise<Outcome[]> {
  const { rows } = await client.query<Row>(
    `select l.person_id, 0 as level, l.opened_at as at, null::float8 as cents, l.opened_at as lead_at, l.opportunity_at, l.attempt, null as deal, null as currency
       from leads l where $1::uuid[] is null or l.person_id = any($1)
     union all
     select l.person_id, 1, l.opportunity_at, d.cents, l.opened_at, l.opportunity_at, l.attempt, d.deal, d.currency
       from leads l
       left join lateral (
         select sum(amount_cents)::float8 as cents, min(coalesce(name, deal_id)) as deal, case when count(distinct currency) > 1 then '*' else min(currency) end as currency
           from deals where deals.person_id = l.person_id and deals.attempt = l.attempt) d on true
      where l.opportunity_at is not null and ($1::uuid[] is null or l.person_id = any($1))
     union all
     select d.person_id, 2, d.closed_at, d.amount_cents::float8, l.opened_at, l.opportunity_at, d.attempt, coalesce(d.name, d.deal_id), d.currency
       from deals d left join leads l on l.person_id = d.person_id and l.attempt = d.attempt
      where d.status = 'won' and d.closed_at is not null and ($1::uuid[] is null or d.person_id = any($1))`,
    [people],
  )
  return rows.map((row) => ({
    personId: row.person_id,
    level: row.level,
    atMs: row.at.getTime(),
    cents: row.cents ?? 0,
    leadAtMs: row.lead_at?.getTime() ?? Number.NaN,
    opportunityAtMs: row.opportunity_at?.getTime() ?? Number.NaN,
    attempt: row.attempt,
    deal: row.deal,
    currency: row.cents === null ? null : row.currency,
  }))
}
