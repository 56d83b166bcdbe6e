import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../server/context.ts'
import { defaultDocument } from '../../server/features/agreements/default-document.ts'
import { readBook } from '../../server/features/agreements/read-book.ts'
import { expectNobodyLost, expectSound } from '../../server/test/expect-sound.ts'
import { houseToKill } from './house-to-kill.ts'

/** ENSEMBLE_TEST_KILLS=20 for the full run. */
const KILLS = Number(process.env.ENSEMBLE_TEST_KILLS ?? 3)
const SENDERS = 6
const TERM = '4 seconds'

describe.each(['whole', 'inbox'] as const)('stored by way: %s', (intake) => {
  const house = houseToKill(intake)
  let writeKey = ''

  async function ask(path: string, body: object, headers: Record<string, string>): Promise<Response> {
    return fetch(house.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: house.url, ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
  }

  /** The first administrator, a key, two sellers, and an agreement whose terms are over within seconds. */
  async function furnish(): Promise<void> {
    const setup = await ask(
      '/api/setup',
      { company: 'Kill', name: 'Ada', email: 'ada@x.example', password: 'a long enough password', zone: 'UTC' },
      {},
    )
    expect(setup.status).toBe(201)
    const cookie = setup.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const key = await ask('/api/write-keys', { name: 'site' }, { cookie })
    expect(key.status).toBe(201)
    const made: unknown = await key.json()
    writeKey = typeof made === 'object' && made !== null && 'writeKey' in made ? String(made.writeKey) : ''
    const document = (await defaultDocument())
      .replace('within: 4 working hours', `within: ${TERM}`)
      .replace('- { after: 1 working hour, do: reassign', '- { after: 3 seconds, do: reassign')
      .replace('[30 a day]', '[100000 a day]')
    await house.inDatabase(async (db) => {
      await db.query('update agreements set document = $1', [document])
      const { rows } = await db.query<{ team_id: string }>(
        `select team_id from teams where side = 'sales' and name = 'Sales'`,
      )
      const team = rows[0]?.team_id ?? randomUUID()
      await db.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales') on conflict do nothing`, [
        team,
      ])
      await db.query(
        `insert into users (id, name, email, role, team_id) values ($1, 'Ana', 'ana@x.example', 'seller', $3), ($2, 'Rui', 'rui@x.example', 'seller', $3)`,
        [randomUUID(), randomUUID(), team],
      )
    })
  }

  beforeAll(async () => {
    await house.start()
    await furnish()
    // So that it reads the agreement anew.
    await house.killServer()
    await house.start()
  }, 240_000)
  afterAll(() => house.end(), 60_000)

  type Load = { acknowledged: Set<string>; stop(): Promise<void> }

  /** Leads through several connections at once. Whoever gets no answer sends the same message again, as a good client does. */
  function load(): Load {
    const acknowledged = new Set<string>()
    let isOver = false
    let made = 0
    const authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`
    const sender = async (): Promise<void> => {
      while (!isOver) {
        made += 1
        const messageId = `kill-${made}`
        const properties = { email: `lead${made % 400}@x.example`, form: 'demo', wantsCall: true }
        const body = { event: 'Form Submitted', anonymousId: `visitor-${made % 400}`, messageId, properties }
        while (!isOver) {
          try {
            const answer = await ask('/v1/track', body, { authorization })
            if (answer.status === 200) {
              acknowledged.add(messageId)
              break
            }
            if (answer.status < 500) throw new Error(`refused with ${answer.status}: ${await answer.text()}`)
          } catch (error) {
            if (error instanceof Error && error.message.startsWith('refused')) throw error
          }
          await sleep(50)
        }
      }
    }
    const senders = Array.from({ length: SENDERS }, sender)
    return {
      acknowledged,
      async stop() {
        isOver = true
        await Promise.all(senders)
      },
    }
  }

  async function contextOf(db: Pool): Promise<Context> {
    return {
      db,
      now: Date.now,
      log: pino({ level: 'silent' }),
      agreements: await readBook(db),
      bus: { listen: () => () => undefined, stop: async () => undefined },
      publicUrl: house.url,
      secret: 'the secret of a test, long enough to sign with',
      home: '/nonexistent',
    }
  }

  async function numberOf(db: Pool, sql: string): Promise<number> {
    const { rows } = await db.query<{ n: number }>(sql)
    return rows[0]?.n ?? 0
  }

  it(`loses nothing acknowledged by ${KILLS} kills of server and database under load (invariant 4)`, async () => {
    const { acknowledged, stop } = load()
    for (let kill = 0; kill < KILLS; kill++) {
      const before = acknowledged.size
      while (acknowledged.size < before + 20) await sleep(20)
      await sleep(Math.random() * 400)
      const victim = (['server', 'database', 'both'] as const)[kill % 3]
      if (victim !== 'server') house.killDatabase()
      if (victim === 'database') await house.untilServing()
      else {
        await house.killServer()
        await house.start()
      }
    }
    const last = acknowledged.size
    while (acknowledged.size < last + 20) await sleep(20)
    await stop()
    await house.untilTaken()
    await house.inDatabase(async (db) => {
      const { rows } = await db.query<{ message_id: string; n: number }>(
        `select message_id, count(*)::int as n from facts where kind = 'form.submitted' group by message_id`,
      )
      const stored = new Map(rows.map((row) => [row.message_id, row.n]))
      expect(rows.filter((row) => row.n !== 1)).toEqual([])
      expect([...acknowledged].filter((messageId) => !stored.has(messageId))).toEqual([])
      expect(stored.size).toBeGreaterThanOrEqual(acknowledged.size)
    })
  }, 1_200_000)

  it('strikes once, after the restart, every clock whose time came while it was down', async () => {
    const running = `select count(*)::int as n from clocks where name = 'acceptance' and next_at is not null`
    await house.killServer()
    const waiting = await house.inDatabase(async (db) => {
      await sleep(8_000)
      return numberOf(db, running)
    })
    await house.start()
    await house.inDatabase(async (db) => {
      const due = `select count(*)::int as n from clocks where next_at <= now()`
      for (const end = Date.now() + 90_000; (await numberOf(db, due)) > 0 && Date.now() < end; ) await sleep(200)
      expect(await numberOf(db, due)).toBe(0)
      await house.killServer()
      const ctx = await contextOf(db)
      const twice = await db.query(
        `select person_id, attempt, data->>'clock', data->>'dueAt' from decisions where what = 'clock.breached' and revised_at is null group by 1, 2, 3, 4 having count(*) > 1`,
      )
      expect(twice.rows).toEqual([])
      expect(waiting).toBeGreaterThan(0)
      expect(
        await numberOf(
          db,
          `select count(distinct person_id)::int as n from decisions where what = 'clock.breached' and revised_at is null`,
        ),
      ).toBe(await numberOf(db, 'select count(*)::int as n from leads'))
      const { rows } = await db.query<{ person_id: string }>(
        'select person_id from people order by person_id limit 500',
      )
      for (const { person_id } of rows) await expectSound(ctx, person_id)
      await expectNobodyLost(ctx)
    })
  }, 600_000)
})
