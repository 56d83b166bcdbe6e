import { randomUUID } from 'node:crypto'
import { learn } from '@ensemble/engine/learning/learn.ts'
import { plainLeads } from '@ensemble/engine/learning/table-for-test.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../db/in-transaction.ts'
import { type House, openHouse } from '../../test/house.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { ENDPOINTS as agreements } from '../agreements/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { refold } from '../facts/refold.ts'
import { ENDPOINTS as funnel } from '../funnel/routes.ts'
import { ENDPOINTS as leads } from '../leads/routes.ts'
import { ENDPOINTS } from './routes.ts'
import { saveModel } from './save-model.ts'

const LEARNED = `sources:
  Referrals: 'lead.channel == "referral"'
scores:
  Payments:
    fit: { P1: { when: account.employees >= 5, points: 70 } }
    engagement: { half_life: 10 days, P10: { on: form.submitted, points: 40 }, P11: { on: form.submitted, points: 10, half_life: 3 days } }
    grades: { letter: { A: 70, B: 45, C: 20 }, number: { 1: 60, 2: 30, 3: 10 } }
learned:
  L1:
    model: wins-2026
    fields: { source: lead.channel, visits: account.employees, shoe: 'traits["shoe"]' }
    points: { of: fit, at_most: 40 }
`
const found = learn(plainLeads(3000), { model: 'logistic', split: 'time', exclude: [], writtenAfter: [] })
if (!found.ok) throw new Error(found.reason)
const saved = {
  name: 'wins-2026',
  learned: found,
  source: 'leads.csv',
  rowsFromMs: Date.parse('2025-01-01'),
  rowsToMs: Date.parse('2025-12-31'),
  createdBy: null,
}

/** The shipped agreement with a learned score, a further one, and a form whose points fade sooner than others. */
async function learnedDocument(): Promise<string> {
  return (await defaultDocument())
    .replace('\nstages:', `\n${LEARNED}\nstages:`)
    .replace('E1: { on: form.submitted, points: 40', 'E1: { on: form.submitted, points: 40, half_life: 7 days')
}

let house: House
let marketer: Awaited<ReturnType<House['as']>>
let seller: Awaited<ReturnType<House['as']>>
let nowMs = Date.parse('2026-11-24T10:00:00Z')
let personId = ''

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...agreements, ...leads, ...funnel])
  house.ctx.now = () => nowMs
  const teams = [randomUUID(), randomUUID()] as const
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Marketing', 'marketing'), ($2, 'Sales', 'sales')`,
    [...teams],
  )
  marketer = await house.as('marketer', teams[0])
  seller = await house.as('seller', teams[1])
})
afterAll(() => house.close())

const get = async (url: string) => (await seller.ask({ url })).json()
const post = (url: string, body: object) => marketer.ask({ method: 'POST', url, body })

describe('a learned score', () => {
  it('is unknown to an agreement until it is saved, and the clause and the remedy are named', async () => {
    const document = await learnedDocument()
    const { isValid, problems } = (await post('/api/agreements/checks', { document, language: 'en' })).json()
    expect(isValid).toBe(false)
    expect(problems[0]).toMatchObject({ clause: 'L1', what: 'There is no learned score "wins-2026".' })
    expect(problems[0].mend).toContain('--save wins-2026')
  })

  it('is kept under its name with everything that was measured, and never changed', async () => {
    await saveModel(house.ctx, saved)
    await expect(saveModel(house.ctx, saved)).rejects.toThrow('never changed')
    await expect(saveModel(house.ctx, { ...saved, name: 'a name/with' })).rejects.toThrow('may not be the name')
    const { scores } = await get('/api/learned-scores')
    expect(scores).toMatchObject([{ name: 'wins-2026', kind: 'logistic', n: 3000, warnings: 0, versions: [] }])
    const { report, rowsTo } = await get('/api/learned-scores/wins-2026')
    expect(rowsTo).toBe('2025-12-31T00:00:00.000Z')
    expect(report.auc).toBe(found.evaluation.auc)
    expect(report.gains).toHaveLength(21)
    expect((await seller.ask({ url: '/api/learned-scores/wins' })).statusCode).toBe(404)
  })

  it('scores and explains a lead under the signed agreement that names it', async () => {
    const document = await learnedDocument()
    const drafted = await post('/api/agreements', { document, note: '' })
    expect(drafted.statusCode, drafted.body).toBe(201)
    const { version } = drafted.json()
    for (const who of [marketer, seller])
      await who.ask({ method: 'POST', url: `/api/agreements/${version}/signatures`, body: {} })
    nowMs += 60_000
    expect(await get('/api/agreements/current')).toMatchObject({ version, status: 'in force' })
    expect((await get('/api/learned-scores')).scores[0].versions).toEqual([version])
    const fact = { source: 'test', actor: null, isHistory: false, at: nowMs } as const
    const touch = { channel: 'referral', origin: null, campaign: null, landingPage: null }
    const who = { email: 'vera@firm.example' }
    const [first] = await recordFacts(house.ctx, [
      { ...fact, kind: 'form.submitted', messageId: 'm1', who, touch, data: { name: 'contact' } },
      {
        ...fact,
        kind: 'person.identified',
        messageId: 'm2',
        who,
        touch: null,
        data: { person: { email: who.email }, account: { employees: 19 } },
      },
    ])
    personId = first?.personId ?? ''
    const lead = await get(`/api/people/${personId}`)
    const line = lead.ledger.find(({ clause }: { clause: string }) => clause === 'L1')
    expect(line.points).toBeGreaterThan(0)
    expect(lead.sourceName).toBe('Referrals')
    expect(lead.scores).toMatchObject([{ name: 'Payments', grade: 'A2', fit: 70, engagement: 50 }])
    const sum = (lines: { now: number }[]) => lines.reduce((total, { now }) => total + now, 0)
    expect(sum(lead.scores[0].ledger)).toBeCloseTo(120, 6)
    expect(sum(lead.ledger)).toBeCloseTo(lead.fit + lead.engagement, 6)
    const { facts } = await get(`/api/people/${personId}/story`)
    const told = JSON.stringify(facts)
    expect(told).toMatch(/visits is 19, odds times|source is referral, odds times/)
  })

  it('ends the same when the story is folded anew', async () => {
    const before = await get(`/api/people/${personId}`)
    await inTransaction(house.ctx.db, (tx) => refold(house.ctx, tx, [personId]))
    expect(await get(`/api/people/${personId}`)).toEqual(before)
    const { rows } = await house.ctx.db.query('select 1 from decisions where revised_at is not null')
    expect(rows).toEqual([])
  })

  it('leaves lists in the order of the points that are left, and the funnel counted by source', async () => {
    const at = nowMs
    const fact = { source: 'test', actor: null, isHistory: false, at: nowMs, touch: null } as const
    const [slow] = await recordFacts(house.ctx, [
      { ...fact, kind: 'letter.answered', messageId: 'm3', who: { email: 'rui@firm.example' }, data: {} },
    ])
    const order = async () => {
      const first = await get('/api/leads?sort=hottest&limit=1')
      const next = await get(`/api/leads?sort=hottest&limit=1&after=${first.next}`)
      return [...first.leads, ...next.leads].map((lead) => [lead.personId, lead.engagement])
    }
    expect(await order()).toEqual([
      [personId, 40],
      [slow?.personId, 35],
    ])
    // A week on, half of the form's points are gone and few of the letter's.
    nowMs += 7 * 86_400_000
    expect(await order()).toEqual([
      [slow?.personId, 29.8],
      [personId, 20],
    ])
    nowMs = at
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    const asked = `from=${day(nowMs - 86_400_000)}&to=${day(nowMs + 86_400_000)}&by=source`
    expect((await get(`/api/funnel?${asked}`)).groups).toMatchObject([
      { key: 'Referrals', leads: 1 },
      { key: 'other', leads: 1 },
    ])
  })
})
