import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectNobodyLost, expectSound } from '../../test/expect-sound.ts'
import { forgetPeople, type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import type { IncomingFact, Who } from './incoming.ts'
import { recordFacts } from './record-facts.ts'

let database: TestDatabase
let ctx: HeldContext
beforeAll(async () => {
  database = await testDatabase()
  await hireSellers(database, 2)
  ctx = await heldContext(database, Date.parse('2026-11-24T10:00:00Z'))
})
afterAll(() => database.drop())
beforeEach(() => forgetPeople(database))

let count = 0
function page(who: Who, messageId?: string): IncomingFact {
  count += 1
  ctx.clock.nowMs += 1000
  return {
    kind: 'page.viewed',
    at: ctx.now(),
    messageId: messageId ?? `r${count}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who,
    touch: null,
    data: { path: '/' },
  }
}

/** The facts of each person, by the keys they are known under. */
async function people(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ person_id: string; keys: string; facts: number }>(
    `select p.person_id, p.facts, string_agg(i.value, ' ' order by i.value) as keys from people p join identities i using (person_id) group by p.person_id`,
  )
  for (const row of rows) await expectSound(ctx, row.person_id)
  await expectNobodyLost(ctx)
  return Object.fromEntries(rows.map((row) => [row.keys, row.facts]))
}

const [ada, bob] = ['ada@x.example', 'bob@x.example']

it('gives what a visitor did to the person they turn out to be', async () => {
  await recordFacts(ctx, [page({ anonymousId: 'c1' })])
  await recordFacts(ctx, [page({ anonymousId: 'c1', email: ada })])
  expect(await people()).toEqual({ [`${ada} c1`]: 2 })
})

it('also when that person is only just being born in the same call', async () => {
  await recordFacts(ctx, [page({ anonymousId: 'c1' }, 'first')])
  await recordFacts(ctx, [
    page({ email: ada }),
    page({ email: ada, anonymousId: 'c1' }),
    page({ anonymousId: 'c1' }, 'first'),
  ])
  expect(await people()).toEqual({ [`${ada} c1`]: 3 })
})

it('keeps two people apart who use one browser', async () => {
  await recordFacts(ctx, [page({ anonymousId: 'c1', email: ada })])
  await recordFacts(ctx, [page({ anonymousId: 'c1', email: bob })])
  expect(await people()).toEqual({ [`${ada} c1`]: 1, [bob]: 1 })
})

it('keeps two people apart who share the telephone of their company', async () => {
  await recordFacts(ctx, [page({ phone: '+33140000000', email: ada }), page({ phone: '+33140000000', email: bob })])
  expect(await people()).toEqual({ [`+33140000000 ${ada}`]: 1, [bob]: 1 })
})

it('learns the address of somebody known by telephone only', async () => {
  await recordFacts(ctx, [page({ phone: '+33140000000' })])
  await recordFacts(ctx, [page({ phone: '+33140000000', email: ada })])
  expect(await people()).toEqual({ [`+33140000000 ${ada}`]: 2 })
})

it('does not take a visitor named in the same call for one who is nobody yet', async () => {
  await recordFacts(ctx, [page({ anonymousId: 'c1' }), page({ email: bob })])
  await recordFacts(ctx, [page({ anonymousId: 'c1', email: ada }), page({ anonymousId: 'c1', email: bob })])
  expect(await people()).toEqual({ [`${ada} c1`]: 2, [bob]: 2 })
})

it('names a visitor even when the message that says who they are was delivered before', async () => {
  await recordFacts(ctx, [page({ anonymousId: 'c1' }, 'm')])
  await recordFacts(ctx, [page({ anonymousId: 'c1', email: ada }, 'm')])
  expect(await people()).toEqual({ [`${ada} c1`]: 1 })
})

it('makes nobody of a call that was refused, so that the key is free', async () => {
  const refused = await recordFacts(ctx, [{ ...page({ email: ada }), kind: 'lead.accepted', data: {} }])
  expect(refused[0]?.status).toBe('refused')
  expect(await people()).toEqual({})
  await recordFacts(ctx, [page({ email: ada })])
  expect(await people()).toEqual({ [ada]: 1 })
})

it('lets many callers meet at the same new people', async () => {
  const calls = Array.from({ length: 24 }, (_, index) => [
    page({ email: index % 2 === 0 ? ada : bob, anonymousId: `c${index % 3}` }),
    page({ anonymousId: `c${index % 3}` }),
  ])
  await Promise.all(calls.map((call) => recordFacts(ctx, call)))
  const found = await people()
  expect(Object.keys(found)).toHaveLength(2)
  expect(Object.values(found).reduce((sum, each) => sum + each, 0)).toBe(48)
})
