import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { compileAgreement } from '@ensemble/engine/agreement/compile-agreement.ts'
import { cohortFunnel } from '@ensemble/engine/funnel/cohort-funnel.ts'
import type { Path } from '@ensemble/engine/funnel/path.ts'
import { STAGES } from '@ensemble/engine/lifecycle/state.ts'
import { nextRandom, seedRandom } from '@ensemble/engine/stats/random.ts'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../http/app.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import type { LeadRow } from '../leads/read-lead-rows.ts'
import { saveHouseSettings } from '../setup/house-settings.ts'
import type { Funnel } from './get-funnel.ts'
import { ENDPOINTS } from './routes.ts'

const nowMs = Date.parse('2026-01-01T00:00:00Z')
const hourMs = 3_600_000
const owners = [randomUUID(), randomUUID()]
const channels = ['organic', 'paid', null]

let database: TestDatabase
let app: FastifyInstance
let random = seedRandom('funnel')
const draw = () => {
  const drawn = nextRandom(random)
  random = drawn.state
  return drawn.value
}

type Attempt = { openedAt: number; at: (number | null)[]; owner: string | null }
type Person = { id: string; channel: string | null; attempts: Attempt[] }

function makeAttempt(openedAt: number): Attempt {
  const reached = Math.floor(draw() * 7)
  let at = openedAt
  const stages = STAGES.slice(1).map((_, i) => {
    at += Math.floor(draw() * 400) * (hourMs / 4)
    return i < reached && (draw() < 0.7 || i === reached - 1) ? at : null
  })
  return { openedAt, at: stages, owner: draw() < 0.5 ? (owners[Math.floor(draw() * 2)] ?? null) : null }
}

function makePerson(): Person {
  const openedAt = Date.parse('2025-03-01T00:00:00Z') + Math.floor(draw() * 24 * 90) * hourMs
  const attempts = [makeAttempt(openedAt)]
  if (draw() < 0.3) attempts.push(makeAttempt(openedAt + 60 * 24 * hourMs))
  return { id: randomUUID(), channel: channels[Math.floor(draw() * 3)] ?? null, attempts }
}

const people = Array.from({ length: 400 }, makePerson)

/** What any attempt reached first, as the definition has it. */
function pathOf(person: Person): Path {
  const stages = STAGES.slice(1).map(
    (_, i) => person.attempts.map(({ at }) => at[i] ?? null).find((at) => at !== null) ?? null,
  )
  return [person.attempts[0]?.openedAt ?? null, ...stages]
}

function peopleOf(from: string, to: string): Person[] {
  // The company's days: Paris is an hour ahead of UTC in March, two in May.
  const start = Date.parse(`${from}T00:00:00+01:00`)
  const end = Date.parse(`${to}T00:00:00+02:00`)
  return people.filter(({ attempts }) => (attempts[0]?.openedAt ?? 0) >= start && (attempts[0]?.openedAt ?? 0) < end)
}

async function store(person: Person): Promise<void> {
  const date = (ms: number | null | undefined) => (ms == null ? null : new Date(ms))
  await database.pool.query(
    `insert into people (person_id, name, first_seen_at, last_seen_at, state) values ($1, 'Someone', now(), now(), '{}')`,
    [person.id],
  )
  for (const [i, { openedAt, at, owner }] of person.attempts.entries()) {
    await database.pool.query(
      `insert into leads (person_id, attempt, stage, outcome, team, owner, fit, engagement, engagement_at, heat, channel, is_history,
                          opened_at, qualified_at, accepted_at, contacted_at, opportunity_at, won_at, updated_at)
       values ($1, $2, 'inquiry', 'open', 'sales', $3, 0, 0, now(), 0, $4, false, $5, $6, $7, $8, $9, $10, now())`,
      [person.id, i + 1, owner, i === 0 ? person.channel : 'returned', date(openedAt), ...at.map(date)],
    )
  }
}

async function sign(person: Person, amountCents: number | null, currency: string | null): Promise<void> {
  await database.pool.query(
    `insert into deals (deal_id, person_id, attempt, stage, status, proof, amount_cents, currency, opened_at, stage_at)
     values ($1, $2, 1, 'won', 'won', 'contract', $3, $4, now(), now())`,
    [randomUUID(), person.id, amountCents, currency],
  )
}

beforeAll(async () => {
  database = await testDatabase()
  await saveHouseSettings(database.pool, { company: 'Test', zone: 'Europe/Paris', currency: 'EUR', locale: 'en' })
  for (const [i, id] of owners.entries())
    await database.pool.query('insert into users (id, name) values ($1, $2)', [id, `Seller ${i}`])
  for (const person of people) await store(person)
  const compiled = compileAgreement(
    await readFile(new URL('../agreements/default-agreement.yaml', import.meta.url), 'utf8'),
    1,
  )
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  const { agreement } = compiled
  app = await buildApp({
    ctx: {
      db: database.pool,
      now: () => nowMs,
      log: pino({ level: 'silent' }),
      agreements: { at: () => agreement, byVersion: () => agreement, refresh: async () => undefined },
      bus: { listen: () => () => undefined, stop: async () => undefined },
      publicUrl: 'http://localhost',
      secret: 'secret',
      home: '/nowhere',
    },
    gate: {
      caller: async () => ({ id: randomUUID(), name: 'Eva', role: 'viewer', side: null, locale: 'fr' }),
      hasWriteKey: async () => false,
    },
    endpoints: ENDPOINTS,
  })
})

afterAll(async () => {
  await app?.close()
  await database?.drop()
})

async function get<T>(url: string): Promise<T> {
  const answer = await app.inject({ url })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const spring = 'from=2025-03-15&to=2025-05-02'

test('the funnel of a cohort is what the engine counts from the same leads', async () => {
  const funnel = await get<Funnel>(`/api/funnel?${spring}`)
  const cohort = peopleOf('2025-03-15', '2025-05-02')
  const expected = cohortFunnel(STAGES, cohort.map(pathOf))
  expect(funnel.leads).toBe(cohort.length)
  for (const [i, stage] of expected.entries()) {
    const found = funnel.stages[i]
    expect([found?.stage, found?.reached, found?.inferred]).toEqual([stage.stage, stage.reached, stage.inferred])
    expect([found?.fromFirst, found?.fromPrevious]).toEqual([stage.fromFirst, stage.fromPrevious])
    expect(found?.medianDaysFromFirst).toBeCloseTo(stage.daysFromFirst?.median ?? Number.NaN, 9)
  }
  expect(funnel.stages.map(({ knownAs, owner }) => [knownAs, owner])[2]).toEqual(['SAL', 'sales'])
})

test.each(['channel', 'owner'] as const)('the groups by %s add up to the whole', async (by) => {
  const funnel = await get<Funnel>(`/api/funnel?${spring}&by=${by}`)
  expect(funnel.groups.length).toBeGreaterThan(2)
  for (const { stage, reached } of funnel.stages)
    expect(funnel.groups.reduce((sum, group) => sum + (group.reached[stage] ?? 0), 0)).toBe(reached)
})

async function allRows(query: string): Promise<LeadRow[]> {
  const rows: LeadRow[] = []
  let after = ''
  for (;;) {
    const page = await get<{ leads: LeadRow[]; next: string | null }>(`/api/funnel/rows?${query}&limit=7${after}`)
    rows.push(...page.leads)
    if (page.next === null) return rows
    after = `&after=${page.next}`
  }
}

describe('every number opens as many rows, once each', () => {
  test.each(STAGES)('%s', async (stage) => {
    const funnel = await get<Funnel>(`/api/funnel?${spring}`)
    const rows = await allRows(`${spring}&reached=${stage}`)
    expect(rows.length).toBe(funnel.stages.find((each) => each.stage === stage)?.reached)
    expect(new Set(rows.map((row) => row.personId)).size).toBe(rows.length)
  })

  test.each(['channel', 'owner'] as const)('won by %s', async (by) => {
    const funnel = await get<Funnel>(`/api/funnel?${spring}&by=${by}`)
    for (const group of funnel.groups) {
      const rows = await allRows(`${spring}&reached=won&by=${by}&key=${group.key ?? ''}`)
      expect([group.key, rows.length]).toEqual([group.key, group.won.k])
      expect(rows.every((row) => row.wonAt !== null)).toBe(true)
    }
  })
})

test('won money is summed in one currency, the company’s own where none was said', async () => {
  const [one, two, three] = peopleOf('2025-03-15', '2025-05-02')
  if (!one || !two || !three) throw new Error('too few people')
  await sign(one, 1_500, 'EUR')
  await sign(two, 2_500, null)
  await sign(three, null, 'USD')
  const funnel = await get<Funnel>(`/api/funnel?${spring}`)
  expect([funnel.wonAmountCents, funnel.wonWithAmount, funnel.currency]).toEqual([4_000, 2, 'EUR'])
  await sign(three, 100, 'USD')
  const mixed = await get<Funnel>(`/api/funnel?${spring}`)
  expect([mixed.wonAmountCents, mixed.wonWithAmount, mixed.currency]).toEqual([null, 3, null])
  expect(mixed.definition).toContain('EUR, USD')
})

test('the definition speaks the language of the reader and tells of the returns that are not counted', async () => {
  const { definition } = await get<Funnel>(`/api/funnel?${spring}`)
  expect(definition).toContain('rencontrés pour la première fois')
  expect(definition).toContain('Europe/Paris')
  expect(definition).toMatch(/\d+ retours/)
})

test('an empty cohort has no rates, no days and no money', async () => {
  const funnel = await get<Funnel>('/api/funnel?from=1999-01-01&to=2000-01-01')
  expect([funnel.leads, funnel.groups, funnel.youngestDays, funnel.wonAmountCents]).toEqual([0, [], null, null])
  expect(funnel.stages.map((stage) => stage.fromFirst.rate)).toEqual(STAGES.map(() => null))
})

test.each([
  ['a period without days', '/api/funnel?from=2025-05-01&to=2025-05-01', 'query.to'],
  ['a cursor of somebody else', `/api/funnel/rows?${spring}&after=abc`, 'query.after'],
  ['an impossible day', '/api/funnel?from=2025-02-30&to=2025-05-01', 'query.from'],
])('%s is refused with its place', async (_, url, where) => {
  const answer = await app.inject({ url })
  expect(answer.statusCode).toBe(400)
  expect(answer.json().errors[0].where).toBe(where)
})
