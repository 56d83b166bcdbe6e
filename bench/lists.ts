// Pages of a million leads: the first page against the deepest, by keyset and, beside it, by OFFSET as the usual way.
// Run: node bench/lists.ts (BENCH_LEADS=1000000 unless told). Goal: the deepest page at most twice the first.
// Run: node bench/lists.ts
import { performance } from 'node:perf_hooks'
import { pino } from 'pino'
import type { Context } from '../server/context.ts'
import { readBook } from '../server/features/agreements/read-book.ts'
import { listLeads } from '../server/features/leads/list-leads.ts'
import { packCursor } from '../server/http/cursor.ts'
import { testDatabase } from '../server/test/database.ts'

const LEADS = Number(process.env.BENCH_LEADS ?? 1_000_000)
const ROUNDS = 40

const database = await testDatabase()
const { pool } = database
try {
  await pool.query('drop index people_search')
  await pool.query(
    `insert into people (person_id, name, email, first_seen_at, last_seen_at, state)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Person ' || n, 'p' || n || '@firm.example', now(), now(), '{}'
     from generate_series(1, $1::int) n`,
    [LEADS],
  )
  await pool.query(
    `insert into leads (person_id, attempt, stage, outcome, team, grade, fit, engagement, engagement_at, heat, channel, is_history, opened_at, updated_at)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, (array['inquiry','qualified','accepted','contacted'])[1 + n % 4],
       'open', 'sales', 'B2', 40, 30, now(), random() * 100, (array['social','paid search','referral'])[1 + n % 3], false,
       now() - n * interval '37 seconds', now()
     from generate_series(1, $1::int) n`,
    [LEADS],
  )
  await pool.query('analyze')
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
  const median = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
    return times.sort((a, b) => a - b)[ROUNDS / 2] ?? 0
  }
  for (const sort of ['newest', 'hottest'] as const) {
    const deepest = await pool.query<{ rank: string; person_id: string }>(
      sort === 'newest'
        ? 'select (extract(epoch from opened_at) * 1000)::text as rank, person_id from leads order by opened_at, person_id offset 200 limit 1'
        : 'select heat::text as rank, person_id from leads order by heat, person_id offset 200 limit 1',
    )
    const row = deepest.rows[0]
    const after = packCursor([row?.rank ?? '', row?.person_id ?? '', 1])
    const first = await median(() => listLeads(ctx, { sort, limit: 50 }))
    const deep = await median(() => listLeads(ctx, { sort, limit: 50, after }))
    const order = sort === 'newest' ? 'opened_at' : 'heat'
    const start = performance.now()
    await pool.query(`select person_id, attempt from leads order by ${order} desc, person_id desc offset $1 limit 50`, [
      LEADS - 200,
    ])
    const offset = performance.now() - start
    console.log(
      `${sort.padEnd(8)} ${LEADS} leads: first page ${first.toFixed(2)} ms, deepest ${deep.toFixed(2)} ms (${(deep / first).toFixed(2)}x, goal <= 2x); by OFFSET ${offset.toFixed(0)} ms (${(offset / deep).toFixed(0)}x)`,
    )
  }
} finally {
  await database.drop()
}
process.exit(0)
