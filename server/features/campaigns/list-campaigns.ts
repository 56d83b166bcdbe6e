import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { askWarmPast } from '../attribution/asked-of.ts'
import { type CostSum, readCosts } from '../costs/read-costs.ts'
import { readHouseSettings } from '../setup/house-settings.ts'
import type { listCampaigns as promise } from './contract.ts'
import type { campaignRow } from './shapes.ts'
import { readNamesOfCampaigns } from './touch-names.ts'
import { countUnclaimed } from './unclaimed-names.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
export type CampaignRow = z.input<typeof campaignRow>

export type Stored = Omit<CampaignRow, 'state' | 'owner' | 'spend' | 'spendConverted' | 'leads' | 'won'> & {
  ownerId: string | null
  ownerName: string | null
  isArchived: boolean
}

export const STORED = `
  c.campaign_id as id, c.key, c.name, c.tactic, c.channel, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
  c.owner as "ownerId", u.name as "ownerName", c.goal, c.goal_amount::float8 as "goalAmount",
  c.budget_cents::float8 as "budgetCents", c.currency, c.archived_at is not null as "isArchived"`

/** Today's date in a zone. */
export function todayIn(zone: string, nowMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(nowMs)
}

export function rowOf(
  stored: Stored,
  {
    costs,
    counts,
    today,
    house,
  }: { costs: readonly CostSum[]; counts: Counts | undefined; today: string; house: string },
): CampaignRow {
  const { ownerId, ownerName, isArchived, ...rest } = stored
  const converted = costs.map((cost) => cost.convertedCents)
  return {
    ...rest,
    state: isArchived ? 'archived' : stateOn(today, stored),
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    spend: costs.map(({ currency, costCents }) => ({ currency, cents: costCents })),
    spendConverted: converted.includes(null)
      ? null
      : { currency: house, cents: converted.reduce((sum: number, cents) => sum + (cents ?? 0), 0) },
    leads: counts?.leads ?? 0,
    won: counts?.won ?? 0,
  }
}

function stateOn(today: string, { startsOn, endsOn }: Stored): 'planned' | 'running' | 'ended' {
  if (startsOn !== null && today < startsOn) return 'planned'
  return endsOn !== null && today > endsOn ? 'ended' : 'running'
}

export type Counts = { leads: number; won: number }

/** Leads and wins by the text their own touch has for the campaign. */
export async function countLeadsByName(db: Queryable, names: readonly string[] | null): Promise<Map<string, Counts>> {
  const { rows } = await db.query<Counts & { name: string }>(
    `select campaign as name, count(*)::int as leads, count(won_at)::int as won from leads
      where campaign is not null and ($1::text[] is null or campaign = any($1)) group by campaign`,
    [names],
  )
  return new Map(rows.map(({ name, leads, won }) => [name, { leads, won }]))
}

/** The same of every text; where touches are held in memory already, nothing is counted. */
async function countLeads(ctx: Context): Promise<Map<string, Counts>> {
  const held = await askWarmPast(ctx, { what: 'leads', of: { by: 'campaign', fromMs: null, toMs: null } })
  if (held === null) return countLeadsByName(ctx.db, null)
  return new Map(held.found.flatMap(({ label, leads, won }) => (label === null ? [] : [[label, { leads, won }]])))
}

export function sumCounts(names: readonly string[], byName: ReadonlyMap<string, Counts>): Counts {
  const sum = { leads: 0, won: 0 }
  for (const name of names) {
    sum.leads += byName.get(name)?.leads ?? 0
    sum.won += byName.get(name)?.won ?? 0
  }
  return sum
}

/** Every campaign that fits, with what it cost and brought. */
export async function listCampaigns(ctx: Context, query: Query): Promise<View> {
  const [house, stored, costs, names, counts] = await Promise.all([
    readHouseSettings(ctx.db),
    ctx.db.query<Stored>(
      `select ${STORED} from campaigns c left join users u on u.id = c.owner order by lower(c.name) collate "C", c.campaign_id`,
    ),
    readCosts(ctx.db, { from: null, to: null, by: 'campaign' }),
    readNamesOfCampaigns(ctx.db),
    countLeads(ctx),
  ])
  const today = todayIn(house.zone, ctx.now())
  const costsOf = Map.groupBy(costs, (cost) => cost.campaignId)
  const rows = stored.rows.map((one) =>
    rowOf(one, {
      costs: costsOf.get(one.id) ?? [],
      counts: sumCounts(names.byCampaign.get(one.id) ?? [], counts),
      today,
      house: house.currency,
    }),
  )
  return {
    campaigns: rows.filter((row) => fits(row, query)).sort(ORDERS[query.sort]),
    total: rows.length,
    unclaimed: await countUnclaimed(ctx.db, names),
    currency: house.currency,
  }
}

function fits(row: CampaignRow, { search, tactic, state, owner }: Query): boolean {
  if (state === 'current' ? row.state === 'archived' : state !== 'all' && row.state !== state) return false
  if (tactic !== undefined && row.tactic !== tactic) return false
  if (owner !== undefined && row.owner?.id !== owner) return false
  const wanted = search === undefined ? '' : plainName(search)
  if (wanted === '') return true
  return [row.name, row.key, row.channel ?? '', row.owner?.name ?? ''].some((text) => plainName(text).includes(wanted))
}

type Order = (a: CampaignRow, b: CampaignRow) => number

/** In the company's currency where rates are known, else in the campaign's own. */
const spendOf = (row: CampaignRow): number =>
  row.spendConverted?.cents ?? row.spend.find((one) => one.currency === row.currency)?.cents ?? 0
const by =
  (of: (row: CampaignRow) => number): Order =>
  (a, b) =>
    of(b) - of(a)

const ORDERS: Readonly<Record<Query['sort'], Order>> = {
  name: () => 0,
  start: (a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''),
  spend: by(spendOf),
  leads: by((row) => row.leads),
  won: by((row) => row.won),
  budget: by((row) => row.budgetCents ?? -1),
}
