import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreeOn } from '../../test/agree-on.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectNobodyLost } from '../../test/expect-sound.ts'
import { forgetPeople, type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'

// Monday 2 November 2026, 10:00 in Paris.
const START = Date.parse('2026-11-02T09:00:00Z')
/** ENSEMBLE_TEST_LEADS=2000 for the long run. */
const LEADS = Number(process.env.ENSEMBLE_TEST_LEADS ?? 400)
const CALLERS = 20

let database: TestDatabase
let ctx: HeldContext
let sellers: string[]

async function agree(limits: string): Promise<void> {
  const document = (await defaultDocument()).replace('at_most: [30 a day]', `at_most: [${limits}]`)
  await agreeOn(database, ctx, document)
}

beforeAll(async () => {
  database = await testDatabase()
  sellers = await hireSellers(database, 5)
  ctx = await heldContext(database, START)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await forgetPeople(database)
  await database.pool.query('delete from absences')
  await database.pool.query('update users set is_active = true')
  ctx.clock.nowMs = START
})

let count = 0
function lead(): IncomingFact {
  count += 1
  return {
    kind: 'form.submitted',
    at: ctx.now(),
    messageId: `m${count}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email: `lead${count}@x.example` },
    touch: null,
    data: { name: 'demo', wantsCall: true },
  }
}

/** So many leads through so many callers at once, singly and in small batches. */
async function arrive(leads: number): Promise<void> {
  let left = leads
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      while (left > 0) {
        const size = Math.min(left, 1 + (caller % 4))
        left -= size
        await recordFacts(ctx, Array.from({ length: size }, lead))
      }
    }),
  )
}

async function perSeller(): Promise<Map<string | null, number>> {
  const { rows } = await database.pool.query<{ owner: string | null; n: number }>(
    `select owner, count(*)::int as n from leads where outcome = 'open' group by owner`,
  )
  return new Map(rows.map((row) => [row.owner, row.n]))
}

describe('routing with many callers at once', () => {
  it('gives each lead exactly one owner, everybody their turn, and the absent none (invariant 6)', async () => {
    await agree('100000 a day')
    const [absent = '', ...present] = sellers
    await database.pool.query(
      'insert into absences (absence_id, user_id, starts_at, ends_at) values (gen_random_uuid(), $1, $2, $3)',
      [absent, new Date(START - 1), new Date(START + 86_400_000)],
    )
    await arrive(LEADS)
    const owned = await perSeller()
    expect(owned.get(absent)).toBeUndefined()
    expect(owned.get(null)).toBeUndefined()
    const shares = present.map((id) => owned.get(id) ?? 0)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(LEADS)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
    const { rows } = await database.pool.query(
      'select person_id from hand_offs group by person_id having count(*) <> 1',
    )
    expect(rows).toEqual([])
    await expectNobodyLost(ctx)
  }, 300_000)

  it('never goes over a limit, and parks the rest with an alarm until somebody is free', async () => {
    await agree('10 a day, 15 a week')
    const [gone = '', ...present] = sellers
    await database.pool.query('update users set is_active = false where id = $1', [gone])
    await arrive(50)
    const taken = async () => {
      const owned = await perSeller()
      return [...present.map((id) => owned.get(id) ?? 0), owned.get(null) ?? 0, owned.get(gone) ?? 0]
    }
    expect(await taken()).toEqual([10, 10, 10, 10, 10, 0])
    const alarms = await database.pool.query(
      `select count(distinct person_id)::int as n from decisions where what = 'unroutable'`,
    )
    expect(alarms.rows[0].n).toBe(10)
    // The owners work at once, so that nothing is reassigned; the parked ten are tried again the next day.
    const { rows } = await database.pool.query<{ person_id: string; owner: string }>(
      'select person_id, owner from leads where owner is not null',
    )
    await recordFacts(
      ctx,
      rows.map(({ person_id, owner }) => ({
        ...lead(),
        kind: 'call.made',
        actor: owner,
        who: { personId: person_id },
        data: { outcome: 'connected' },
      })),
    )
    ctx.clock.nowMs = START + 23 * 3_600_000
    await strikeDueClocks(ctx, ctx.now())
    expect((await taken()).slice(4)).toEqual([0, 0])
    expect(Math.max(...(await taken()))).toBeLessThanOrEqual(13)
    // Five a head are left of the week.
    ctx.clock.nowMs += 60_000
    await arrive(20)
    const [one = 0, two = 0, three = 0, four = 0, parked] = await taken()
    expect([one, two, three, four]).toEqual([15, 15, 15, 15])
    expect(parked).toBe(10)
  }, 300_000)

  it('counts a month from its first day, though the week began before it', async () => {
    await agree('3 a month')
    // Monday 30 November, and Tuesday 1 December.
    ctx.clock.nowMs = Date.parse('2026-11-30T09:00:00Z')
    await arrive(15)
    expect((await perSeller()).get(null)).toBeUndefined()
    ctx.clock.nowMs = Date.parse('2026-12-01T09:00:00Z')
    await arrive(15)
    const { rows } = await database.pool.query<{ n: number }>(
      'select count(*)::int as n from hand_offs where at >= $1 group by user_id',
      [new Date('2026-12-01T00:00:00Z')],
    )
    expect(rows.map((row) => row.n)).toEqual([3, 3, 3, 3, 3])
  })
})
