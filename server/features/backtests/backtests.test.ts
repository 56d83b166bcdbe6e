import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../project-root.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { importFiles } from '../imports/import-files.ts'
import { ENDPOINTS } from './routes.ts'
import { runBacktest } from './run-backtest.ts'
import { suggestAgreement } from './suggest-agreement.ts'
import { workBacktest } from './work-backtest.ts'

const DEFAULT = fileURLToPath(new URL('../agreements/default-agreement.yaml', import.meta.url))
let house: House
let manager: Ask
let viewer: Ask
let document = ''

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  await runMigrations({ pgPool: house.ctx.db })
  manager = (await house.as('manager')).ask
  viewer = (await house.as('viewer')).ask
  document = await readFile(DEFAULT, 'utf8')
})
afterAll(() => house.close())

const day = (text: string): number => Date.parse(`${text}Z`)

/** Twelve people: every third asks for a call, every fourth is won a month later. */
async function tellTwelve(): Promise<void> {
  for (let one = 0; one < 12; one++) {
    const who = { email: `lead${one}@firm${one}.example` }
    const common = { source: 'test', actor: null, isHistory: true, who, touch: null }
    const from = day(`2024-03-${String(one + 4).padStart(2, '0')}T09:00:00`)
    const touch = { channel: one % 2 === 0 ? 'search' : 'fair', origin: null, campaign: null, landingPage: null }
    const facts: IncomingFact[] = [
      {
        ...common,
        kind: 'person.identified',
        at: from,
        messageId: `${one}:who`,
        data: { person: { email: who.email, country: 'FR' }, account: { employees: one * 4 } },
      },
      {
        ...common,
        kind: 'form.submitted',
        at: from + 60_000,
        messageId: `${one}:form`,
        touch,
        data: { name: 'contact', ...(one % 3 === 0 ? { wantsCall: true } : {}) },
      },
    ]
    if (one % 4 === 0)
      facts.push({
        ...common,
        kind: 'deal.won',
        at: from + 30 * 86_400_000,
        messageId: `${one}:won`,
        data: { deal: `deal ${one}`, amountCents: 100_000 * (one + 1), currency: 'EUR', proof: 'contract' },
      })
    await recordFacts(house.ctx, facts)
  }
}

async function tried(body: object): Promise<{ id: string; view: Record<string, unknown> & { report: never } }> {
  const started = await manager({ method: 'POST', url: '/api/backtests', body })
  expect(started.statusCode).toBe(201)
  const { id } = started.json()
  await workBacktest(house.ctx, id)
  const answer = await viewer({ url: `/api/backtests/${id}` })
  expect(answer.statusCode).toBe(200)
  return { id, view: answer.json() }
}

const period = { from: '2024-03-01', to: '2024-04-01' }

describe('a back-test over HTTP', () => {
  beforeAll(tellTwelve)

  test('is started by people who may, and read by everybody, with the leads behind its numbers', async () => {
    const strict = document.replace(
      'Q2: { when: \'grade in ["A1", "A2", "B1", "B2", "C1"]\' }',
      'Q2: { when: \'lead.channel == "fair"\' }',
    )
    expect(strict).not.toBe(document)
    const { id, view } = await tried({ document: strict, ...period })
    expect(view).toMatchObject({
      status: 'done',
      progress: 1,
      version: null,
      report: {
        inForce: { version: 1 },
        figures: {
          leads: 12,
          // 0, 3, 6, 9 ask for a call; 1, 3, 5, 7, 9, 11 come from the fair.
          qualified: { draft: { k: 8, n: 12 }, inForce: { k: 4 } },
          won: { all: 3, missed: 2, draft: { k: 1 } },
          money: { realised: { draft: { cents: 100_000 } } },
        },
      },
    })
    const all: string[] = []
    for (let after = ''; ; ) {
      const page = await viewer({ url: `/api/backtests/${id}/leads?number=qualified&limit=3${after}` })
      const { leads, next } = page.json()
      all.push(...leads.map((lead: { personId: string }) => lead.personId))
      if (next === null) break
      after = `&after=${next}`
    }
    expect(new Set(all).size).toBe(8)
    const missed = await viewer({ url: `/api/backtests/${id}/leads?number=won%20missed` })
    expect(missed.json().leads).toHaveLength(2)
    const list = await viewer({ url: '/api/backtests' })
    expect(list.json().backtests[0]).toMatchObject({ id, status: 'done' })
  })

  test('of a segment counts only its leads', async () => {
    const { view } = await tried({ version: 1, ...period, segment: { channel: 'fair' } })
    expect(view).toMatchObject({
      version: 1,
      report: { figures: { leads: 6, qualified: { difference: { difference: 0 } } } },
    })
  })

  test('of a segment counts only its leads, by traits and by a condition, and the live figures with it', async () => {
    const segment = {
      channel: 'fair',
      accountSize: '10-49',
      when: 'account.employees < 40 && person.country == "FR"',
    }
    const { id, view } = await tried({ version: 1, ...period, segment })
    expect(view).toMatchObject({ segment, report: { segment, figures: { leads: 4 } } })
    const { leads } = (await viewer({ url: `/api/backtests/${id}/leads?number=seen` })).json()
    expect(leads.map(({ name }: { name: string }) => name)).toHaveLength(4)
    const live = await manager({ method: 'POST', url: '/api/backtests/live', body: { document, ...period, segment } })
    expect(live.json()).toMatchObject({ segment, figures: { leads: 4 } })
  })

  test('is told which segments the history holds, each with as many leads as a back-test of it counts', async () => {
    const { leads, traits } = (await viewer({ url: '/api/backtests/segments?from=2024-03-01&to=2024-04-01' })).json()
    expect(leads).toBe(12)
    const values = (name: string) => traits.find((trait: { name: string }) => trait.name === name).values
    expect(values('channel')).toEqual([
      { value: 'fair', leads: 6 },
      { value: 'search', leads: 6 },
    ])
    expect(values('country')).toEqual([{ value: 'FR', leads: 12 }])
    expect(values('origin')).toEqual([{ value: '', leads: 12 }])
    for (const { value, leads: counted } of values('accountSize')) {
      const body = { document, ...period, segment: { accountSize: value } }
      const live = await manager({ method: 'POST', url: '/api/backtests/live', body })
      expect(live.json().figures.leads, value).toBe(counted)
    }
    const no = await viewer({ url: '/api/backtests/segments?from=2024-04-01&to=2024-03-01' })
    expect(no.statusCode).toBe(400)
  })

  test('of a segment whose condition is wrong is refused with place and remedy, wherever it is asked', async () => {
    const segment = { when: 'account.employees > "many"' }
    const asked = [
      ['/api/backtests', { version: 1 }],
      ['/api/backtests/live', { document }],
      ['/api/backtests/suggestions', {}],
    ] as const
    for (const [url, more] of asked) {
      const answer = await manager({ method: 'POST', url, body: { ...more, ...period, segment } })
      expect(answer.statusCode, url).toBe(422)
      expect(answer.json().errors).toEqual([
        { where: 'segment.when, character 1', what: expect.any(String), mend: expect.any(String) },
      ])
    }
    const check = async (when: string) =>
      (await manager({ method: 'POST', url: '/api/backtests/conditions?language=fr', body: { when } })).json()
    expect(await check('account.employees > "many"')).toMatchObject({
      says: null,
      problems: [{ mend: expect.any(String) }],
    })
    expect(await check('account.employees > 50')).toMatchObject({ says: expect.stringContaining('50'), problems: [] })
  })

  test('gives the command the same figures as the web', async () => {
    const { view } = await tried({ version: 1, ...period })
    const { report } = await runBacktest(house.ctx, { document, ...period, segment: {} })
    expect(view.report).toEqual(JSON.parse(JSON.stringify(report)))
  })

  test('is refused to viewers, for a document with problems, for a period without days and for nothing', async () => {
    const start = (ask: Ask, body: object) => ask({ method: 'POST', url: '/api/backtests', body })
    expect((await start(viewer, { version: 1, ...period })).statusCode).toBe(403)
    const bad = await start(manager, { document: document.replace('account.employees', 'account.employes'), ...period })
    expect(bad.statusCode).toBe(422)
    expect(bad.json().errors[0]).toMatchObject({
      where: expect.stringMatching(/^line \d+, clause F1$/),
      what: expect.any(String),
      mend: expect.any(String),
    })
    expect((await start(manager, { version: 1, from: period.to, to: period.from })).statusCode).toBe(400)
    expect((await start(manager, period)).statusCode).toBe(400)
    expect((await start(manager, { version: 99, ...period })).statusCode).toBe(404)
    expect((await viewer({ url: `/api/backtests/${randomUUID()}` })).statusCode).toBe(404)
  })

  test('is cancelled while it waits, and then never runs', async () => {
    const { id } = (await manager({ method: 'POST', url: '/api/backtests', body: { version: 1, ...period } })).json()
    const stopped = await manager({ method: 'POST', url: `/api/backtests/${id}/cancellation`, body: {} })
    expect(stopped.json()).toMatchObject({ status: 'cancelled' })
    await workBacktest(house.ctx, id)
    expect((await viewer({ url: `/api/backtests/${id}` })).json()).toMatchObject({ status: 'cancelled', report: null })
    const again = await manager({ method: 'POST', url: `/api/backtests/${id}/cancellation`, body: {} })
    expect(again.statusCode).toBe(409)
  })

  test('run twice changes nothing', async () => {
    const { id, view } = await tried({ version: 1, ...period })
    await workBacktest(house.ctx, id)
    expect((await viewer({ url: `/api/backtests/${id}` })).json()).toEqual(view)
  })
})

const real = join(projectRoot, '..', 'shared', 'data', 'olist-funnel')

describe.skipIf(!existsSync(real))('the real funnel (skipped where ../shared/data/olist-funnel is absent)', () => {
  const names = [
    'olist_marketing_qualified_leads_dataset.csv',
    'olist_closed_deals_dataset.csv',
    'olist_sellers_dataset.csv',
    'seller_revenue_all_orders.csv',
  ]

  test('an agreement drafted from January to March 2018 picks better leads in April too', async () => {
    const files = names.map((name) => ({ name, path: join(real, name) }))
    await importFiles(house.ctx, { files, profileId: 'olist', userId: null })
    const quarter = { from: '2018-01-01', to: '2018-04-01', segment: {} }
    const april = { from: '2018-04-01', to: '2018-05-01', segment: {} }
    const suggested = await suggestAgreement(house.ctx, { ...quarter, perWeek: null })
    const check = (asked: typeof quarter) => tried({ document: suggested.document, ...asked })
    const before: { figures: Figures } = (await check(quarter)).view.report
    const { id: afterId, view } = await check(april)
    const after: { figures: Figures } = view.report
    // What the draft lets in is what the suggestion counted.
    expect(before.figures.qualified.draft.k).toBe(suggested.taken)
    expect(before.figures.winRate.draft).toEqual(suggested.won)
    expect(after.figures.winRate.draft.low).toBeGreaterThan(after.figures.winRate.all.rate ?? 1)
    const { rows } = await house.ctx.db.query<{ n: number; won: number }>(
      `select count(*)::int as n, count(won_at)::int as won from leads
        where opened_at >= timestamp '2018-04-01' at time zone $1 and opened_at < timestamp '2018-05-01' at time zone $1`,
      ['Europe/Paris'],
    )
    expect(after.figures.leads).toBe(rows[0]?.n)
    const { tries } = (await viewer({ url: `/api/backtests/${afterId}/same-draft` })).json()
    expect(tries.map((each: { from: string }) => each.from)).toEqual([quarter.from, april.from])
    expect(tries[1]).toMatchObject({
      id: afterId,
      won: after.figures.winRate.draft,
      wonOfAll: after.figures.winRate.all,
    })
    expect(after.figures.won.all).toBe(rows[0]?.won)
  })
})

type Figures = {
  leads: number
  qualified: { draft: { k: number } }
  won: { all: number }
  winRate: Record<'draft' | 'all', { low: number | null; rate: number | null }>
}
