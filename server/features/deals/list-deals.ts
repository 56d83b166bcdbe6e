import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { dealSort } from './contract.ts'
import { CHOSEN, chosenBy, type DealFilters } from './deal-filters.ts'
import { DEAL_COLUMNS, DEAL_JOINS, type DealRow, presentDeals, type StoredDeal } from './read-deal-rows.ts'

export type DealSort = z.output<typeof dealSort>
type Asked = DealFilters & { sort: DealSort; after?: string | undefined; limit: number }

/** Each order with its own comparison: a keyset is only fast when the order, the comparison and the index agree. */
const ORDERS: Readonly<Record<DealSort, { rank: string; after: string; by: string }>> = {
  newest: {
    rank: `(extract(epoch from d.opened_at) * 1000000)::bigint::text`,
    after: `(d.opened_at, d.person_id, d.deal_id) < (timestamptz 'epoch' + $24::float8 * interval '1 microsecond', $25::uuid, $26::text)`,
    by: 'd.opened_at desc, d.person_id desc, d.deal_id desc',
  },
  closing: {
    rank: 'd.close_key::text',
    after: '(d.close_key, d.person_id, d.deal_id) > ($24::date, $25::uuid, $26::text)',
    by: 'd.close_key, d.person_id, d.deal_id',
  },
  largest: {
    rank: 'd.amount_key::text',
    after: '(d.amount_key, d.person_id, d.deal_id) < ($24::bigint, $25::uuid, $26::text)',
    by: 'd.amount_key desc, d.person_id desc, d.deal_id desc',
  },
  closed: {
    rank: `(extract(epoch from d.closed_at) * 1000000)::bigint::text`,
    after: `(d.closed_at, d.person_id, d.deal_id) < (timestamptz 'epoch' + $24::float8 * interval '1 microsecond', $25::uuid, $26::text)`,
    by: 'd.closed_at desc, d.person_id desc, d.deal_id desc',
  },
  stalest: {
    rank: `(extract(epoch from d.stage_at) * 1000000)::bigint::text`,
    after: `(d.stage_at, d.person_id, d.deal_id) > (timestamptz 'epoch' + $24::float8 * interval '1 microsecond', $25::uuid, $26::text)`,
    by: 'd.stage_at, d.person_id, d.deal_id',
  },
}

function statementOf(sort: DealSort): string {
  const { rank, after, by } = ORDERS[sort]
  // Only closed deals have a moment of closing; how long a deal stands is asked of open ones.
  const own = sort === 'closed' ? `and d.status <> 'open'` : sort === 'stalest' ? `and d.status = 'open'` : ''
  return `with page as materialized (
      select d.*, ${rank} as rank from deals d where ${CHOSEN} ${own} and ($24::text is null or ${after}) order by ${by} limit $27)
    select ${DEAL_COLUMNS}, d.rank from page d ${DEAL_JOINS} order by ${by}`
}

const STATEMENTS: Readonly<Record<DealSort, string>> = {
  newest: statementOf('newest'),
  closing: statementOf('closing'),
  largest: statementOf('largest'),
  closed: statementOf('closed'),
  stalest: statementOf('stalest'),
}

/** The rows of a page as they are stored, one more than asked for when there are more. */
export async function readPage(
  ctx: Context,
  chosen: readonly unknown[],
  { sort, after, limit }: Pick<Asked, 'sort' | 'after' | 'limit'>,
): Promise<{ rows: StoredDeal[]; next: string | null }> {
  const key = unpackCursor(after, 4)
  // A mark belongs to the order it was made in.
  const mark = key !== null && key[3] === sort ? key : null
  const { rows } = await ctx.db.query<StoredDeal & { rank: string }>(STATEMENTS[sort], [
    ...chosen,
    mark === null ? null : String(mark[0]),
    mark === null ? null : String(mark[1]),
    mark === null ? null : String(mark[2]),
    limit + 1,
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page,
    next:
      rows.length > limit && last !== undefined ? packCursor([last.rank, last.person_id, last.deal_id, sort]) : null,
  }
}

/** A page of deals in the order asked for, and the mark behind its last row. */
export async function listDeals(ctx: Context, asked: Asked): Promise<{ deals: DealRow[]; next: string | null }> {
  const { rows, next } = await readPage(ctx, await chosenBy(ctx, asked), asked)
  return { deals: await presentDeals(ctx, rows), next }
}
