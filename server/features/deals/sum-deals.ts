import type { Context } from '../../context.ts'
import { CHOSEN, chosenBy, type DealFilters } from './deal-filters.ts'

export type Sums = {
  deals: number
  withoutAmount: number
  sums: { currency: string; amountCents: number; deals: number }[]
}
type Row = { stage: string; currency: string | null; deals: number; priced: number; cents: string | null }

/** Counts and money by stage, each in its own currency. */
export async function sumByStage(ctx: Context, chosen: readonly unknown[]): Promise<Map<string, Sums>> {
  const { rows } = await ctx.db.query<Row>(
    `select d.stage, d.currency, count(*)::int as deals, count(d.amount_cents)::int as priced, sum(d.amount_cents)::text as cents
     from deals d where ${CHOSEN} group by d.stage, d.currency order by sum(d.amount_cents) desc nulls last`,
    [...chosen],
  )
  const found = new Map<string, Sums>()
  for (const row of rows) {
    const sums = found.get(row.stage) ?? { deals: 0, withoutAmount: 0, sums: [] }
    found.set(row.stage, sums)
    addRow(sums, row)
  }
  return found
}

function addRow(sums: Sums, { currency, deals, priced, cents }: Row): void {
  sums.deals += deals
  // An amount nobody named the currency of counts as none: it cannot be added to anything.
  sums.withoutAmount += currency === null ? deals : deals - priced
  if (currency === null || priced === 0) return
  addSum(sums, { currency, deals: priced, amountCents: Number(cents ?? 0) })
}

function addSum(sums: Sums, added: Sums['sums'][number]): void {
  const known = sums.sums.find((each) => each.currency === added.currency)
  if (known === undefined) sums.sums.push({ ...added })
  else {
    known.deals += added.deals
    known.amountCents += added.amountCents
  }
}

/** How many deals a list holds, and their money by currency. */
export async function sumDeals(ctx: Context, asked: DealFilters): Promise<Sums> {
  const total: Sums = { deals: 0, withoutAmount: 0, sums: [] }
  for (const each of (await sumByStage(ctx, await chosenBy(ctx, asked))).values()) {
    total.deals += each.deals
    total.withoutAmount += each.withoutAmount
    for (const sum of each.sums) addSum(total, sum)
  }
  return { ...total, sums: total.sums.sort((a, b) => b.amountCents - a.amountCents) }
}
