import type { Context } from '../../context.ts'
import { bookOf } from './book/book-of.ts'
import { type ColumnFilters, chooseSlots } from './book/choose-slots.ts'
import { type DealBook, NONE } from './book/deal-book.ts'
import { rememberAnswers } from './book/remember.ts'
import { type DealFilters, pipelineKeys, whereOf } from './deal-filters.ts'

export type Sums = {
  deals: number
  withoutAmount: number
  sums: { currency: string; amountCents: number; deals: number }[]
}
type Row = { stage: string; currency: string | null; deals: number; priced: number; cents: number }

const remembered = rememberAnswers<Row[]>()

/** Counted in the book: `stage` and `currency` of each sum as the columns have them. */
export function countSlots(book: DealBook, isChosen: (slot: number) => boolean): Row[] {
  const rows = new Map<number, Row>()
  for (let slot = 0; slot < book.size; slot += 1) {
    if (!isChosen(slot)) continue
    const [stage, currency] = [book.stage[slot] ?? 0, book.currency[slot] ?? NONE]
    const key = stage * 1_000 + currency + 1
    let row = rows.get(key)
    if (row === undefined) {
      const words = book.words.currency.words
      row = {
        stage: book.words.stage.words[stage] ?? '',
        currency: words[currency] ?? null,
        deals: 0,
        priced: 0,
        cents: 0,
      }
      rows.set(key, row)
    }
    row.deals += 1
    const cents = book.cents[slot] ?? Number.NaN
    if (Number.isNaN(cents)) continue
    row.priced += 1
    row.cents += cents
  }
  return [...rows.values()].sort((a, b) => b.cents - a.cents)
}

/** Counted by the database: what only it can find. */
export async function countRows(ctx: Pick<Context, 'agreements' | 'now' | 'db'>, asked: DealFilters): Promise<Row[]> {
  const { conditions, values } = whereOf(ctx, asked)
  const { rows } = await ctx.db.query<Omit<Row, 'cents'> & { cents: string | null }>(
    `select d.stage, d.currency, count(*)::int as deals, count(d.amount_cents)::int as priced, sum(d.amount_cents)::text as cents
     from deals d ${conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`} group by d.stage, d.currency order by sum(d.amount_cents) desc nulls last`,
    values,
  )
  return rows.map((row) => ({ ...row, cents: Number(row.cents ?? 0) }))
}

async function countDeals(ctx: Context, asked: DealFilters): Promise<Row[]> {
  const { text, accountId, ...columns } = asked
  if (text !== undefined || accountId !== undefined) return countRows(ctx, asked)
  const book = await bookOf(ctx)
  return countInBook(ctx, book, columns)
}

/** The same question of the same deals is counted once. */
export function countInBook(ctx: Pick<Context, 'agreements' | 'now'>, book: DealBook, asked: ColumnFilters): Row[] {
  const keys = pipelineKeys(ctx, asked.pipeline)
  const nowMs = ctx.now()
  const count = (): Row[] => countSlots(book, chooseSlots(book, keys, asked, nowMs))
  // What is due changes with the moment it is asked at.
  return asked.due === undefined ? remembered(book, JSON.stringify([keys, asked]), count) : count()
}

/** Counts and money by stage, each in its own currency. */
export async function sumByStage(ctx: Context, asked: DealFilters): Promise<Map<string, Sums>> {
  const found = new Map<string, Sums>()
  for (const row of await countDeals(ctx, asked)) {
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
  addSum(sums, { currency, deals: priced, amountCents: cents })
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
  for (const each of (await sumByStage(ctx, asked)).values()) {
    total.deals += each.deals
    total.withoutAmount += each.withoutAmount
    for (const sum of each.sums) addSum(total, sum)
  }
  return { ...total, sums: total.sums.sort((a, b) => b.amountCents - a.amountCents) }
}
