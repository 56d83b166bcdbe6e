import { type Happening, happening } from '@ensemble/engine/lifecycle/arbitrary-story.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Problem } from '../../http/problem.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectNobodyLost, expectSound } from '../../test/expect-sound.ts'
import { forgetPeople, type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact, RecordedFact, Who } from './incoming.ts'
import { recordFacts } from './record-facts.ts'

/** Each run is a handful of streams. ENSEMBLE_TEST_STREAMS=2000 for a long one. */
const numRuns = Math.ceil(Number(process.env.ENSEMBLE_TEST_STREAMS ?? 300) / 5)
const START = Date.parse('2026-11-23T07:00:00Z')

let database: TestDatabase
let ctx: HeldContext

beforeAll(async () => {
  database = await testDatabase()
  await hireSellers(database, 3)
  ctx = await heldContext(database, START)
  const second = (await defaultDocument())
    .replace('half_life: 30 days', 'half_life: 10 days')
    .replace('at_least: 6', 'at_least: 2')
  await database.pool.query(
    `insert into agreements (version, title, document, status, in_force_from) values (2, 'Second', $1, 'in force', $2)`,
    [second, new Date(START + 20 * 86_400_000)],
  )
  await ctx.agreements.refresh()
})
afterAll(() => database.drop())

const who: fc.Arbitrary<Who> = fc.oneof(
  fc.record({ email: fc.constantFrom('a@x.example', 'B@x.example', 'c@x.example') }),
  fc.record({
    email: fc.constantFrom('a@x.example', 'b@x.example', 'd@x.example'),
    anonymousId: fc.constantFrom('c1', 'c2', 'c3'),
  }),
  fc.record({ anonymousId: fc.constantFrom('c1', 'c2', 'c3') }),
  fc.record({ externalId: fc.constantFrom('x1', 'x2'), phone: fc.constantFrom('+33140000001', '+33140000002') }),
  fc.record({ phone: fc.constantFrom('+33140000001', '+33140000003'), anonymousId: fc.constantFrom('c1', 'c4') }),
  fc.record({ email: fc.constantFrom('a@x.example', 'e@x.example'), externalId: fc.constantFrom('x1', 'x3') }),
)

type Told = { it: Happening; who: Who; lateMinutes: number; isTwice: boolean }
const one: fc.Arbitrary<Told> = fc.record({
  it: happening,
  who,
  lateMinutes: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
  ),
  isTwice: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
})
type Act =
  | { kind: 'told'; callers: Told[][]; mode: 'report' | 'throw' }
  | { kind: 'passed'; minutes: number; timers: number }
  | { kind: 'undone'; pick: number }
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('told' as const),
      callers: fc.array(fc.array(one, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      mode: fc.constantFrom('report' as const, 'report' as const, 'throw' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('passed' as const),
      minutes: fc.constantFrom(1, 60, 300, 1_440, 15_000, 50_000),
      timers: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undone' as const), pick: fc.nat() }) },
)

let messages = 0
function incoming({ it, who, lateMinutes }: Told): IncomingFact {
  messages += 1
  const made = it.make(0, {})
  return {
    kind: made.kind,
    at: ctx.now() - lateMinutes * 60_000,
    messageId: `m${messages}`,
    source: 'test',
    actor: it.actor,
    isHistory: it.isHistory,
    who,
    touch: made.kind === 'page.viewed' ? { channel: 'search', origin: null, campaign: null, landingPage: null } : null,
    data: made.data,
  }
}

/** Whether a refusal a person can cause undid the call. Anything else fails the test. */
async function tell(facts: readonly IncomingFact[], mode: 'report' | 'throw'): Promise<RecordedFact[]> {
  try {
    return await recordFacts(ctx, facts, { onRefused: mode })
  } catch (error) {
    if (mode === 'throw' && error instanceof Problem) return []
    throw error
  }
}

async function perform(all: Act, recorded: Map<string, RecordedFact>): Promise<void> {
  switch (all.kind) {
    case 'told': {
      ctx.clock.nowMs += 1
      const calls = all.callers.map((told) => {
        const facts = told.map(incoming)
        return { facts, again: facts.filter((_fact, index) => told[index]?.isTwice) }
      })
      const answers = await Promise.all(
        calls.flatMap(({ facts, again }) => [
          tell(facts, all.mode),
          ...(again.length === 0 ? [] : [tell(again, 'report')]),
        ]),
      )
      for (const answer of answers.flat()) if (answer.status === 'recorded') recorded.set(answer.factId, answer)
      return
    }
    case 'passed':
      ctx.clock.nowMs += all.minutes * 60_000
      await Promise.all(Array.from({ length: all.timers }, () => strikeDueClocks(ctx, ctx.now())))
      expect((await ctx.db.query('select 1 from clocks where next_at <= $1', [new Date(ctx.now())])).rows).toEqual([])
      return
    case 'undone': {
      const ids = [...recorded.keys()]
      const id = ids[all.pick % Math.max(1, ids.length)]
      const { rows } = await ctx.db.query<{ person_id: string }>('select person_id from facts where fact_id = $1', [
        id ?? null,
      ])
      const personId = rows[0]?.person_id
      if (id === undefined || personId === undefined) return
      messages += 1
      await recordFacts(ctx, [
        {
          kind: 'fact.retracted',
          at: ctx.now(),
          messageId: `m${messages}`,
          source: 'test',
          actor: null,
          isHistory: false,
          who: { personId },
          touch: null,
          data: { fact: id },
        },
      ])
    }
  }
}

it('whatever comes in, in whatever order and at once, what is stored is the fold of what was told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
      await forgetPeople(database)
      ctx.clock.nowMs = START
      const recorded = new Map<string, RecordedFact>()
      for (const each of acts) await perform(each, recorded)
      const people = await ctx.db.query<{ person_id: string }>('select person_id from people')
      for (const { person_id } of people.rows) await expectSound(ctx, person_id)
      await expectNobodyLost(ctx)
      const stored = await ctx.db.query<{ fact_id: string }>('select fact_id from facts')
      const ids = stored.rows.map((row) => row.fact_id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of recorded.keys()) expect(ids).toContain(id)
    }),
    { numRuns, endOnFailure: true },
  )
}, 600_000)
