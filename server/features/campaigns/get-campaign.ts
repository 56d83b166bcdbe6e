import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readCosts } from '../costs/read-costs.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getCampaign as promise } from './contract.ts'
import { countByDay } from './count-by-day.ts'
import { countLeadsByName, rowOf, STORED, type Stored, sumCounts, todayIn } from './list-campaigns.ts'
import { noSuchCampaign } from './policy.ts'
import { readNamesOf } from './touch-names.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = Stored & { landingUrl: string | null; note: string; aliases: string[]; created_at: Date; updated_at: Date }

export async function getCampaign(ctx: Context, campaignId: string): Promise<View> {
  const { rows } = await ctx.db.query<Row>(
    `select ${STORED}, c.landing_url as "landingUrl", c.note, c.created_at, c.updated_at,
            coalesce((select array_agg(n.name order by n.name) from campaign_names n where n.campaign_id = c.campaign_id and n.is_alias), '{}') as aliases
       from campaigns c left join users u on u.id = c.owner where c.campaign_id = $1`,
    [campaignId],
  )
  const [row] = rows
  if (row === undefined) throw noSuchCampaign()
  const { landingUrl, note, aliases, created_at, updated_at, ...stored } = row
  const names = await readNamesOf(ctx.db, campaignId)
  const house = await readHouseSettings(ctx.db)
  const [costs, counts, touched, ends] = await Promise.all([
    readCosts(ctx.db, { from: null, to: null, by: 'campaign', campaignId }),
    countLeadsByName(ctx.db, names),
    countByDay(ctx, house.zone, names, null, null),
    ctx.db.query<{ first: Date | null; last: Date | null }>(
      `select min(first) as first, max(last) as last from unnest($1::text[]) as name
        cross join lateral (select min(occurred_at) as first, max(occurred_at) as last from facts where campaign = name) ends`,
      [names],
    ),
  ])
  const { first = null, last = null } = ends.rows[0] ?? {}
  return {
    ...rowOf(stored, {
      costs,
      counts: sumCounts(names, counts),
      today: todayIn(house.zone, ctx.now()),
      house: house.currency,
    }),
    landingUrl,
    note,
    aliases,
    touches: [...touched.facts.values()].reduce((sum, n) => sum + n, 0),
    firstTouchAt: first?.toISOString() ?? null,
    lastTouchAt: last?.toISOString() ?? null,
    createdAt: created_at.toISOString(),
    updatedAt: updated_at.toISOString(),
  }
}
