// A house of a million people and ten million facts, in a folder that stays: every state is what folding the facts gives.
// FOLDER [PEOPLE] [SECONDS] are its arguments; after SECONDS it stops with code 3 and goes on when it is run again.
// bench/people.ts measures on it.
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Pool, PoolClient } from 'pg'
import { fold } from '../engine/lifecycle/fold.ts'
import { openContext } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import type { Context } from '../server/context.ts'
import { startEmbedded } from '../server/db/embedded/start-embedded.ts'
import { inTransaction } from '../server/db/in-transaction.ts'
import type { Queryable } from '../server/db/queryable.ts'
import { insertRows, type Table } from '../server/db/write-rows.ts'
import type { Story } from '../server/features/facts/story.ts'
import { writeStories } from '../server/features/facts/write-stories.ts'
import { completeSetup } from '../server/features/setup/complete-setup.ts'
import { isSetupOpen } from '../server/features/setup/queries.ts'
import { accountIdOf, firmOf, sellerIdOf, storyOfPerson, type World } from './people-stories.ts'

const DAY = 86_400_000
const SPAN_DAYS = 730
const BATCH = 4_000
/** Every so many people a story is folded anew and compared. */
const CHECKED_EVERY = 500
const FILLED = ['facts', 'people', 'leads', 'deals', 'decisions', 'clocks', 'identities', 'accounts']

const IDENTITIES: Table = {
  name: 'identities',
  key: ['kind', 'value'],
  columns: { kind: 'text', value: 'text', person_id: 'uuid' },
}
const ACCOUNTS: Table = {
  name: 'accounts',
  key: ['account_id'],
  columns: {
    account_id: 'uuid',
    name: 'text',
    domain: 'text',
    industry: 'text',
    employees: 'integer',
    country: 'text',
  },
}

function keysOf(story: Story): string[][] {
  const { email, phone } = story.state.person
  return [
    ...(email === undefined ? [] : [['email', email, story.personId]]),
    ...(phone === undefined ? [] : [['phone', phone, story.personId]]),
    ['anonymous', `visitor-${story.personId}`, story.personId],
  ]
}

function check(story: Story, world: World): void {
  const { state } = fold(
    () => world.agreement,
    story.newFacts.map(({ fact }) => fact),
  )
  if (JSON.stringify(state) !== JSON.stringify(story.state))
    throw new Error(`${story.personId} is not what folding gives`)
}

async function putSellers(tx: PoolClient, sellers: number): Promise<void> {
  await tx.query(
    `insert into users (id, name, email, role, team_id)
     select u.id::uuid, 'Seller ' || u.place, 'seller' || u.place || '@house.example', 'seller', (select team_id from teams where side = 'sales' limit 1)
       from unnest($1::text[]) with ordinality as u(id, place) on conflict do nothing`,
    [Array.from({ length: sellers }, (_, n) => sellerIdOf(n))],
  )
}

/** How far a filling has come; it is kept in the house, so that a long one may be done in pieces. */
type Progress = {
  people: number
  accounts: number
  sellers: number
  untilMs: number
  next: number
  facts: number
  indexes: string[]
}

async function readProgress(db: Pool): Promise<Progress | null> {
  const { rows } = await db.query<{ value: Progress }>(`select value from settings where key = 'bench people'`)
  return rows[0]?.value ?? null
}

async function saveProgress(db: Queryable, progress: Progress): Promise<void> {
  await db.query(
    `insert into settings (key, value) values ('bench people', $1) on conflict (key) do update set value = excluded.value`,
    [progress],
  )
}

/** Colleagues and companies; indexes are dropped here and made last. */
async function begin(db: Pool, people: number): Promise<Progress> {
  const { rows: indexes } = await db.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any($1)
        and indexname not in (select conname from pg_constraint) order by 1`,
    [FILLED],
  )
  const progress: Progress = {
    people,
    accounts: Math.max(10, Math.floor(people / 10)),
    sellers: Math.max(20, Math.floor(people / 1_000)),
    untilMs: Date.now(),
    next: 1,
    facts: 0,
    indexes: indexes.map(({ indexdef }) => indexdef),
  }
  const firms = Array.from({ length: progress.accounts }, (_, i) => i + 1)
  await inTransaction(db, async (tx) => {
    for (const { indexname } of indexes) await tx.query(`drop index ${indexname}`)
    await putSellers(tx, progress.sellers)
    await insertRows(
      tx,
      ACCOUNTS,
      firms.map((n) => {
        const { name, domain, industry, employees, country } = firmOf(n)
        return [accountIdOf(n), name, domain, industry, employees, country]
      }),
    )
    await saveProgress(tx, progress)
  })
  return progress
}

/** Goes on filling until it is done or the time is up; true when it is done. */
export async function fillPeople(
  ctx: Context,
  people: number,
  seconds: number,
  say: (line: string) => void,
): Promise<boolean> {
  const { db } = ctx
  const start = performance.now()
  const isLate = (): boolean => performance.now() - start > seconds * 1_000
  const progress = (await readProgress(db)) ?? (await begin(db, people))
  const { untilMs } = progress
  const agreement = ctx.agreements.at(untilMs)
  const world: World = { ...progress, fromMs: untilMs - SPAN_DAYS * DAY, agreement }
  let writing: Promise<unknown> = Promise.resolve()
  while (progress.next <= progress.people && !isLate()) {
    const stories: Story[] = []
    const after = Math.min(progress.next + BATCH, progress.people + 1)
    for (let n = progress.next; n < after; n++) {
      const story = storyOfPerson(world, n)
      if (n % CHECKED_EVERY === 1) check(story, world)
      progress.facts += story.newFacts.length
      stories.push(story)
    }
    progress.next = after
    const reached = { ...progress }
    await writing
    writing = inTransaction(db, async (tx) => {
      await writeStories(tx, stories, agreement, untilMs)
      await insertRows(tx, IDENTITIES, stories.flatMap(keysOf))
      await saveProgress(tx, reached)
    })
  }
  await writing
  say(`${progress.next - 1} people, ${progress.facts} facts`)
  await db.query(`set maintenance_work_mem = '768MB'`)
  while (progress.next > progress.people && progress.indexes.length > 0) {
    if (isLate()) return false
    const [indexdef = '', ...others] = progress.indexes
    await db.query(indexdef)
    progress.indexes = others
    await saveProgress(db, progress)
    say(`${indexdef.slice(0, 90)} …`)
  }
  if (progress.next <= progress.people) return false
  await db.query('vacuum analyze')
  return true
}

/** The settings a house is opened with while it is filled: nothing of it is worth keeping before it is whole. */
const HURRIED = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '6GB' }

async function main(home: string, people: number, seconds: number): Promise<boolean> {
  const embedded = await startEmbedded({ home, settings: HURRIED, log: () => undefined })
  const config = { ...readConfig({ ENSEMBLE_HOME: home }), logLevel: 'error' as const, databaseUrl: embedded.url }
  const opened = await openContext(config)
  try {
    const { ctx } = opened
    if (await isSetupOpen(ctx.db))
      await completeSetup(ctx, {
        start: 'empty',
        company: 'Bench',
        name: 'Administrator',
        email: 'admin@house.example',
        password: randomUUID(),
        zone: 'Europe/Paris',
        currency: 'EUR',
        locale: 'en',
      })
    const isDone = await fillPeople(ctx, people, seconds, console.log)
    const { rows } = await ctx.db.query<{ size: string }>(
      'select pg_size_pretty(pg_database_size(current_database())) as size',
    )
    console.log(`${isDone ? 'filled' : 'not done yet'}: ${rows[0]?.size}`)
    return isDone
  } finally {
    await opened.close()
    await embedded.stop()
  }
}

if (import.meta.main) {
  const [home, people = '1000000', seconds = '100000'] = process.argv.slice(2)
  if (home === undefined) throw new Error('name the folder: node bench/people-fill.ts FOLDER [PEOPLE] [SECONDS]')
  process.exit((await main(home, Number(people), Number(seconds))) ? 0 : 3)
}
