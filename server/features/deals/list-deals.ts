import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import { type DealFilters, type Where, whereOf } from './deal-filters.ts'
import { type DealMark, type DealSort, ORDERS } from './deal-orders.ts'
import { named } from './named-statement.ts'
import { DEAL_JOINS, type DealRow, dealCells, presentDeals, type RankedCells } from './read-deal-rows.ts'

type Asked = DealFilters & { sort: DealSort; after?: string | undefined; limit: number }

/** The statement of a page: its rows are found first, and only they are looked up in the other tables. */
function pageStatement(
  agreement: CompiledAgreement,
  { conditions, values }: Where,
  sort: DealSort,
  mark: DealMark | null,
  limit: number,
): { text: string; values: unknown[] } {
  const { rank, after, by, only } = ORDERS[sort]
  const all = [...conditions, ...(only === null || conditions.includes(only) ? [] : [only])]
  const bound = [...values]
  if (mark !== null) {
    const [atRank = '', person = '', deal = ''] = mark.map((value) => `$${bound.push(String(value))}`)
    all.push(after(atRank, person, deal))
  }
  const where = all.length === 0 ? '' : `where ${all.join(' and ')}`
  // The limit is written out: a plan for any limit is a plan for a long list.
  const text = `with page as materialized (select d.*, ${rank} as rank from deals d ${where} order by ${by} limit ${Math.trunc(limit)})
    select json_agg(cells) as cells from (select ${dealCells(agreement, ', d.rank')} as cells from page d ${DEAL_JOINS} order by ${by}) shown`
  return { text, values: bound }
}

const markOf = (row: RankedCells, sort: DealSort): string => packCursor([row[26], row[0], row[1], sort])

/** The rows of a page, and the mark behind the last when there are more. */
export function cutPage(
  cells: readonly RankedCells[] | null,
  sort: DealSort,
  limit: number,
): { rows: RankedCells[]; next: string | null } {
  const page = (cells ?? []).slice(0, limit)
  const last = page.at(-1)
  const isMore = (cells?.length ?? 0) > limit && last !== undefined
  return { rows: page, next: isMore ? markOf(last, sort) : null }
}

/** The stored rows of a page. */
export async function readPage(
  ctx: Pick<Context, 'agreements' | 'now' | 'db'>,
  asked: DealFilters,
  { sort, after, limit }: Pick<Asked, 'sort' | 'after' | 'limit'>,
): Promise<{ rows: RankedCells[]; next: string | null }> {
  const key = unpackCursor(after, 4)
  // A mark belongs to the order it was made in.
  const mark = key !== null && key[3] === sort ? key.slice(0, 3) : null
  const agreement = ctx.agreements.at(ctx.now())
  const { text, values } = pageStatement(agreement, whereOf(ctx, asked), sort, mark, limit + 1)
  // Which words are rare only the words themselves tell: those are planned each time.
  const statement = asked.text === undefined ? named(text, values) : { text, values }
  const { rows } = await ctx.db.query<{ cells: RankedCells[] | null }>(statement)
  return cutPage(rows[0]?.cells ?? null, sort, limit)
}

/** A page of deals in the order asked for, and the mark behind its last row. */
export async function listDeals(ctx: Context, asked: Asked): Promise<{ deals: DealRow[]; next: string | null }> {
  const { rows, next } = await readPage(ctx, asked, asked)
  return { deals: presentDeals(ctx, rows), next }
}
