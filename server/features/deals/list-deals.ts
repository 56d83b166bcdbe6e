import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import { type DealFilters, type Where, whereOf } from './deal-filters.ts'
import { type DealMark, type DealSort, ORDERS } from './deal-orders.ts'
import { named } from './named-statement.ts'
import { DEAL_JOINS, type DealRow, dealCells, presentDeals, type RankedCells } from './read-deal-rows.ts'
import { shareAnswers } from './share-next.ts'

type Asked = DealFilters & { sort: DealSort; after?: string | undefined; limit: number }

type Statement = { text: string; values: unknown[] }
/** So many that hold some words are found by the words and then put in order; more are found by walking the order. */
const MOST_FOUND = 2_000

/** The statement of a page: its rows are found first, and only they are looked up in the other tables. */
function pageStatement(
  agreement: CompiledAgreement,
  { conditions, values }: Where,
  sort: DealSort,
  mark: DealMark | null,
  limit: number,
  isByWords: boolean,
): Statement {
  const { rank, after, by, only } = ORDERS[sort]
  const all = [...conditions, ...(only === null || conditions.includes(only) ? [] : [only])]
  const bound = [...values]
  if (mark !== null) {
    const [atRank = '', person = '', deal = ''] = mark.map((value) => `$${bound.push(String(value))}`)
    all.push(after(atRank, person, deal))
  }
  const where = all.length === 0 ? '' : `where ${all.join(' and ')}`
  const found = isByWords
    ? `found as materialized (select d.person_id, d.deal_id from deals d ${where} limit ${MOST_FOUND + 1}), `
    : ''
  const from = isByWords ? 'found join deals d using (person_id, deal_id)' : `deals d ${where}`
  // The limit is written out: a plan for any limit is a plan for a long list.
  const text = `with ${found}page as materialized (select d.*, ${rank} as rank from ${from} order by ${by} limit ${Math.trunc(limit)})
    select json_agg(cells) as cells, ${isByWords ? '(select count(*)::int from found)' : '0'} as found
    from (select ${dealCells(agreement, ', d.rank')} as cells from page d ${DEAL_JOINS} order by ${by}) shown`
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
  const statementOf = (isByWords: boolean): Statement =>
    pageStatement(ctx.agreements.at(ctx.now()), whereOf(ctx, asked), sort, mark, limit + 1, isByWords)
  const read = async (isByWords: boolean) => {
    const { text, values } = statementOf(isByWords)
    // Which words are rare only the words themselves tell: those are planned each time.
    const statement = asked.text === undefined ? named(text, values) : { text, values }
    const { rows } = await ctx.db.query<{ cells: RankedCells[] | null; found: number }>(statement)
    return rows[0] ?? { cells: null, found: 0 }
  }
  const first = await read(asked.text !== undefined)
  const { cells } = first.found > MOST_FOUND ? await read(false) : first
  return cutPage(cells, sort, limit)
}

const shared = shareAnswers<{ deals: DealRow[]; next: string | null }>()

/** A page of deals in the order asked for, and the mark behind its last row. */
export async function listDeals(ctx: Context, asked: Asked): Promise<{ deals: DealRow[]; next: string | null }> {
  const { version } = ctx.agreements.at(ctx.now())
  return shared(ctx.db, JSON.stringify([version, asked]), async () => {
    const { rows, next } = await readPage(ctx, asked, asked)
    return { deals: presentDeals(ctx, rows), next }
  })
}
