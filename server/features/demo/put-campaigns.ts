import { createHash } from 'node:crypto'
import { dayMs } from '@ensemble/engine/worktime/time-units.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { keyOf } from '../campaigns/key-of.ts'
import { saveNames } from '../campaigns/save-names.ts'
import { spreadCents } from '../costs/spread-cents.ts'
import { CAMPAIGNS, type Campaign, type Tactic } from './campaigns.ts'
import { type Cast, COMPANY } from './cast.ts'

const TACTICS: Readonly<Record<Tactic, string>> = {
  'search ads': 'advertising',
  'social ads': 'advertising',
  content: 'brand',
  'trade fair': 'event',
  mail: 'direct mail',
}
/** What was planned for each, beside what it cost: some were dearer than meant. */
const PLANNED = [1.1, 1, 0.92, 1.25] as const

/** The same id for the same campaign each time the demo is made. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`demo campaign ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** Stores the campaigns of the demo with their owners, budgets and costs by day; running it again changes nothing. */
export async function putCampaigns(ctx: Context, cast: Cast, endsAt: number): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    for (const [index, one] of CAMPAIGNS.entries()) {
      const id = idOf(one.name)
      const owner = cast.marketers[index % Math.max(1, cast.marketers.length)]?.id ?? null
      const from = dayAt(endsAt - one.from * dayMs)
      // What runs always has no last day.
      const to = one.to === 0 ? null : dayAt(endsAt - one.to * dayMs)
      const key = keyOf(one.name)
      const budget = Math.round((one.costCents * (PLANNED[index % PLANNED.length] ?? 1)) / 10_000) * 10_000
      const { rowCount } = await tx.query(
        `insert into campaigns (campaign_id, key, name, tactic, channel, starts_on, ends_on, owner, goal, goal_amount, budget_cents, currency,
                                landing_url, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'leads', $9, $10, $11, $12, $13, $13) on conflict do nothing`,
        [
          id,
          key,
          one.name,
          one.channel === 'email' && one.tactic === 'mail' ? 'relationship' : TACTICS[one.tactic],
          one.tactic === 'mail' && one.channel === 'direct' ? 'direct mail' : one.channel,
          from,
          to,
          owner,
          Math.max(10, Math.round(one.costCents / 15_000 / 10) * 10),
          budget,
          COMPANY.currency,
          `https://${COMPANY.domain}${one.landingPage}`,
          new Date(endsAt - one.from * dayMs),
        ],
      )
      if (rowCount === 0) continue
      await saveNames(tx, { campaignId: id, key, name: one.name, aliases: [] })
      const days = costDays(one)
      await tx.query(
        `insert into campaign_costs (cost_id, campaign_id, campaign_name, channel, day, cost_cents, currency, source, row_key, created_at)
         select gen_random_uuid(), $1, $2, null, $3::date + (n - 1)::int, cents, $4, 'demo', $7 || ':' || n, $5
           from unnest($6::bigint[]) with ordinality as p(cents, n) where cents > 0`,
        [id, one.name, from, COMPANY.currency, new Date(endsAt), days, key],
      )
    }
  })
}

/** Costs by day that sum to the whole; weekends cost half of a weekday where money is spent by the day. */
function costDays({ costCents, from, to, tactic }: Campaign): number[] {
  const days = from - to + 1
  if (tactic !== 'search ads' && tactic !== 'social ads') return spreadCents(costCents, days)
  const halves = Array.from({ length: days }, (_, day) => (day % 7 === 5 || day % 7 === 6 ? 1 : 2))
  const parts = spreadCents(
    costCents,
    halves.reduce((sum, half) => sum + half, 0),
  )
  let at = 0
  return halves.map((half) => {
    const cents = parts.slice(at, at + half).reduce((sum, part) => sum + part, 0)
    at += half
    return cents
  })
}
