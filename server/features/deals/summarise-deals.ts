import { type Rate, rateOf } from '@ensemble/engine/funnel/rate.ts'
import type { Queryable } from '../../db/queryable.ts'

export const DEAL_GROUPS = ['seller', 'product', 'account', 'month'] as const
export type DealGroup = (typeof DEAL_GROUPS)[number]

/** Money of won deals in one currency. Currencies are never added up. */
export type Won = {
  currency: string
  amountCents: number
  deals: number
  medianCents: number
  largestCents: number
}
export type DealFigures = {
  open: number
  won: number
  lost: number
  /** They decided for nobody. */
  undecided: number
  /** Won of won and lost, with the 95 % Wilson interval. */
  winRate: Rate
  /** Won of all that ended, those without a decision among them. */
  winRateWithUndecided: Rate
  /** Won deals with a signed contract or a payment; the others are won by somebody's word. */
  wonProven: number
  wonUnproven: number
  wonWithoutAmount: number
  money: Won[]
  medianDaysToWon: number | null
}
export type DealSummary = DealFigures & {
  total: number
  openByStage: { stage: string; deals: number }[]
  lostByReason: { reason: string; deals: number }[]
  by: DealGroup
  groups: ({ key: string | null } & DealFigures)[]
  from: string | null
  to: string | null
  definition: string
}

type Question = { by: DealGroup; from: string | null; to: string | null; zone: string }
type Row = {
  key: string | null
  is_total: boolean
  open: number
  won: number
  lost: number
  undecided: number
  proven: number
  unpriced: number
  days: number | null
}
type MoneyRow = {
  key: string | null
  is_total: boolean
  currency: string
  sum: string
  deals: number
  median: number
  largest: string
}

const KEYS: Readonly<Record<DealGroup, string>> = {
  seller: 'coalesce(u.name, u.email)',
  product: 'd.name',
  account: 'a.name',
  month: `to_char(coalesce(d.closed_at, d.opened_at) at time zone $3, 'YYYY-MM')`,
}

/**
 * Deals and what became of them. `from` and `to` (days, half-open) choose closed deals by the day they closed and open
 * ones by the day they were opened. Amounts are integer cents.
 */
export async function summariseDeals(db: Queryable, question: Question): Promise<DealSummary> {
  const { by, from, to, zone } = question
  const params = [from, to, zone]
  const rows = await readFigures(db, KEYS[by], params)
  const money = await readMoney(db, KEYS[by], params)
  const stages = await readOpen(db, params)
  const reasons = await readReasons(db, params)
  const figuresOf = (row: Row): DealFigures => ({
    open: row.open,
    won: row.won,
    lost: row.lost,
    undecided: row.undecided,
    winRate: rateOf(row.won, row.won + row.lost),
    winRateWithUndecided: rateOf(row.won, row.won + row.lost + row.undecided),
    wonProven: row.proven,
    wonUnproven: row.won - row.proven,
    wonWithoutAmount: row.unpriced,
    money: money
      .filter((each) => each.is_total === row.is_total && each.key === row.key)
      .map((each) => ({
        currency: each.currency,
        amountCents: Number(each.sum),
        deals: each.deals,
        medianCents: Math.round(each.median),
        largestCents: Number(each.largest),
      })),
    medianDaysToWon: row.days,
  })
  const nothing: Row = {
    key: null,
    is_total: true,
    open: 0,
    won: 0,
    lost: 0,
    undecided: 0,
    proven: 0,
    unpriced: 0,
    days: null,
  }
  const total = rows.find((row) => row.is_total) ?? nothing
  return {
    total: total.open + total.won + total.lost + total.undecided,
    ...figuresOf(total),
    openByStage: stages,
    lostByReason: reasons,
    by,
    groups: rows.filter((row) => !row.is_total).map((row) => ({ key: row.key, ...figuresOf(row) })),
    from,
    to,
    definition:
      'Win rate: deals won of deals won and lost, with the 95 % Wilson interval; with those without a decision it is won of all that ended. Won, unproven: without a signed contract or a payment. Won money: amounts of won deals, summed by currency; deals without an amount are counted apart. Days to won: from the opening of the deal to the win.',
  }
}

const SCOPE = `deals d
  left join users u on u.id = d.closer
  left join people p on p.person_id = d.person_id
  left join accounts a on a.account_id = p.account_id
  where ($1::date is null or coalesce(d.closed_at, d.opened_at) >= $1::date::timestamp at time zone $3)
    and ($2::date is null or coalesce(d.closed_at, d.opened_at) < $2::date::timestamp at time zone $3)`

async function readFigures(db: Queryable, key: string, params: unknown[]): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select ${key} as key, grouping(${key}) = 1 as is_total,
       count(*) filter (where d.status = 'open')::int as open,
       count(*) filter (where d.status = 'won')::int as won,
       count(*) filter (where d.status = 'lost')::int as lost,
       count(*) filter (where d.status = 'undecided')::int as undecided,
       count(*) filter (where d.status = 'won' and d.proof <> 'none')::int as proven,
       count(*) filter (where d.status = 'won' and d.amount_cents is null)::int as unpriced,
       percentile_cont(0.5) within group (order by extract(epoch from d.closed_at - d.opened_at) / 86400) filter (where d.status = 'won')::float8 as days
     from ${SCOPE}
     group by grouping sets ((), (${key}))
     order by is_total desc, won desc, lost desc, key nulls last`,
    params,
  )
  return rows
}

async function readMoney(db: Queryable, key: string, params: unknown[]): Promise<MoneyRow[]> {
  const { rows } = await db.query<MoneyRow>(
    `select ${key} as key, grouping(${key}) = 1 as is_total, d.currency, sum(d.amount_cents)::text as sum, count(*)::int as deals,
       percentile_cont(0.5) within group (order by d.amount_cents)::float8 as median, max(d.amount_cents)::text as largest
     from ${SCOPE} and d.status = 'won' and d.amount_cents is not null
     group by grouping sets ((d.currency), (${key}, d.currency))
     order by sum(d.amount_cents) desc`,
    params,
  )
  return rows
}

async function readOpen(db: Queryable, params: unknown[]): Promise<DealSummary['openByStage']> {
  const { rows } = await db.query<{ stage: string; deals: number }>(
    `select d.stage, count(*)::int as deals from ${SCOPE} and d.status = 'open' group by d.stage order by deals desc, d.stage`,
    params,
  )
  return rows
}

async function readReasons(db: Queryable, params: unknown[]): Promise<DealSummary['lostByReason']> {
  const { rows } = await db.query<{ reason: string; deals: number }>(
    `select coalesce(d.reason, 'not recorded') as reason, count(*)::int as deals from ${SCOPE} and d.status = 'lost' group by 1 order by deals desc, 1`,
    params,
  )
  return rows
}
