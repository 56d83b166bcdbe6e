// A board, a list, a deal, a forecast of 100,000 deals at 16 connections, next to the bare statement that finds the page.
// Run: node bench/deals.ts (BENCH_DEALS=100000 unless told). Goal: p99 at most 25 ms for board, list and deal.
import { performance } from 'node:perf_hooks'
import { Pool } from 'pg'
import { pino } from 'pino'
import type { Context } from '../server/context.ts'
import { readBook } from '../server/features/agreements/read-book.ts'
import { getBoard } from '../server/features/deals/get-board.ts'
import { getDeal } from '../server/features/deals/get-deal.ts'
import { getForecast } from '../server/features/deals/get-forecast.ts'
import { getWinLoss } from '../server/features/deals/get-win-loss.ts'
import { listDeals } from '../server/features/deals/list-deals.ts'
import { testDatabase } from '../server/test/database.ts'
import { fillDeals, personOf, sellerOf } from './deals-fill.ts'

const DEALS = Number(process.env.BENCH_DEALS ?? 100_000)
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 16)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 400)
const WARM = 160
const GOAL_MS = 25

const url = process.env.BENCH_DATABASE_URL
const database =
  url === undefined
    ? await testDatabase()
    : { url, pool: new Pool({ connectionString: url, max: 10 }), drop: async () => undefined }
const { pool } = database
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
  if (process.env.BENCH_DATABASE_URL === undefined) await fillDeals(pool, DEALS)
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
    // Each connection plans a statement five times before it keeps the plan.
    await measure(work, rounds ?? WARM)
    await measure(bare, Math.min(rounds ?? WARM, WARM))
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
