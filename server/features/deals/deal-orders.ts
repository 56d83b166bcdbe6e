import type { z } from 'zod'
import type { dealSort } from './list-contract.ts'

export type DealSort = z.output<typeof dealSort>
export type DealMark = readonly (string | number)[]
type Order = {
  rank: string
  /** Behind a row, by parameters that are bound in this order: rank, person, deal. */
  after: (rank: string, person: string, deal: string) => string
  by: string
  /** Only closed deals have a moment of closing; how long a deal stands is asked of open ones. */
  only: string | null
}

const moment = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint::text`
const momentOf = (rank: string): string => `(timestamptz 'epoch' + ${rank}::float8 * interval '1 microsecond')`

/** Each order with its own comparison: a keyset is only fast when the order, the comparison and the index agree. */
export const ORDERS: Readonly<Record<DealSort, Order>> = {
  newest: {
    rank: moment('d.opened_at'),
    after: (rank, person, deal) =>
      `(d.opened_at, d.person_id, d.deal_id) < (${momentOf(rank)}, ${person}::uuid, ${deal}::text)`,
    by: 'd.opened_at desc, d.person_id desc, d.deal_id desc',
    only: null,
  },
  closing: {
    rank: 'd.close_key::text',
    after: (rank, person, deal) =>
      `(d.close_key, d.person_id, d.deal_id) > (${rank}::date, ${person}::uuid, ${deal}::text)`,
    by: 'd.close_key, d.person_id, d.deal_id',
    only: null,
  },
  largest: {
    rank: 'd.amount_key::text',
    after: (rank, person, deal) =>
      `(d.amount_key, d.person_id, d.deal_id) < (${rank}::bigint, ${person}::uuid, ${deal}::text)`,
    by: 'd.amount_key desc, d.person_id desc, d.deal_id desc',
    only: null,
  },
  closed: {
    rank: moment('d.closed_at'),
    after: (rank, person, deal) =>
      `(d.closed_at, d.person_id, d.deal_id) < (${momentOf(rank)}, ${person}::uuid, ${deal}::text)`,
    by: 'd.closed_at desc, d.person_id desc, d.deal_id desc',
    only: `d.status <> 'open'`,
  },
  stalest: {
    rank: moment('d.stage_at'),
    after: (rank, person, deal) =>
      `(d.stage_at, d.person_id, d.deal_id) > (${momentOf(rank)}, ${person}::uuid, ${deal}::text)`,
    by: 'd.stage_at, d.person_id, d.deal_id',
    only: `d.status = 'open'`,
  },
}
