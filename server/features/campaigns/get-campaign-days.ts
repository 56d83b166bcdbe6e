import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { readCosts } from '../costs/read-costs.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { getCampaignDays as promise } from './contract.ts'
import { countByDay } from './count-by-day.ts'
import { todayIn } from './list-campaigns.ts'
import { noSuchCampaign } from './policy.ts'
import { readNamesOf } from './touch-names.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Asked = { campaignId: string; from?: string | undefined; to?: string | undefined }

const MOST_DAYS = 3_700

/** A day later or earlier. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Day by day, from the first day of the campaign, a cost or a touch to the last. Days on which nothing happened are left out. */
export async function getCampaignDays(ctx: Context, { campaignId, from, to }: Asked): Promise<View> {
  const known = await ctx.db.query<{ starts_on: string | null; ends_on: string | null }>(
    'select starts_on::text, ends_on::text from campaigns where campaign_id = $1',
    [campaignId],
  )
  const [campaign] = known.rows
  if (campaign === undefined) throw noSuchCampaign()
  const { zone } = await readHouseSettings(ctx.db)
  const names = await readNamesOf(ctx.db, campaignId)
  const [costs, counted] = await Promise.all([
    readCosts(ctx.db, { from: from ?? null, to: to ?? null, by: 'campaign-day', campaignId }),
    countByDay(ctx, zone, names, from ?? null, to ?? null),
  ])
  const days = new Map<string, View['days'][number]>()
  const at = (day: string) => {
    const one = days.get(day) ?? { day, costs: [], touches: 0, leads: 0 }
    days.set(day, one)
    return one
  }
  for (const { day, currency, costCents } of costs) if (day !== null) at(day).costs.push({ currency, cents: costCents })
  for (const [day, n] of counted.facts) at(day).touches = n
  for (const [day, n] of counted.leads) at(day).leads = n
  const sorted = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-MOST_DAYS)
  const today = todayIn(zone, ctx.now())
  const first = from ?? [sorted[0]?.day, campaign.starts_on ?? undefined].filter((day) => day !== undefined).sort()[0]
  const last = sorted.at(-1)?.day ?? campaign.ends_on ?? today
  const sum = (key: 'impressions' | 'clicks') =>
    costs.some((cost) => cost[key] !== null) ? costs.reduce((total, cost) => total + (cost[key] ?? 0), 0) : null
  return {
    from: first ?? today,
    to: to ?? addDays(last < today && campaign.ends_on === null ? today : last, 1),
    days: sorted,
    impressions: sum('impressions'),
    clicks: sum('clicks'),
  }
}
