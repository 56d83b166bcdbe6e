import { randomUUID } from 'node:crypto'
import { leadValues } from '@ensemble/engine/promises/lead-value.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { saveHouseSettings } from '../setup/house-settings.ts'
import { ENDPOINTS } from './routes.ts'

const TEAM = '00000000-0000-7000-8000-0000000000aa'
/** Monday 23 November 2026, 09:00 in Paris: the working day begins. */
const MONDAY = Date.parse('2026-11-23T08:00:00Z')
const MINUTE = 60_000

let nowMs = MONDAY
let house: House
let asViewer: Awaited<ReturnType<House['as']>>

type Told = { kind: string; data?: object; actor?: string | null; channel?: string }

async function tell(who: string, ...told: Told[]): Promise<void> {
  const facts = told.map(
    ({ kind, data = {}, actor = null, channel }): IncomingFact => ({
      kind,
      at: nowMs,
      messageId: randomUUID(),
      source: 'test',
      actor,
      isHistory: false,
      who: { email: `${who}@firm.example` },
      touch: channel === undefined ? null : { channel, origin: null, campaign: null, landingPage: null },
      data,
    }),
  )
  await recordFacts(house.ctx, facts)
}

async function ownerOf(who: string): Promise<string> {
  const { rows } = await house.ctx.db.query<{ owner: string }>(
    `select owner from leads join identities using (person_id) where kind = 'email' and value = $1`,
    [`${who}@firm.example`],
  )
  if (rows[0] === undefined) throw new Error(who)
  return rows[0].owner
}

async function until(paris: string): Promise<void> {
  nowMs = Date.parse(`2026-11-${paris}:00+01:00`)
  await strikeDueClocks(house.ctx, nowMs)
}

const asks = { name: 'demo', wantsCall: true }
const known = (person: object, account: object = {}): Told => ({ kind: 'person.identified', data: { person, account } })

/**
 * Vera is accepted after an hour and spoken with half an hour later. Tom is forgotten by everybody. Mia is rejected at
 * once. Bob is accepted half an hour late, and never called. It is Tuesday, half past nine.
 */
async function story(): Promise<void> {
  await tell('vera', known({ phone: '+33140000000', role: 'owner' }, { employees: 80 }), {
    kind: 'form.submitted',
    data: asks,
    channel: 'paid search',
  })
  await tell('tom', { kind: 'form.submitted', data: asks })
  await tell('mia', { kind: 'form.submitted', data: asks, channel: 'social' })
  await tell('bob', known({ phone: '+33140000001' }), { kind: 'form.submitted', data: asks, channel: 'social' })
  await until('23T09:30')
  await tell('mia', { kind: 'lead.rejected', data: { reason: 'below the definition' }, actor: await ownerOf('mia') })
  await until('23T10:00')
  await tell('vera', { kind: 'lead.accepted', actor: await ownerOf('vera') })
  await until('23T10:30')
  await tell('vera', { kind: 'call.made', data: { outcome: 'connected' }, actor: await ownerOf('vera') })
  await until('23T14:30')
  await tell('bob', { kind: 'lead.accepted', actor: await ownerOf('bob') })
  await until('23T15:01')
  await until('24T09:30')
}

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  house.ctx.now = () => nowMs
  await saveHouseSettings(house.ctx.db, { company: 'Test', zone: 'Europe/Paris', currency: 'EUR', locale: 'en' })
  await house.ctx.db.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales')`, [TEAM])
  await house.as('seller', TEAM)
  await house.as('seller', TEAM)
  asViewer = await house.as('viewer')
  await story()
})
afterAll(() => house.close())

async function get(path: string) {
  const answer = await asViewer.ask({ url: `/api/promises${path}` })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

async function names(query: string): Promise<string[]> {
  const { leads } = await get(`/rows?${query}`)
  const { rows } = await house.ctx.db.query<{ person_id: string; email: string }>(
    `select person_id, value as email from identities where kind = 'email'`,
  )
  const who = new Map(rows.map((row) => [row.person_id, row.email.replace('@firm.example', '')]))
  return leads.map((lead: { personId: string }) => who.get(lead.personId)).sort()
}

describe('the side of marketing', () => {
  it('burns up by working days: half an hour of the second day is owed', async () => {
    const { marketing, from, to } = await get('')
    expect([from, to]).toEqual(['2026-11-23', '2026-11-30'])
    const [all, gradeA] = marketing.lines
    expect(all).toMatchObject({ clause: 'M1', letter: null, goal: 25, actual: 4, status: 'behind' })
    expect(all.expected).toBeCloseTo(5 + 5 / 16, 9)
    expect(all.pace).toBeCloseTo(4 / (5 + 5 / 16), 9)
    expect(all.required).toBeCloseTo(21 / (5 - 1 - 1 / 16), 9)
    expect(gradeA).toMatchObject({ clause: 'M1', letter: 'A', goal: 8, actual: 1 })
    expect(all.days.map((day: { actual: number | null }) => day.actual)).toEqual([4, 4, null, null, null, null, null])
    expect(all.days[4].expected).toBe(25)
    expect(all.days[6]).toMatchObject({ isWorking: false, expected: 25, usual: null })
  })

  it('says which leads came without what was promised', async () => {
    const { handoff } = (await get('')).marketing
    expect(handoff).toMatchObject({ clause: 'M3', kept: 2, broken: 2 })
    expect(handoff.missing).toEqual([
      { what: 'phone', leads: 2 },
      { what: 'channel', leads: 1 },
    ])
    expect(await names('of=given')).toEqual(['bob', 'vera'])
    expect(await names('of=not given')).toEqual(['mia', 'tom'])
  })

  it('promises nothing of a channel it does not name, and shows the part of a letter it does', async () => {
    expect((await get('?channel=social')).marketing.lines).toEqual([])
    expect((await get('?grade=A')).marketing.lines).toMatchObject([{ letter: 'A', actual: 1 }])
    expect(await names('of=delivered&letter=A')).toEqual(['vera'])
    expect(await names('of=delivered')).toHaveLength(4)
  })

  it('owes a part of a month for its part of the weeks', async () => {
    const { marketing } = await get('?period=month&from=2026-11-02')
    // November 2026 begins on a Sunday and ends on a Monday: 21 working days of five a week.
    expect(marketing.lines[0].goal).toBeCloseTo(21 * 5, 9)
  })
})

describe('the side of sales', () => {
  it('kept and broke what the story says', async () => {
    const { sales } = await get('')
    const told = sales.promises.map((one: Record<string, unknown>) => [one.clause, one.kept, one.broken, one.running])
    expect(told).toEqual([
      ['S1', 2, 2, 1],
      ['S2', 1, 1, 1],
      ['S3', 1, 0, 1],
      ['S4', 0, 0, 1],
      ['S5', 0, 0, 0],
    ])
    expect(sales.promises[0].rate).toMatchObject({ n: 4, k: 2, rate: 0.5 })
    expect(sales.promises[0].sentence).toContain('4 working hours')
    expect(sales.promises[3].rate).toEqual({ n: 0, k: 0, rate: null, low: null, high: null })
  })

  it('shows the leads behind each number', async () => {
    expect(await names('of=kept&clock=acceptance')).toEqual(['mia', 'vera'])
    expect(await names('of=broken&clock=acceptance')).toEqual(['bob', 'tom'])
    expect(await names('of=running&clock=acceptance')).toEqual(['tom'])
    expect(await names('of=kept&clock=first%20contact')).toEqual(['vera'])
    expect(await names('of=broken&clock=first%20contact')).toEqual(['bob'])
    expect(await names('of=kept&clock=attempts')).toEqual(['vera'])
    expect(await names('of=accepted')).toEqual(['bob', 'vera'])
    expect(await names('of=rejected')).toEqual(['mia'])
    expect(await names('of=undecided')).toEqual(['tom'])
    expect(await names('of=touched first')).toEqual(['vera'])
    expect(await names('of=followed up')).toEqual(['vera'])
    expect(await names('of=forgotten')).toEqual(['bob'])
    expect(await names('of=coded')).toEqual(['mia'])
    expect(await names('of=uncoded')).toEqual([])
  })

  it('tells the delays apart, and what was said of the leads', async () => {
    const { sales } = await get('')
    // The clock began when the lead was handed over, a few milliseconds after it came.
    expect(sales.human.n).toBe(1)
    expect(sales.human.medianMs / MINUTE).toBeCloseTo(90, 2)
    expect(sales.human.medianWorkedMs).toBe(sales.human.medianMs)
    expect(sales.system.n).toBe(4)
    expect(sales.system.medianMs).toBeLessThan(1_000)
    expect(sales.acceptance).toMatchObject({ n: 4, k: 2, accepted: 2, rejected: 1, undecided: 1 })
    expect(sales.acceptance30Days).toMatchObject({ n: 4, isAlarm: false })
    expect(sales.followUp).toMatchObject({ n: 2, k: 1 })
    expect(sales.coding).toMatchObject({ n: 1, k: 1 })
    expect(sales.feedback.n).toBe(1)
    expect(sales.feedback.medianMs / MINUTE).toBeCloseTo(30, 2)
  })

  it('counts each promise for whoever had the lead, and adds up to all of them', async () => {
    const { people, teams, sales } = await get('')
    expect(people).toHaveLength(2)
    for (const [index, { kept, broken, running }] of sales.promises.entries()) {
      const sum = (name: 'kept' | 'broken' | 'running', groups: typeof people) =>
        groups.reduce((total: number, group: typeof people) => total + group.promises[index][name], 0)
      expect([sum('kept', people), sum('broken', people), sum('running', people)]).toEqual([kept, broken, running])
      expect([sum('kept', teams), sum('broken', teams), sum('running', teams)]).toEqual([kept, broken, running])
    }
    // Tom went to the other seller after the breach, which stays with the first.
    const tom = await ownerOf('tom')
    const [first] = people.filter((one: { id: string }) => one.id !== tom)
    const { leads } = await get(`/rows?of=broken&clock=acceptance&person=${first.id}`)
    expect(leads.length).toBeGreaterThan(0)
    const segment = await get(`?person=${first.id}`)
    expect(segment.people).toHaveLength(1)
    expect(segment.sales.promises[0].broken).toBe(leads.length)
  })

  it('segments by channel and by grade', async () => {
    expect((await get('?channel=social')).sales.promises[0]).toMatchObject({ kept: 1, broken: 1, running: 0 })
    expect((await get('?grade=A')).sales.promises[0]).toMatchObject({ kept: 1, broken: 0 })
    expect((await get(`?team=${TEAM}`)).sales.promises[0]).toMatchObject({ kept: 2, broken: 2 })
  })

  it('is empty where nothing happened', async () => {
    const { sales, marketing } = await get('?period=custom&from=2025-01-06&to=2025-01-13')
    expect(sales.promises[0]).toMatchObject({ kept: 0, broken: 0 })
    expect(marketing.lines[0]).toMatchObject({ actual: 0, goal: 25, pace: 0, required: null, projected: 0 })
  })
})

describe('the rows', () => {
  it('come page by page, each lead once', async () => {
    const seen: string[] = []
    let after = ''
    do {
      const page = await get(`/rows?of=delivered&limit=1${after}`)
      seen.push(...page.leads.map((lead: { personId: string }) => lead.personId))
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    expect(new Set(seen).size).toBe(4)
    expect(seen).toHaveLength(4)
  })

  it('of one promise need its clock, and a custom period its days', async () => {
    expect((await asViewer.ask({ url: '/api/promises/rows?of=kept' })).statusCode).toBe(400)
    expect((await asViewer.ask({ url: '/api/promises?period=custom' })).statusCode).toBe(400)
    expect((await asViewer.ask({ url: '/api/promises?period=custom&from=2026-02-02&to=2026-02-01' })).statusCode).toBe(
      400,
    )
    expect((await asViewer.ask({ url: '/api/promises?period=custom&from=1999-02-02&to=2026-02-01' })).statusCode).toBe(
      400,
    )
  })
})

describe('the list of today', () => {
  it('has the lead nobody called in time, under its seller', async () => {
    const { sellers, attemptsPromised } = await get('/today')
    expect(attemptsPromised).toBe(6)
    expect(sellers).toMatchObject([{ user: { id: await ownerOf('bob') }, uncontacted: 1, shallow: 0 }])
    expect(sellers[0].leads).toMatchObject([
      { why: 'uncontacted', since: expect.stringMatching(/^2026-11-24T08:00:00/) },
    ])
    expect(await names('of=uncontacted today')).toEqual(['bob'])
    expect(await names('of=shallow today')).toEqual([])
  })
})

const DAY = 24 * 60 * MINUTE

/** Leads of long ago: their grade, channel, and what they were won for after how many days. */
async function matured(count: number, grade: string, channel: string, won: { cents: number; days: number } | null) {
  for (let i = 0; i < count; i += 1) {
    const personId = randomUUID()
    const qualifiedAt = new Date(MONDAY - 200 * DAY)
    const wonAt = won === null ? null : new Date(MONDAY - (200 - won.days) * DAY)
    await house.ctx.db.query(
      `insert into people (person_id, first_seen_at, last_seen_at, state) values ($1, now(), now(), '{}')`,
      [personId],
    )
    await house.ctx.db.query(
      `insert into leads (person_id, attempt, stage, outcome, team, grade, fit, engagement, engagement_at, heat, channel, is_history, opened_at, qualified_at, won_at, updated_at)
       values ($1, 1, 'won', 'won', 'sales', $2, 0, 0, now(), 0, $3, true, $4, $4, $5, now())`,
      [personId, grade, channel, qualifiedAt, wonAt],
    )
    if (won === null) continue
    await house.ctx.db.query(
      `insert into deals (deal_id, person_id, attempt, stage, status, proof, amount_cents, currency, opened_at, stage_at)
       values ($1, $2, 1, 'won', 'won', 'contract', $3, 'EUR', now(), now())`,
      [randomUUID(), personId, won.cents],
    )
  }
}

describe('lead value', () => {
  it('is learnt from matured leads and delivered day by day', async () => {
    await matured(10, 'A1', 'paid search', { cents: 100_000, days: 10 })
    await matured(30, 'A2', 'paid search', null)
    await matured(5, 'C2', 'social', { cents: 40_000, days: 20 })
    const document = (await defaultDocument()).replace(
      '  M3:',
      () => '  M5: { deliver: "2,000 EUR of lead value a week" }\n  M3:',
    )
    await house.ctx.db.query(
      `insert into agreements (version, title, document, status, in_force_from) values (2, 'With value', $1, 'in force', $2)`,
      [document, new Date(MONDAY)],
    )
    await house.ctx.agreements.refresh()
    const { marketing, version, definition, sales } = await get('')
    const line = marketing.lines.find(({ clause }: { clause: string }) => clause === 'M5')
    const worth = leadValues([
      { letter: 'A', channel: 'paid search', n: 40, won: 10, wonWithAmount: 10, wonCents: 1_000_000 },
      { letter: 'C', channel: 'social', n: 5, won: 5, wonWithAmount: 5, wonCents: 200_000 },
    ])
    const rows = await house.ctx.db.query<{ letter: string; channel: string | null }>(
      `select left(d.data ->> 'grade', 1) as letter, l.channel from decisions d join leads l using (person_id, attempt) where d.what = 'qualified' and d.revised_at is null`,
    )
    const expected = rows.rows.reduce((sum, { letter, channel }) => sum + (worth?.(letter, channel).cents ?? 0), 0)
    expect(rows.rows).toHaveLength(4)
    expect(line).toMatchObject({ unit: 'value', currency: 'EUR', goal: 200_000 })
    expect(line.actual).toBeCloseTo(expected, 6)
    expect([version, definition]).toEqual([2, expect.stringContaining('k = 20')])
    // What began under the version before still counts.
    expect(sales.promises[0]).toMatchObject({ kept: 2, broken: 2 })
  })
})
