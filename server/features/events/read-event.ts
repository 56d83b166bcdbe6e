import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { WRITERS } from '../campaigns/shapes.ts'
import type { eventView } from './contract.ts'

type View = z.input<typeof eventView>
/** The campaign under an event, as `campaignBody` takes it. */
type Campaign = {
  name: string
  tactic: string
  channel: string | null
  startsOn: string | null
  endsOn: string | null
  owner: string | null
  goal: string | null
  goalAmount: number | null
  budgetCents: number | null
  currency: string
  landingUrl: string | null
  note: string
  aliases: string[]
}
type Row = Pick<View, 'id' | 'key' | 'place' | 'partOf' | 'staff'> & { campaign: Campaign }

const MOST_GUESTS = 1_000

/** One event with the campaign under it. */
export async function requireEvent(db: Queryable, eventId: string): Promise<Row> {
  const { rows } = await db.query<Row>(
    `select c.campaign_id as id, c.key, coalesce(e.place, '') as place,
            (select json_build_object('id', p.campaign_id, 'name', p.name) from campaigns p where p.campaign_id = e.part_of) as "partOf",
            coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name)
                        from event_staff s join users u on u.id = s.user_id where s.campaign_id = c.campaign_id), '[]') as staff,
            json_build_object('name', c.name, 'tactic', c.tactic, 'channel', c.channel, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'owner', c.owner,
              'goal', c.goal, 'goalAmount', c.goal_amount, 'budgetCents', c.budget_cents, 'currency', c.currency, 'landingUrl', c.landing_url, 'note', c.note,
              'aliases', coalesce((select json_agg(n.name) from campaign_names n where n.campaign_id = c.campaign_id and n.is_alias), '[]')) as campaign
       from campaigns c left join events e using (campaign_id)
      where c.campaign_id = $1 and c.tactic = 'event' and c.archived_at is null`,
    [eventId],
  )
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such event.', { mend: 'Look at the list of events again.' })
  return row
}

type GuestRow = Omit<View['guests'][number], 'at'> & { at: Date; total: number }

/** Whom we met there: everybody whose story says so and was not taken back, each once, the latest first. */
async function guestsOf(db: Queryable, eventId: string): Promise<{ guests: View['guests']; total: number }> {
  const { rows } = await db.query<GuestRow>(
    `with met as (
       select f.person_id, min(f.occurred_at) as at from facts f
        where f.kind = 'event.attended' and f.campaign in (select n.name from campaign_names n where n.campaign_id = $1)
          and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
        group by f.person_id)
     select met.person_id as "personId", coalesce(nullif(p.name, ''), p.email, '') as name, coalesce(a.name, p.company) as company, p.email,
            p.phone is not null as "hasPhone", l.stage, l.outcome,
            case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as owner, met.at,
            coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by k.name) from ties t join users k on k.id = t.knower_user
                       where t.person_id = met.person_id and (t.knower_user in (select s.user_id from event_staff s where s.campaign_id = $1))), '[]') as "metBy",
            exists (select 1 from facts s where s.person_id = met.person_id and s.occurred_at > met.at
                      and (s.kind in ('email.sent', 'message.sent', 'meeting.booked', 'meeting.held') or (s.kind = 'call.made' and s.data->>'outcome' = 'connected'))) as "isFollowedUp",
            count(*) over ()::int as total
       from met join people p using (person_id) left join accounts a using (account_id)
       left join lateral (select stage, outcome, owner from leads where leads.person_id = met.person_id order by attempt desc limit 1) l on true
       left join users u on u.id = l.owner
      where p.erased_at is null
      order by met.at desc, met.person_id limit $2`,
    [eventId, MOST_GUESTS],
  )
  return {
    guests: rows.map(({ total: _total, at, ...guest }) => ({ ...guest, at: at.toISOString() })),
    total: rows[0]?.total ?? 0,
  }
}

export async function viewEvent(ctx: Context, caller: Caller, eventId: string): Promise<View> {
  const { campaign, ...row } = await requireEvent(ctx.db, eventId)
  const { name, startsOn, endsOn, note } = campaign
  return {
    ...row,
    name,
    startsOn,
    endsOn,
    note,
    ...(await guestsOf(ctx.db, eventId)),
    mayChange: WRITERS.some((role) => role === caller.role),
  }
}
