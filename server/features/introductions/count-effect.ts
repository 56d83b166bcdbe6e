import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { listEvents as events, listIntroductions as promise } from './contract.ts'

type Effect = z.input<NonNullable<(typeof promise)['response']>>['effect']
type Events = z.input<NonNullable<(typeof events)['response']>>

/** What introductions did: of those made, how many people were a lead, had an opportunity or bought since; each person once. */
export async function countEffect(ctx: Context): Promise<Effect> {
  const { rows } = await ctx.db.query<{
    asked: number
    made: number
    settled: number
    leads: number
    opportunities: number
    won: number
  }>(
    `with made as (
       select person_id, min(settled_at) as at from introductions where status = 'made' group by person_id
     )
     select (select count(*)::int from introductions) as asked,
            (select count(*)::int from introductions where status = 'made') as made,
            (select count(*)::int from introductions where status in ('made', 'declined')) as settled,
            count(distinct l.person_id)::int as leads,
            count(distinct l.person_id) filter (where l.opportunity_at >= made.at)::int as opportunities,
            count(distinct l.person_id) filter (where l.won_at >= made.at)::int as won
       from made left join leads l on l.person_id = made.person_id and (l.closed_at is null or l.closed_at >= made.at)`,
  )
  const money = await ctx.db.query<{ currency: string; cents: number }>(
    `select d.currency, sum(d.amount_cents)::float8 as cents
       from (select person_id, min(settled_at) as at from introductions where status = 'made' group by person_id) as made
       join deals d on d.person_id = made.person_id and d.status = 'won' and d.closed_at >= made.at
      where d.currency is not null and d.amount_cents is not null group by d.currency order by d.currency`,
  )
  const [row] = rows
  return {
    asked: row?.asked ?? 0,
    made: rateOf(row?.made ?? 0, row?.settled ?? 0),
    leads: row?.leads ?? 0,
    opportunities: row?.opportunities ?? 0,
    won: row?.won ?? 0,
    wonByCurrency: money.rows.map(({ currency, cents }) => ({ currency, amountCents: cents })),
  }
}

/** Events with how many people were met there: their touch names the event, or they attended it. */
export async function listEvents(ctx: Context): Promise<Events> {
  const { rows } = await ctx.db.query<Events['events'][number]>(
    `select c.campaign_id as id, c.key, c.name, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
            (select count(distinct f.person_id)::int from facts f
              where f.campaign in (select n.name from campaign_names n where n.campaign_id = c.campaign_id)) as people,
            (select count(distinct f.person_id)::int from facts f
              where f.campaign in (select n.name from campaign_names n where n.campaign_id = c.campaign_id) and f.source = 'card') as cards
       from campaigns c where c.tactic = 'event' and c.archived_at is null
      order by c.starts_on desc nulls last, c.name limit 100`,
  )
  return { events: rows }
}
