import { plainName } from '@ensemble/engine/channels/plain-name.ts'
import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { listUnclaimedNames as promise } from './contract.ts'
import { type NamesOfCampaigns, readNamesOfCampaigns } from './touch-names.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Name = View['names'][number]

const MOST = 500

async function costNames(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    'select distinct campaign_name as name from campaign_costs where campaign_id is null and campaign_name is not null',
  )
  return rows.map((row) => row.name)
}

/** Names that lead to no campaign, each spelling of one name once. */
export async function countUnclaimed(db: Queryable, { unclaimed }: NamesOfCampaigns): Promise<number> {
  const plains = [...unclaimed, ...(await costNames(db))].map(plainName)
  return new Set(plains.filter((plain) => plain !== '')).size
}

/** The names no campaign claims with what is known of them; spellings of one name are told together. */
export async function listUnclaimedNames(db: Queryable): Promise<View> {
  const known = await readNamesOfCampaigns(db)
  const inCosts = await costNames(db)
  const spellings = Map.groupBy([...new Set([...known.unclaimed, ...inCosts])].sort(), plainName)
  spellings.delete('')
  const names: Name[] = []
  const [touches, leads, costs] = await Promise.all([
    db.query<{ name: string; n: number; first: Date; last: Date }>(
      `select campaign as name, count(*)::int as n, min(occurred_at) as first, max(occurred_at) as last
         from facts where campaign = any($1::text[]) group by campaign`,
      [known.unclaimed],
    ),
    db.query<{ name: string; n: number }>(
      'select campaign as name, count(*)::int as n from leads where campaign = any($1::text[]) group by campaign',
      [known.unclaimed],
    ),
    db.query<{ name: string; currency: string; cents: number }>(
      `select campaign_name as name, currency, sum(case kind when 'credit' then -cost_cents else cost_cents end)::float8 as cents
         from campaign_costs where campaign_name = any($1::text[]) and campaign_id is null group by 1, 2 order by 1, 2`,
      [inCosts],
    ),
  ])
  for (const [plain, written] of spellings) {
    const fitting = <T extends { name: string }>(rows: readonly T[]) => rows.filter((row) => written.includes(row.name))
    const seen = fitting(touches.rows)
    names.push({
      // The spelling most touches have stands for all.
      name: seen.toSorted((a, b) => b.n - a.n)[0]?.name ?? written[0] ?? plain,
      touches: seen.reduce((sum, row) => sum + row.n, 0),
      leads: fitting(leads.rows).reduce((sum, row) => sum + row.n, 0),
      costs: addUp(fitting(costs.rows)),
      firstAt: seen.length === 0 ? null : new Date(Math.min(...seen.map((row) => row.first.getTime()))).toISOString(),
      lastAt: seen.length === 0 ? null : new Date(Math.max(...seen.map((row) => row.last.getTime()))).toISOString(),
      likely: likely(plain, known.index.campaigns),
    })
  }
  return { names: names.sort((a, b) => b.touches - a.touches || (a.name < b.name ? -1 : 1)).slice(0, MOST) }
}

function addUp(rows: readonly { currency: string; cents: number }[]): Name['costs'] {
  const sums = new Map<string, number>()
  for (const { currency, cents } of rows) sums.set(currency, (sums.get(currency) ?? 0) + cents)
  return [...sums].map(([currency, cents]) => ({ currency, cents }))
}

/** The campaign that shares most words with the name, when at least half of them are shared. */
function likely(plain: string, campaigns: readonly { id: string; name: string }[]): Name['likely'] {
  const words = new Set(plain.split(' '))
  let best: { share: number; id: string; name: string } | null = null
  for (const { id, name } of campaigns) {
    const own = new Set(plainName(name).split(' '))
    const both = [...words].filter((word) => own.has(word)).length
    const share = both / Math.max(words.size, own.size)
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { share, id, name }
  }
  return best === null ? null : { id: best.id, name: best.name }
}
