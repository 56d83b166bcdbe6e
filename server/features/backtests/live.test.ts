import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { learn } from '@ensemble/engine/learning/learn.ts'
import { plainLeads } from '@ensemble/engine/learning/table-for-test.ts'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { saveModel } from '../models/save-model.ts'
import { ENDPOINTS } from './routes.ts'
import { runBacktest } from './run-backtest.ts'
import { tryLive } from './try-live.ts'

const DEFAULT = fileURLToPath(new URL('../agreements/default-agreement.yaml', import.meta.url))
const period = { from: '2024-03-01', to: '2024-04-01' }
let house: House
let manager: Ask
let document = ''

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  await runMigrations({ pgPool: house.ctx.db })
  manager = (await house.as('manager')).ask
  document = await readFile(DEFAULT, 'utf8')
  for (let one = 0; one < 12; one++) await meet(one)
})
afterAll(() => house.close())

/** Somebody who sends a form, of whom every third asks for a call. */
async function meet(one: number): Promise<void> {
  const who = { email: `lead${one}@firm${one}.example` }
  const at = Date.UTC(2024, 2, one + 4, 9)
  const touch = { channel: one % 2 === 0 ? 'search' : 'fair', origin: null, campaign: null, landingPage: null }
  const common = { source: 'test', actor: null, isHistory: true, who, at }
  await recordFacts(house.ctx, [
    { ...common, kind: 'person.identified', messageId: `${one}:who`, touch: null, data: { person: who } },
    {
      ...common,
      kind: 'form.submitted',
      messageId: `${one}:form`,
      touch,
      data: { name: 'contact', ...(one % 3 === 0 ? { wantsCall: true } : {}) },
    },
  ])
}

const live = (body: object) => manager({ method: 'POST', url: '/api/backtests/live', body })

test('headline figures are those of the whole back-test, and the history stays in memory', async () => {
  const strict = document.replace(
    'Q2: { when: \'grade in ["A1", "A2", "B1", "B2", "C1"]\' }',
    'Q2: { when: \'lead.channel == "fair"\' }',
  )
  const [first, second] = [await live({ document, ...period }), await live({ document: strict, ...period })]
  expect(first.statusCode).toBe(200)
  expect(second.json()).toMatchObject({ inForce: { version: 1 }, isWarm: true, figures: { leads: 12 } })
  const { report } = await runBacktest(house.ctx, { document: strict, ...period, segment: {} })
  const { load, ...figures } = second.json().figures
  expect(report.figures).toMatchObject(figures)
  expect(report.figures.load).toMatchObject(load)
})

test('what arrives is counted by the next answer', async () => {
  const before = await live({ document, ...period })
  await meet(12)
  // The counters of PostgreSQL are told at the latest a second after the commit.
  await expect
    .poll(async () => (await live({ document, ...period })).json().figures.leads, { timeout: 15_000, interval: 500 })
    .toBe(before.json().figures.leads + 1)
})

test('asking again drops what the same person asked before, and nobody else’s question', async () => {
  const { signal } = new AbortController()
  const ask = (id: string) => tryLive(house.ctx, { id }, { document, ...period, segment: {} }, signal)
  const [one, two, other] = await Promise.allSettled([ask('a'), ask('a'), ask('b')])
  expect(one).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } })
  expect(two.status).toBe('fulfilled')
  expect(other.status).toBe('fulfilled')
})

test('who has left is not answered, and the next question is', async () => {
  const left = new AbortController()
  const asked = tryLive(house.ctx, { id: 'c' }, { document, ...period, segment: {} }, left.signal)
  left.abort(new Error('gone'))
  await expect(asked).rejects.toThrow('gone')
  expect((await live({ document, ...period })).statusCode).toBe(200)
})

test('a draft that names a learned score is tried, live and whole; one that names an unknown score is refused', async () => {
  const learned = document.replace(
    '\nstages:',
    `
learned:
  L1: { model: wins, fields: { source: lead.channel, visits: account.employees, shoe: 'traits["shoe"]' }, points: { of: fit, at_most: 40 } }

stages:`,
  )
  const unknown = await live({ document: learned, ...period })
  expect(unknown.statusCode).toBe(422)
  expect(unknown.json().errors[0]).toMatchObject({ where: expect.stringContaining('clause L1') })
  const found = learn(plainLeads(600), { model: 'logistic', split: 'time', exclude: [], writtenAfter: [] })
  if (!found.ok) throw new Error(found.reason)
  const rows = { rowsFromMs: Date.UTC(2023, 0, 1), rowsToMs: Date.UTC(2023, 11, 31) }
  await saveModel(house.ctx, { name: 'wins', learned: found, source: 'leads.csv', ...rows, createdBy: null })
  const answer = await live({ document: learned, ...period })
  expect(answer.statusCode, answer.body).toBe(200)
  const { report } = await runBacktest(house.ctx, { document: learned, ...period, segment: {} })
  expect(report.figures.qualified).toEqual(answer.json().figures.qualified)
  const held = await live({ document, ...period })
  expect(held.json().figures.leads).toBe(answer.json().figures.leads)
})

test('a document with problems is refused with line and clause', async () => {
  const broken = await live({ document: document.replace('points: 30', 'points: many'), ...period })
  expect(broken.statusCode).toBe(422)
  expect(broken.json().errors[0]).toMatchObject({ where: expect.stringMatching(/line \d+/) })
})
