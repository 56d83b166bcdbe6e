import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectSound } from '../../test/expect-sound.ts'
import { forgetPeople, type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { runTimer } from './run-timer.ts'
import { strikeDueClocks } from './strike-due-clocks.ts'

const START = Date.parse('2026-11-23T09:00:00Z')
const HOUR = 3_600_000
let database: TestDatabase
let ctx: HeldContext

beforeAll(async () => {
  database = await testDatabase()
  await hireSellers(database, 3)
  ctx = await heldContext(database, START)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await forgetPeople(database)
  ctx.clock.nowMs = START
})

let count = 0
function fact(kind: string, email: string, data: object, more: Partial<IncomingFact> = {}): IncomingFact {
  count += 1
  return {
    kind,
    at: ctx.now(),
    messageId: `s${count}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data,
    ...more,
  }
}
const form = (email: string): IncomingFact => fact('form.submitted', email, { name: 'demo', wantsCall: true })

async function decisions(what: string): Promise<number> {
  const { rows } = await database.pool.query(
    'select count(*)::int as n from decisions where what = $1 and revised_at is null',
    [what],
  )
  return rows[0].n
}

async function everybodySound(): Promise<void> {
  const { rows } = await database.pool.query<{ person_id: string }>('select person_id from people')
  for (const { person_id } of rows) await expectSound(ctx, person_id)
}

describe('due clocks', () => {
  it('strike each mark once, though several processes look at once after a long stop', async () => {
    await recordFacts(
      ctx,
      Array.from({ length: 30 }, (_, index) => form(`p${index}@x.example`)),
    )
    ctx.clock.nowMs = START + 3 * 24 * HOUR
    const struck = await Promise.all([1, 2, 3, 4].map(() => strikeDueClocks(ctx, ctx.now())))
    const { rows } = await database.pool.query(`select count(*)::int as n from facts where kind = 'clock.struck'`)
    expect(struck.reduce((sum, each) => sum + each, 0)).toBe(rows[0].n)
    const due = await database.pool.query('select 1 from clocks where next_at <= $1', [new Date(ctx.now())])
    expect(due.rows).toEqual([])
    expect(await decisions('reassigned')).toBe(30)
    await everybodySound()
  })

  it('end as they would have, had every strike come in time', async () => {
    await recordFacts(ctx, [form('a@x.example')])
    ctx.clock.nowMs = START + 30 * HOUR
    await strikeDueClocks(ctx, ctx.now())
    await everybodySound()
    // What struck late took place when it was due; only the search for an owner is of now.
    const { rows } = await database.pool.query(
      `select decided_at from decisions where what = 'clock.breached' order by decided_at limit 1`,
    )
    expect(rows[0].decided_at.getTime()).toBeLessThan(START + 6 * HOUR)
  })

  it('do not reassign a lead that was worked in time, though that is recorded late', async () => {
    await recordFacts(ctx, [form('a@x.example')])
    const { rows } = await database.pool.query<{ owner: string }>('select owner from leads')
    const owner = rows[0]?.owner
    ctx.clock.nowMs = START + 8 * HOUR
    await recordFacts(ctx, [
      fact('call.made', 'a@x.example', { outcome: 'no answer' }, { at: START + HOUR, actor: owner ?? null }),
    ])
    await strikeDueClocks(ctx, ctx.now())
    expect(await decisions('reassigned')).toBe(0)
    expect(await decisions('clock.breached')).toBe(0)
    await everybodySound()
  })

  it('strike for everybody else when the story of one cannot be read', async () => {
    await recordFacts(ctx, [form('a@x.example'), form('b@x.example')])
    await database.pool.query(
      `update facts set kind = 'no.kind' where person_id = (select person_id from identities where value = 'a@x.example') and kind = 'form.submitted'`,
    )
    // A note recorded after the clock was due makes the strike belong earlier: the story must be read.
    ctx.clock.nowMs = START + 8 * HOUR
    await recordFacts(ctx, [fact('note.written', 'a@x.example', { text: 'x' })])
    await strikeDueClocks(ctx, ctx.now())
    expect(await decisions('clock.breached')).toBeGreaterThan(0)
  })
})

describe('the timer', () => {
  it('strikes with nobody asking, and stops when told', async () => {
    await recordFacts(ctx, [form('a@x.example')])
    ctx.clock.nowMs = START + 30 * HOUR
    const timer = runTimer(ctx)
    const deadline = Date.now() + 20_000
    while ((await decisions('clock.breached')) === 0 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await timer.stop()
    expect(await decisions('clock.breached')).toBeGreaterThan(0)
  })
})
