import type { Queryable } from '../../db/queryable.ts'
import { readCampaignIndex } from '../campaigns/read-campaign-index.ts'
import type { CostImportView } from './cost-imports.ts'
import type { CostEntry, CostsRead } from './read-cost-files.ts'

type Effect = NonNullable<CostImportView['effect']>

/** What is stored under a key now. */
export type StoredCost = {
  costId: string
  key: string
  costCents: number
  impressions: number | null
  clicks: number | null
  importId: string | null
}
/** An entry as it will be stored. */
export type NewCost = CostEntry & {
  costCents: number
  ofCampaign: string | null
  known: StoredCost | null
  isChanged: boolean
}

const MOST_CHANGES = 50
const MOST_NAMES = 100

/** Whole cents of an amount in millionths, half a cent rounding up. */
export function centsOf(micros: number): number {
  return Math.floor((micros + 5_000) / 10_000)
}

/** Sets what was read beside what is stored: which entries are new, which cost otherwise now, and which campaigns they are of. */
export async function compareCosts(db: Queryable, read: CostsRead): Promise<{ effect: Effect; costs: NewCost[] }> {
  const { rows } = await db.query<StoredCost>(
    `select cost_id as "costId", row_key as key, cost_cents::float8 as "costCents", impressions::float8 as impressions,
            clicks::float8 as clicks, import_id as "importId"
       from campaign_costs where source = $1 and row_key = any($2::text[])`,
    [read.source, read.entries.map((entry) => entry.key)],
  )
  const stored = new Map(rows.map((row) => [row.key, row]))
  const index = await readCampaignIndex(db)
  const costs = read.entries.map((entry): NewCost => {
    const known = stored.get(entry.key) ?? null
    const costCents = centsOf(entry.micros)
    const isChanged =
      known !== null &&
      (known.costCents !== costCents || known.impressions !== entry.impressions || known.clicks !== entry.clicks)
    const campaign = index.find(entry.campaignName) ?? index.find(entry.campaignId)
    return { ...entry, costCents, ofCampaign: campaign?.id ?? null, known, isChanged }
  })
  return { effect: effectOf(read, costs), costs }
}

function effectOf(read: CostsRead, costs: readonly NewCost[]): Effect {
  const days = costs.map((cost) => cost.day).sort()
  const changed = costs.filter((cost) => cost.isChanged)
  const unclaimed = Map.groupBy(
    costs.filter((cost) => cost.ofCampaign === null && cost.campaignName !== null),
    (cost) => cost.campaignName ?? '',
  )
  return {
    rows: read.rows,
    dropped: read.dropped,
    entries: costs.length,
    added: costs.filter((cost) => cost.known === null).length,
    changed: changed.length,
    unchanged: costs.filter((cost) => cost.known !== null && !cost.isChanged).length,
    changes: changed.slice(0, MOST_CHANGES).map((cost) => ({
      campaign: cost.campaignName ?? cost.channel,
      day: cost.day,
      currency: cost.currency,
      before: cost.known?.costCents ?? 0,
      after: cost.costCents,
    })),
    sums: sumsOf(costs),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    unclaimed: [...unclaimed]
      .map(([name, of]) => ({ name, costs: sumsOf(of) }))
      .sort((a, b) => (b.costs[0]?.cents ?? 0) - (a.costs[0]?.cents ?? 0))
      .slice(0, MOST_NAMES),
    campaigns: new Set(costs.flatMap((cost) => (cost.ofCampaign === null ? [] : [cost.ofCampaign]))).size,
  }
}

function sumsOf(costs: readonly NewCost[]): Effect['sums'] {
  const sums = new Map<string, number>()
  for (const { currency, kind, costCents } of costs)
    sums.set(currency, (sums.get(currency) ?? 0) + (kind === 'credit' ? -costCents : costCents))
  return [...sums].map(([currency, cents]) => ({ currency, cents })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
