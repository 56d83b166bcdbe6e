import type { Queryable } from '../../db/queryable.ts'

export type CostsAsked = {
  /** First day, `2026-01-31`; null: from the beginning. */
  from: string | null
  /** The day after the last; null: to the end. */
  to: string | null
  by: 'campaign' | 'channel' | 'day' | 'campaign-day' | 'channel-day'
  campaignId?: string | null
}

export type CostSum = {
  /** Null in groups that do not part by it, and for costs that no campaign claims. */
  campaignId: string | null
  channel: string | null
  day: string | null
  currency: string
  /** Spent less what was given back: may be negative in a period of credits. Whole cents of `currency`. */
  costCents: number
  impressions: number | null
  clicks: number | null
  /**
   * The same in the company's currency by the rates that are stated, each row rounded; null when a row has no rate.
   * Currencies are never added up without it.
   */
  convertedCents: number | null
}

const PARTS: Readonly<Record<CostsAsked['by'], readonly [string, string, string]>> = {
  campaign: ['c.campaign_id', 'null::text', 'null::date'],
  channel: ['null::uuid', 'c.label', 'null::date'],
  day: ['null::uuid', 'null::text', 'k.day'],
  'campaign-day': ['c.campaign_id', 'null::text', 'k.day'],
  'channel-day': ['null::uuid', 'c.label', 'k.day'],
}

const SIGNED = `case k.kind when 'credit' then -k.cost_cents else k.cost_cents end`
const ASKED = `($1::date is null or k.day >= $1) and ($2::date is null or k.day < $2) and ($3::uuid is null or k.campaign_id = $3)`

/**
 * Costs with what they are in the company's currency: those that are in it already summed at once, the others one by one with the rate of their day. One
 * without a channel of its own counts to that of its campaign, else to what its source usually is.
 */
const costs = (day: string): string => `
  with house as (select coalesce((select value #>> '{}' from settings where key = 'currency'), 'EUR') as currency),
  k as (
    select k.campaign_id, k.channel, k.source, ${day} as day, k.currency, sum(k.impressions) as impressions, sum(k.clicks) as clicks,
           sum(${SIGNED}) as cents, sum(${SIGNED}) as converted, true as is_rated
      from campaign_costs k where k.currency = (select currency from house) and ${ASKED} group by 1, 2, 3, 4, 5
    union all
    select k.campaign_id, k.channel, k.source, ${day}, k.currency, k.impressions, k.clicks, ${SIGNED}, round(${SIGNED} * r.rate), r.rate is not null
      from campaign_costs k
      left join lateral (
        select rate from currency_rates r where r.currency = k.currency and r.day <= k.day order by r.day desc limit 1
      ) r on true
     where k.currency <> (select currency from house) and ${ASKED}
  ),
  c as (
    select k.*, coalesce(k.channel, p.channel, case k.source when 'google ads' then 'paid search' when 'facebook ads' then 'paid social'
             when 'linkedin ads' then 'paid social' end) as label
      from k left join campaigns p on p.campaign_id = k.campaign_id
  )`

function statement(by: CostsAsked['by']): string {
  const [campaign, channel, day] = PARTS[by]
  return `${costs(day)}
  select "campaignId", channel, day::text, currency, "costCents", impressions, clicks, "convertedCents" from (
    select ${campaign} as "campaignId", ${channel} as channel, c.day, c.currency, sum(c.cents)::float8 as "costCents",
           sum(c.impressions)::float8 as impressions, sum(c.clicks)::float8 as clicks,
           case when bool_and(c.is_rated) then sum(c.converted)::float8 end as "convertedCents"
      from c group by 1, 2, 3, 4) summed
   order by summed.day, channel, "campaignId", currency`
}

/** Costs summed by what is asked, one row a currency. */
export async function readCosts(db: Queryable, { from, to, by, campaignId }: CostsAsked): Promise<CostSum[]> {
  const { rows } = await db.query<CostSum>(statement(by), [from, to, campaignId ?? null])
  return rows
}

/** By campaign (its id) or channel what was spent day by day, in whole cents of the company's currency; days since 1970. Costs without a rate are left out. */
export async function readCostsByDay(
  db: Queryable,
  { from, to, campaignId }: Omit<CostsAsked, 'by'>,
  by: 'campaign' | 'channel',
): Promise<Map<string | null, { day: number; cents: number }[]>> {
  const key = by === 'campaign' ? 'c.campaign_id::text' : 'c.label'
  // A line for each campaign and not for each of its days: there are hundreds of times as many.
  const { rows } = await db.query<{ key: string | null; days: string }>(
    `${costs('k.day')}
     select key, string_agg(day || ' ' || cents, ',' order by day) as days from (
       select ${key} as key, c.day - date '1970-01-01' as day, sum(c.converted)::bigint as cents
         from c where c.is_rated group by 1, 2) summed group by key`,
    [from, to, campaignId ?? null],
  )
  return new Map(
    rows.map((row) => [
      row.key,
      row.days.split(',').map((text) => {
        const [day, cents] = text.split(' ')
        return { day: Number(day), cents: Number(cents) }
      }),
    ]),
  )
}
