// A board, a list, a deal, a forecast of 100,000 deals at 16 connections, next to the bare statement that finds the page.
// Run: node bench/deals.ts (BENCH_DEALS=100000 unless told). Goal: p99 at most 25 ms for board, list and deal.
import { performance } from 'node:perf_hooks'
import { pino } from 'pino'
import type { Context } from '../server/context.ts'
import { readBook } from '../server/features/agreements/read-book.ts'
import { getBoard } from '../server/features/deals/get-board.ts'
import { getDeal } from '../server/features/deals/get-deal.ts'
import { getForecast } from '../server/features/deals/get-forecast.ts'
import { getWinLoss } from '../server/features/deals/get-win-loss.ts'
import { listDeals } from '../server/features/deals/list-deals.ts'
import { testDatabase } from '../server/test/database.ts'

const DEALS = Number(process.env.BENCH_DEALS ?? 100_000)
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 16)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 400)
const GOAL_MS = 25

const database = await testDatabase()
const { pool } = database
const personOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const sellerOf = (n: number): string => `00000000-0000-7000-9000-${(n % 50).toString(16).padStart(12, '0')}`

async function fill(): Promise<void> {
  await pool.query(
    `insert into users (id, name, email, role, is_active)
     select ('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Seller ' || n, 's' || n || '@x.example', 'seller', true
     from generate_series(0, 49) n`,
  )
  await pool.query(
    `with made as (
       select n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as person_id,
         ('00000000-0000-7000-9000-' || lpad(to_hex(n % 50), 12, '0'))::uuid as closer,
         now() - (n % 700) * interval '1 day' as opened, (array['open', 'offer', 'negotiation'])[1 + n % 3] as stage,
         case when n % 5 < 2 then 'open' when n % 5 < 4 then 'lost' else 'won' end as status,
         (1000 + n % 90000)::bigint * 100 as cents, case when n % 10 = 0 then 'USD' else 'EUR' end as currency,
         (now() + ((n % 200) - 20) * interval '1 day')::date as close_date
       from generate_series(1, $1::int) n),
     told as (
       select *, jsonb_build_object('id', 'd' || n, 'attempt', 1, 'name', 'Deal ' || n, 'stage', case when status = 'open' then stage else status end,
         'status', status, 'proof', 'none', 'amountCents', cents, 'currency', currency, 'sdr', null, 'closer', closer,
         'openedAt', (extract(epoch from opened) * 1000)::bigint, 'closedAt', case when status = 'open' then null else (extract(epoch from opened + interval '30 days') * 1000)::bigint end,
         'reason', null, 'nextStep', 'call', 'closeDate', close_date,
         'reached', jsonb_build_object('open', (extract(epoch from opened) * 1000)::bigint, 'offer', (extract(epoch from opened) * 1000)::bigint + 864000000),
         'terms', jsonb_build_array(jsonb_build_object('at', (extract(epoch from opened) * 1000)::bigint, 'closeDate', close_date, 'amountCents', cents, 'currency', currency, 'closer', closer, 'stage', 'open'))) as deal
       from made),
     persons as (
       insert into people (person_id, name, email, company, first_seen_at, last_seen_at, state, search)
       select person_id, 'Person ' || n, 'p' || n || '@firm.example', 'Firm ' || n % 9000, opened, opened,
         jsonb_build_object('person', jsonb_build_object('has_phone', false, 'asked_for_a_call', false), 'account', '{}'::jsonb, 'traits', '{}'::jsonb,
           'fit', 0, 'fitLines', '[]'::jsonb, 'engagement', 0, 'engagementAt', 0, 'ledger', '[]'::jsonb, 'capDay', 0, 'capUsed', '{}'::jsonb, 'grade', null,
           'firstTouch', null, 'lastTouch', null, 'attempt', null, 'pastAttempts', 1, 'deals', jsonb_build_array(deal), 'lastFact', null), 'person ' || n
       from told)
     insert into deals (deal_id, person_id, attempt, name, stage, status, proof, amount_cents, currency, closer, opened_at, closed_at, next_step,
       stage_at, close_date, products, competitors, reasons, said, search, state)
     select 'd' || n, person_id, 1, 'Deal ' || n, deal->>'stage', status, case when n % 2 = 0 then 'contract' else 'none' end, cents, currency, closer, opened,
       case when status = 'open' then null else opened + interval '30 days' end, 'call', opened, close_date,
       jsonb_build_array('Product ' || n % 7), case when n % 3 = 0 then jsonb_build_array('Rival ' || n % 5) end, '[]', '[]', 'deal ' || n || ' firm ' || n % 9000, deal
     from told`,
    [DEALS],
  )
  await pool.query('vacuum analyze')
}

type Times = { p50: number; p99: number }

async function measure(work: (n: number) => Promise<unknown>, rounds = ROUNDS): Promise<Times> {
  const times: number[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let n = next++; n < rounds; n = next++) {
        const start = performance.now()
        await work(n)
        times.push(performance.now() - start)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

try {
  await fill()
  const ctx: Context = {
    db: pool,
    now: Date.now,
    log: pino({ level: 'silent' }),
    agreements: await readBook(pool),
    bus: { listen: () => () => undefined, stop: async () => undefined },
    publicUrl: '',
    secret: '',
    home: '',
  }
  const caller = { id: sellerOf(0), name: 'Seller', role: 'manager', side: 'sales', locale: 'en' } as const
  const list = { sort: 'newest', limit: 50 } as const
  const bareList = 'select * from deals order by opened_at desc, person_id desc, deal_id desc limit 50'
  const bareBoard = `select stage, currency, count(*), sum(amount_cents) from deals where status = 'open' group by 1, 2`
  const cases: [string, (n: number) => Promise<unknown>, (n: number) => Promise<unknown>, number?][] = [
    ['list, newest', () => listDeals(ctx, list), () => pool.query(bareList)],
    [
      'list of a seller by close date',
      (n) => listDeals(ctx, { sort: 'closing', status: 'open', owner: sellerOf(n), limit: 50 }),
      (n) =>
        pool.query(
          `select * from deals where status = 'open' and closer = $1 order by close_key, person_id, deal_id limit 50`,
          [sellerOf(n)],
        ),
    ],
    [
      'list by text',
      (n) => listDeals(ctx, { sort: 'newest', text: `firm ${(n * 37) % 9000}`, limit: 50 }),
      (n) =>
        pool.query(`select * from deals where search like $1 order by opened_at desc limit 50`, [
          `%firm ${(n * 37) % 9000}%`,
        ]),
    ],
    ['board, whole pipeline', () => getBoard(ctx, { sort: 'closing', limit: 20 }), () => pool.query(bareBoard)],
    [
      'board of a seller',
      (n) => getBoard(ctx, { sort: 'closing', limit: 20, owner: sellerOf(n) }),
      (n) =>
        pool.query(
          `select stage, currency, count(*), sum(amount_cents) from deals where status = 'open' and closer = $1 group by 1, 2`,
          [sellerOf(n)],
        ),
    ],
    [
      'deal',
      (n) => getDeal(ctx, caller, personOf(1 + ((n * 97) % DEALS)), `d${1 + ((n * 97) % DEALS)}`),
      (n) => pool.query('select * from deals where person_id = $1', [personOf(1 + ((n * 97) % DEALS))]),
    ],
    [
      'win and loss',
      () => getWinLoss(ctx, {}, 'en'),
      () => pool.query('select status, count(*) from deals group by 1'),
      48,
    ],
    ['forecast', () => getForecast(ctx, { months: 6 }, 'en'), () => pool.query(bareBoard), 32],
  ]
  for (const [name, work, bare, rounds] of cases) {
    await measure(work, Math.min(rounds ?? ROUNDS, CONNECTIONS * 2))
    const own = await measure(work, rounds)
    const sql = await measure(bare, rounds)
    const goal = rounds === undefined ? `, goal p99 <= ${GOAL_MS} ms` : ''
    console.log(
      `${name.padEnd(32)} p50 ${own.p50.toFixed(1)} ms, p99 ${own.p99.toFixed(1)} ms${goal}; bare SQL p50 ${sql.p50.toFixed(1)} ms, p99 ${sql.p99.toFixed(1)} ms (${(own.p50 / sql.p50).toFixed(1)}x)`,
    )
  }
} finally {
  await database.drop()
}
process.exit(0)
