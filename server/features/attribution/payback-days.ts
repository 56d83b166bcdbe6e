import type { AttributionModel } from '@ensemble/engine/attribution/models.ts'
import type { Context } from '../../context.ts'
import { readCosts } from '../costs/read-costs.ts'
import { askPast } from './asked-of.ts'
import type { JourneyQuestion } from './question.ts'

type Asked = {
  by: 'campaign' | 'channel'
  model: AttributionModel
  from?: string | undefined
  to?: string | undefined
  of: JourneyQuestion
  label: string
  group: string | null
}

const DAY_MS = 86_400_000
const MOST_DEALS = 100_000

/** Days from the first cost until the credited money had covered everything spent until then, for good or for the first time. Null: not yet. */
export async function paybackDays(
  ctx: Pick<Context, 'db'>,
  { by, model, from, to, of, label, group }: Asked,
): Promise<number | null> {
  const campaignId = by === 'campaign' && group !== null && /^[0-9a-f-]{36}$/.test(group) ? group : null
  const [days, { found }] = await Promise.all([
    readCosts(ctx.db, {
      from: from ?? null,
      to: to ?? null,
      by: by === 'campaign' ? 'campaign-day' : 'channel-day',
      campaignId,
    }),
    askPast(ctx, { what: 'deals', of, model, label, skip: 0, limit: MOST_DEALS }),
  ])
  const costs = days
    .filter((row) => (by === 'campaign' ? row.campaignId : row.channel) === group)
    .map((row) => ({ atMs: Date.parse(`${row.day}T00:00:00Z`), cents: -(row.convertedCents ?? 0) }))
  const firstMs = Math.min(...costs.map(({ atMs }) => atMs))
  // What was won before anything was spent pays for nothing.
  const earned = found.deals
    .filter(({ atMs }) => atMs >= firstMs)
    .map(({ atMs, creditedCents }) => ({ atMs, cents: creditedCents ?? 0 }))
  let balance = 0
  for (const { atMs, cents } of [...costs, ...earned].sort((a, b) => a.atMs - b.atMs)) {
    balance += cents
    if (cents > 0 && balance >= 0) return Math.max(0, Math.ceil((atMs - firstMs) / DAY_MS))
  }
  return null
}
