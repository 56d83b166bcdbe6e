import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { defaultDocument } from './default-document.ts'
import { ENDPOINTS } from './routes.ts'

const DAY_MS = 86_400_000
const TEAMS = { marketing: randomUUID(), sales: randomUUID() }
type Person = Awaited<ReturnType<House['as']>>

let house: House
let document = ''
let marketer: Person
let seller: Person
let manager: Person
let nowMs = Date.parse('2026-11-24T10:00:00Z')

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  house.ctx.now = () => nowMs
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Marketing', 'marketing'), ($2, 'Sales', 'sales')`,
    [TEAMS.marketing, TEAMS.sales],
  )
  document = await defaultDocument()
  marketer = await house.as('marketer', TEAMS.marketing)
  seller = await house.as('seller', TEAMS.sales)
  manager = await house.as('manager')
})
afterAll(() => house.close())

const get = async (ask: Ask, version: number | 'current', language = 'en') =>
  (await ask({ url: `/api/agreements/${version}?language=${language}` })).json()
const post = (ask: Ask, url: string, body: object = {}) => ask({ method: 'POST', url: `/api/agreements${url}`, body })
const draft = async (text = document, note = '') => {
  const answer = await post(marketer.ask, '', { document: text, note })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().version
}
const sign = (who: Person, version: number, body: object = {}) => post(who.ask, `/${version}/signatures`, body)

describe('the agreement every installation starts with', () => {
  it('is in force, unsigned, and reads as sentences in both languages', async () => {
    const english = await get(seller.ask, 'current')
    expect(english).toMatchObject({
      version: 1,
      status: 'in force',
      signatures: [],
      missing: { marketing: 1, sales: 1 },
    })
    const promise = english.clauses.find((clause: { clause: string }) => clause.clause === 'S1')
    expect(promise).toMatchObject({
      section: 'promises',
      owner: 'sales',
      sentence: 'Sales accepts or rejects every lead within 4 working hours.',
      kept: 0,
      broken: 0,
    })
    expect(document.split('\n')[promise.line - 1]).toContain('S1:')
    const french = await get(seller.ask, 1, 'fr')
    expect(french.clauses.map((clause: { sentence: string }) => clause.sentence)).toContain(
      'Les ventes acceptent ou refusent chaque prospect sous 4 heures ouvrées.',
    )
    expect(french.silent.length).toBeGreaterThan(0)
  })

  it('can be signed by both teams although it is in force already', async () => {
    expect((await sign(seller, 1)).json()).toMatchObject({ status: 'in force', missing: { marketing: 1, sales: 0 } })
    const answer = await sign(marketer, 1)
    expect(answer.json()).toMatchObject({
      status: 'in force',
      inForceFrom: '1970-01-01T00:00:00.000Z',
      missing: { marketing: 0, sales: 0 },
    })
    const { rows } = await house.ctx.db.query('select side, signed_at from signatures where version = 1 order by side')
    expect(rows).toEqual([
      { side: 'marketing', signed_at: new Date(nowMs) },
      { side: 'sales', signed_at: new Date(nowMs) },
    ])
  })
})

describe('a document with problems', () => {
  const broken = () => document.replace('points: 30,', 'pointz: 30,').replace('pool Everyone in sales', 'pool Lisbon')

  it('is checked without being saved: line, clause and remedy of each problem', async () => {
    const answer = (await post(marketer.ask, '/checks', { document: broken() })).json()
    expect(answer.isValid).toBe(false)
    expect(answer.problems[0]).toMatchObject({ clause: 'F1', line: 12, mend: expect.stringContaining('"points"') })
    const sound = (await post(marketer.ask, '/checks?language=fr', { document })).json()
    expect(sound).toMatchObject({ isValid: true, problems: [] })
    expect(sound.clauses.length).toBeGreaterThan(30)
  })

  it('is refused as a draft and changes nothing', async () => {
    const answer = await post(marketer.ask, '', { document: broken() })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0]).toMatchObject({ where: 'line 12, clause F1' })
    expect((await house.ctx.db.query('select 1 from agreements')).rowCount).toBe(1)
  })

  it('is refused when it names a team or a colleague that is not here', async () => {
    const teams = await post(marketer.ask, '', {
      document: document.replace('people: team Sales', 'people: team Salse'),
    })
    expect(teams.json().errors).toEqual([
      {
        where: 'line 57, pools.Everyone in sales.people',
        what: 'There is no team "Salse" here.',
        mend: 'Did you mean "Sales"?',
      },
    ])
    const people = await post(marketer.ask, '', {
      document: document.replace('people: team Sales', 'people: [who@x.example]'),
    })
    expect(people.json().errors[0].what).toContain('who@x.example')
  })
})

describe('signing a draft', () => {
  it('needs both sides, and brings it into force with the last signature', async () => {
    const version = await draft(document.replace('within: 4 working hours', 'within: 2 working hours'), 'Faster.')
    expect(await get(seller.ask, version)).toMatchObject({
      status: 'draft',
      note: 'Faster.',
      createdBy: { id: marketer.id },
      missing: { marketing: 1, sales: 1 },
    })
    expect((await sign(seller, version)).json()).toMatchObject({ status: 'draft', missing: { marketing: 1, sales: 0 } })
    expect(house.ctx.agreements.at(nowMs).version).toBe(1)
    nowMs += 60_000
    const answer = await sign(marketer, version)
    expect(answer.statusCode).toBe(201)
    // Two seconds in which every process hears of it: until then all decide by the version before.
    expect(answer.json()).toMatchObject({ status: 'draft', inForceFrom: new Date(nowMs + 2_000).toISOString() })
    expect((await get(seller.ask, 'current')).version).toBe(1)
    nowMs += 2_000
    expect(house.ctx.agreements.at(nowMs).version).toBe(version)
    expect(house.ctx.agreements.at(nowMs - 1).version).toBe(1)
    expect((await get(seller.ask, 1)).status).toBe('superseded')
    expect((await get(seller.ask, 'current')).version).toBe(version)
  })

  it('is for people of a team: a manager without one is told so, viewers may not', async () => {
    const version = await draft()
    const refused = await sign(manager, version)
    expect(refused.statusCode).toBe(403)
    expect(refused.json()).toMatchObject({
      detail: expect.stringContaining('no team'),
      mend: expect.stringContaining('administrator'),
    })
    const viewer = await house.as('viewer', TEAMS.sales)
    expect((await sign(viewer, version)).statusCode).toBe(403)
    expect((await get(seller.ask, version)).signatures).toEqual([])
  })

  it('counts two colleagues of one side as one side, and one who signs twice once', async () => {
    const version = await draft()
    const other = await house.as('seller', TEAMS.sales)
    await sign(seller, version)
    await sign(seller, version)
    const answer = await sign(other, version)
    expect(answer.json()).toMatchObject({ status: 'draft', missing: { marketing: 1, sales: 0 } })
    expect(answer.json().signatures).toHaveLength(2)
  })

  it('is for the named signatories alone where the document names them', async () => {
    const named = document.replace(
      'sales: { team: Sales, signs: 1 }',
      `sales: { team: Sales, signs: [${seller.email.toUpperCase()}, Rui Prado] }`,
    )
    const version = await draft(named)
    const other = await house.as('seller', TEAMS.sales)
    const refused = await sign(other, version)
    expect(refused.statusCode).toBe(403)
    expect(refused.json().detail).toContain('Rui Prado')
    expect((await sign(seller, version)).json().missing).toEqual({ marketing: 1, sales: 1 })
  })

  it('does not count a signature under another text', async () => {
    const version = await draft()
    await sign(seller, version)
    await house.ctx.db.query(
      `update agreements set document = document || '# changed behind our back' where version = $1`,
      [version],
    )
    const answer = await sign(marketer, version)
    expect(answer.json()).toMatchObject({ status: 'draft', missing: { marketing: 0, sales: 1 } })
  })

  it('comes into force once when both sides sign at the same moment', async () => {
    const version = await draft()
    nowMs += 1_000
    const answers = await Promise.all([
      sign(seller, version),
      sign(marketer, version),
      sign(seller, version),
      sign(marketer, version),
    ])
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201])
    nowMs += 2_000
    expect(house.ctx.agreements.at(nowMs).version).toBe(version)
    const { rows } = await house.ctx.db.query(`select count(*)::int as n from agreements where status = 'in force'`)
    expect(rows[0].n).toBe(1)
  })

  it('waits for the day agreed on, and the version before holds until then', async () => {
    const before = house.ctx.agreements.at(nowMs).version
    const version = await draft()
    const inForceFrom = new Date(nowMs + 10 * DAY_MS).toISOString()
    await sign(seller, version, { inForceFrom })
    const other = await sign(marketer, version, { inForceFrom: new Date(nowMs + DAY_MS).toISOString() })
    expect(other.statusCode).toBe(409)
    expect((await sign(marketer, version)).json()).toMatchObject({
      status: 'draft',
      inForceFrom,
      missing: { marketing: 0, sales: 0 },
    })
    expect(house.ctx.agreements.at(nowMs).version).toBe(before)
    expect((await get(seller.ask, 'current')).version).toBe(before)
    nowMs += 10 * DAY_MS
    expect(house.ctx.agreements.at(nowMs).version).toBe(version)
    expect(await get(seller.ask, 'current')).toMatchObject({ version, status: 'in force' })
    expect((await get(seller.ask, before)).status).toBe('superseded')
  })

  it('numbers drafts made at once one after the other', async () => {
    const versions = await Promise.all([draft(), draft(), draft(), draft()])
    expect(new Set(versions).size).toBe(4)
    expect(Math.max(...versions) - Math.min(...versions)).toBe(3)
  })
})

describe('withdrawing', () => {
  it('takes a draft away for managers only; nobody signs it any more', async () => {
    const version = await draft()
    expect((await post(seller.ask, `/${version}/withdrawal`)).statusCode).toBe(403)
    const answer = await post(manager.ask, `/${version}/withdrawal`)
    expect(answer.json()).toMatchObject({
      status: 'withdrawn',
      withdrawn: { by: { id: manager.id }, at: new Date(nowMs).toISOString() },
    })
    const refused = await sign(seller, version)
    expect(refused.statusCode).toBe(422)
    expect(refused.json().detail).toContain('withdrawn')
  })

  it('never takes the version in force, nor one that was', async () => {
    const { version } = await get(seller.ask, 'current')
    expect((await post(manager.ask, `/${version}/withdrawal`)).statusCode).toBe(422)
    expect((await post(manager.ask, '/1/withdrawal')).statusCode).toBe(422)
    expect((await post(manager.ask, '/999/withdrawal')).statusCode).toBe(404)
    expect(house.ctx.agreements.at(nowMs).version).toBe(version)
  })
})

describe('what clauses decided', () => {
  const fact = (kind: string, email: string, data: object, actor: string | null = null): IncomingFact => ({
    kind,
    at: nowMs,
    messageId: randomUUID(),
    source: 'test',
    actor,
    isHistory: false,
    who: { email },
    touch: null,
    data,
  })
  const clauseOf = (agreement: { clauses: { clause: string; decided30Days: number }[] }, name: string) =>
    agreement.clauses.find((each) => each.clause === name)

  it('is counted for each clause, with the rows behind the number', async () => {
    nowMs = Date.parse('2026-12-15T09:00:00Z')
    const { version } = await get(seller.ask, 'current')
    for (const name of ['ana', 'rui', 'vera']) {
      await recordFacts(house.ctx, [
        fact('person.identified', `${name}@firm.example`, {
          person: { name, email: `${name}@firm.example` },
          account: { employees: 80 },
        }),
        fact('form.submitted', `${name}@firm.example`, { name: 'contact', wantsCall: true }),
      ])
    }
    nowMs += 60_000
    await recordFacts(house.ctx, [
      fact('lead.accepted', 'ana@firm.example', {}, seller.id),
      fact('lead.rejected', 'rui@firm.example', { reason: 'duplicate' }, seller.id),
    ])
    const agreement = await get(seller.ask, version)
    expect(clauseOf(agreement, 'Q1')).toMatchObject({ decided7Days: 3, decided30Days: 3, kept: null })
    expect(clauseOf(agreement, 'R1')).toMatchObject({ decided30Days: 3 })
    expect(clauseOf(agreement, 'E1')).toMatchObject({ decided30Days: 3 })
    expect(clauseOf(agreement, 'F1')).toMatchObject({ decided30Days: 3 })
    expect(clauseOf(agreement, 'duplicate')).toMatchObject({ decided30Days: 1 })
    expect(clauseOf(agreement, 'S1')).toMatchObject({ kept: 2, broken: 0 })
    const first = (await seller.ask({ url: `/api/agreements/${version}/clauses/Q1/decisions?limit=2` })).json()
    expect(first.decisions).toHaveLength(2)
    const second = (
      await seller.ask({ url: `/api/agreements/${version}/clauses/Q1/decisions?limit=2&after=${first.next}` })
    ).json()
    expect(second.next).toBeNull()
    const names = [...first.decisions, ...second.decisions].map((row) => row.name)
    expect(names.sort()).toEqual(['ana', 'rui', 'vera'])
    for (const clause of ['E1', 'F1', 'S1', 'R1', 'duplicate']) {
      const { decisions } = (await seller.ask({ url: `/api/agreements/${version}/clauses/${clause}/decisions` })).json()
      expect([clause, decisions.length]).toEqual([clause, clauseOf(agreement, clause)?.decided30Days])
    }
  })

  it('is asked of clauses that are there', async () => {
    expect((await seller.ask({ url: '/api/agreements/1/clauses/Z9/decisions' })).statusCode).toBe(404)
    expect((await seller.ask({ url: '/api/agreements/1/clauses/Q1/decisions?after=nonsense' })).statusCode).toBe(400)
  })
})

it('the schema of the document is served to editors', async () => {
  const schema = (await house.ask({ url: '/api/agreement-schema.json' })).json()
  expect(schema).toMatchObject({ type: 'object', properties: { calendar: {}, sales_promises: {} } })
})
