import type { DealTerms } from '@ensemble/engine/lifecycle/state.ts'
import type { OpenDeals } from '@ensemble/engine/pipeline/forecast.ts'
import type { Month, PastDeal } from '@ensemble/engine/pipeline/past-forecast.ts'
import type { StageCount } from '@ensemble/engine/pipeline/stage-rates.ts'
import type { Queryable } from '../../db/queryable.ts'

/** Pipelines (null: any; the empty name is the first of the agreement) and seller (null: any). */
export type ForecastScope = { pipelines: string[] | null; owner: string | null }

/** Open deals as they stand, added up by month of close date. Without a date the month is empty. */
export async function readOpenNow(
  db: Queryable,
  { pipelines, owner }: ForecastScope,
): Promise<(OpenDeals & { isPriced: boolean })[]> {
  const { rows } = await db.query<Omit<OpenDeals, 'cents'> & { cents: string | null; isPriced: boolean }>(
    `select coalesce(to_char(close_date, 'YYYY-MM'), '') as month, pipeline, stage, closer, coalesce(currency, '') as currency,
            amount_cents is not null and currency is not null as "isPriced", count(*)::int as deals, sum(amount_cents)::text as cents
     from deals where status = 'open' and ($1::text[] is null or pipeline = any($1)) and ($2::uuid is null or closer = $2)
     group by 1, 2, 3, 4, 5, 6`,
    [pipelines, owner],
  )
  return rows.map((row) => ({ ...row, cents: Number(row.cents ?? 0) }))
}

/** Open deals whose close date is over: their days still to come are none. */
export async function readOverdue(db: Queryable, { pipelines, owner }: ForecastScope, today: string) {
  const { rows } = await db.query<{ currency: string; deals: number; cents: string }>(
    `select currency, count(*)::int as deals, sum(amount_cents)::text as cents from deals
     where status = 'open' and close_date < $3 and amount_cents is not null and currency is not null
       and ($1::text[] is null or pipeline = any($1)) and ($2::uuid is null or closer = $2)
     group by 1 order by sum(amount_cents) desc`,
    [pipelines, owner, today],
  )
  return rows.map((row) => ({ currency: row.currency, deals: row.deals, amountCents: Number(row.cents) }))
}

export type AlivePast = PastDeal & {
  personId: string
  id: string
  name: string | null
  proof: 'none' | 'contract' | 'payment'
  closeDate: string | null
}

type AliveRow = {
  person_id: string
  deal_id: string
  name: string | null
  pipeline: string
  status: PastDeal['status']
  proof: AlivePast['proof']
  amount: string | null
  currency: string | null
  closer: string | null
  opened_ms: number
  closed_ms: number | null
  close_date: string | null
  terms: DealTerms[] | null
}

const ALIVE = `select person_id, deal_id, name, pipeline, status, proof, amount_cents as amount, currency, closer,
    (extract(epoch from opened_at) * 1000)::float8 as opened_ms, (extract(epoch from closed_at) * 1000)::float8 as closed_ms,
    close_date::text as close_date, state -> 'terms' as terms
  from deals where (closed_at is null or closed_at >= $1) and opened_at < $2 and ($3::text[] is null or pipeline = any($3))`

function aliveOf(row: AliveRow): AlivePast {
  return {
    personId: row.person_id,
    id: row.deal_id,
    name: row.name,
    pipeline: row.pipeline,
    status: row.status,
    proof: row.proof,
    amountCents: row.amount === null ? null : Number(row.amount),
    currency: row.currency,
    closer: row.closer,
    openedAt: row.opened_ms,
    closedAt: row.closed_ms,
    closeDate: row.close_date,
    terms: row.terms ?? [],
  }
}

/** Deals that were open at some moment from `fromMs` on and opened before `toMs`, with what was said of them over time. */
export async function readAlive(
  db: Queryable,
  { pipelines }: ForecastScope,
  fromMs: number,
  toMs: number,
): Promise<AlivePast[]> {
  const { rows } = await db.query<AliveRow>(ALIVE, [new Date(fromMs), new Date(toMs), pipelines])
  return rows.map(aliveOf)
}

/** Of these, the deals that some of the months (in order) may have foreseen, or that were won in them. */
export async function readForeseen(
  db: Queryable,
  { pipelines }: ForecastScope,
  months: readonly Month[],
): Promise<AlivePast[]> {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return []
  const { rows } = await db.query<AliveRow>(
    `${ALIVE} and ((status = 'won' and closed_at < $2)
       or (close_key >= $4::date and close_key < ($5::date + interval '1 month')) or jsonb_array_length(state -> 'terms') > 1)`,
    [new Date(first.fromMs), new Date(last.toMs), pipelines, `${first.month}-01`, `${last.month}-01`],
  )
  return rows.map(aliveOf)
}

export type Won = { month: string; currency: string; deals: number; cents: number; unproven: number }

/** Money won in some months until a moment, by currency. */
export async function readWon(
  db: Queryable,
  { pipelines, owner }: ForecastScope,
  zone: string,
  fromMs: number,
  untilMs: number,
): Promise<Won[]> {
  const { rows } = await db.query<Omit<Won, 'cents' | 'unproven'> & { cents: string; unproven: string }>(
    `select to_char(closed_at at time zone $5, 'YYYY-MM') as month, currency, count(*)::int as deals, sum(amount_cents)::text as cents,
            coalesce(sum(amount_cents) filter (where proof = 'none'), 0)::text as unproven
     from deals where status = 'won' and closed_at >= $1 and closed_at <= $2 and amount_cents is not null and currency is not null
       and ($3::text[] is null or pipeline = any($3)) and ($4::uuid is null or closer = $4)
     group by 1, 2`,
    [new Date(fromMs), new Date(untilMs), pipelines, owner, zone],
  )
  return rows.map((row) => ({ ...row, cents: Number(row.cents), unproven: Number(row.unproven) }))
}

/** How long closed deals took, in ms; a sample of the latest is enough to say how long nine of ten need. */
export async function readDurations(db: Queryable, { pipelines }: ForecastScope, beforeMs: number): Promise<number[]> {
  const { rows } = await db.query<{ ms: number }>(
    `select (extract(epoch from closed_at - opened_at) * 1000)::float8 as ms from deals
     where status <> 'open' and closed_at <= $2 and closed_at >= opened_at and ($1::text[] is null or pipeline = any($1))
     order by closed_at desc limit 5000`,
    [pipelines, new Date(beforeMs)],
  )
  return rows.map((row) => row.ms)
}

/** Deals that reached each stage before `maturedMs`, and how many of them were won by `asOfMs`. */
export async function readStageCounts(
  db: Queryable,
  { pipelines }: ForecastScope,
  maturedMs: number,
  asOfMs: number,
): Promise<StageCount[]> {
  const { rows } = await db.query<StageCount>(
    `select d.pipeline, r.key as stage, count(*)::int as matured,
            (count(*) filter (where d.status = 'won' and d.closed_at <= $3))::int as won
     from deals d, jsonb_each_text(d.state -> 'reached') r
     where r.value::float8 <= $2 and r.key not in ('won', 'lost', 'undecided') and ($1::text[] is null or d.pipeline = any($1))
     group by 1, 2`,
    [pipelines, maturedMs, new Date(asOfMs)],
  )
  return rows
}
