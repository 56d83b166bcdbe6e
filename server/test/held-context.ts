import { randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Context } from '../context.ts'
import { readBook } from '../features/agreements/read-book.ts'
import type { TestDatabase } from './database.ts'

export type HeldContext = Context & { clock: { nowMs: number } }

/** A context whose clock stands still until a test moves it. */
export async function heldContext(database: TestDatabase, nowMs: number): Promise<HeldContext> {
  const clock = { nowMs }
  return {
    clock,
    db: database.pool,
    now: () => clock.nowMs,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    agreements: await readBook(database.pool),
    bus: { listen: () => () => undefined, stop: async () => undefined },
    publicUrl: 'http://ensemble.example',
    secret: 'the secret of a test, long enough to sign with',
    home: '/nonexistent',
  }
}

/** Makes sellers of one sales team, and says their ids in ascending order. */
export async function hireSellers(database: TestDatabase, count: number): Promise<string[]> {
  const teamId = randomUUID()
  await database.pool.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales')`, [teamId])
  const ids = Array.from(
    { length: count },
    (_, index) => `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
  )
  await database.pool.query(
    `insert into users (id, name, email, role, team_id)
     select id, 'Seller ' || place, 'seller' || place || '@x.example', 'seller', $2 from unnest($1::uuid[]) with ordinality as t(id, place)`,
    [ids, teamId],
  )
  return ids
}

/** Takes away everything that grows with visitors. */
export async function forgetPeople(database: Pick<TestDatabase, 'pool'>): Promise<void> {
  await database.pool.query(
    'truncate people, identities, facts, decisions, leads, clocks, deals, feedbacks, hand_offs, turns, rounds, notices, accounts cascade',
  )
}
