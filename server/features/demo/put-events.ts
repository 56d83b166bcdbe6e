import type { Context } from '../../context.ts'
import { type Cast, COMPANY } from './cast.ts'

/** Where the trade fairs of the demo took place, in the order of their days. */
const PLACES = ['Lyon, hall 2', 'Paris Nord, hall 5', 'Bruxelles, palais 4', 'Lille Grand Palais'] as const
const ROUND = 'Tour des salons'

/** What only events have: their places, the campaign they belong to, and who of us was there. Running it again changes nothing. */
export async function putEvents(ctx: Context, cast: Cast): Promise<void> {
  const [owner] = cast.marketers
  const staff = cast.sellers.filter(({ isActive }) => isActive)
  if (owner === undefined) return
  const { rows } = await ctx.db.query<{ id: string; starts_on: string; ends_on: string }>(
    `select campaign_id as id, starts_on, ends_on from campaigns where tactic = 'event' order by starts_on, campaign_id`,
  )
  await ctx.db.query(
    `insert into campaigns (campaign_id, key, name, tactic, channel, starts_on, owner, currency, note, created_at, updated_at)
     select gen_random_uuid(), 'tour-des-salons', $1, 'relationship', 'event', min(starts_on), $2, $3, '', now(), now() from campaigns where tactic = 'event'
     having count(*) > 0 on conflict do nothing`,
    [ROUND, owner.id, COMPANY.currency],
  )
  await ctx.db.query(
    `insert into campaign_names (plain, campaign_id, name, is_alias) select 'tour des salons', campaign_id, name, false from campaigns
      where key = 'tour-des-salons' on conflict do nothing`,
  )
  for (const [index, { id }] of rows.entries()) {
    await ctx.db.query(
      `insert into events (campaign_id, place, part_of, updated_by, updated_at)
       select $1, $2, (select campaign_id from campaigns where key = 'tour-des-salons'), $3, now() on conflict do nothing`,
      [id, PLACES[index % PLACES.length] ?? '', owner.id],
    )
    for (const seller of [staff[index % Math.max(1, staff.length)], staff[(index + 1) % Math.max(1, staff.length)]])
      if (seller !== undefined)
        await ctx.db.query('insert into event_staff (campaign_id, user_id) values ($1, $2) on conflict do nothing', [
          id,
          seller.id,
        ])
  }
}
