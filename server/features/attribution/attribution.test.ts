import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyAsk, settled } from '../../test/attribution-asks.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as CAMPAIGNS } from '../campaigns/routes.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import type { JourneyQuestion } from './question.ts'
import { ENDPOINTS } from './routes.ts'
import { warmTouches } from './warm-touches.ts'

let house: House
let marketer: Ask
let viewer: Ask
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...CAMPAIGNS])
  marketer = (await house.as('marketer')).ask
  viewer = (await house.as('viewer')).ask
  await tell(
    ada(
      'page.viewed',
      '2024-03-01T09:00',
      { path: '/a' },
      { channel: 'paid search', campaign: 'Spring-Sale', landingPage: '/a' },
    ),
    ada('page.viewed', '2024-03-01T09:02', { path: '/b' }),
    ada(
      'page.viewed',
      '2024-03-04T09:00',
      { path: '/b' },
      { channel: 'email', campaign: 'Letter 3', landingPage: '/b' },
    ),
    ada('page.viewed', '2024-03-08T09:00', { path: '/a' }, { channel: 'direct', campaign: null, landingPage: '/a' }),
    ada(
      'form.submitted',
      '2024-03-08T09:05',
      { name: 'contact', fields: { heardFrom: 'A friend' } },
      { channel: 'direct', campaign: null, landingPage: '/a' },
    ),
    ada('deal.won', '2024-03-20T09:00', { deal: 'one', amountCents: 100_000, currency: 'EUR', proof: 'contract' }),
    ben(
      'page.viewed',
      '2024-03-02T09:00',
      { path: '/a' },
      { channel: 'paid search', campaign: 'spring sale', landingPage: '/a' },
    ),
    ben('form.submitted', '2024-03-02T09:05', { name: 'contact' }),
    cyd('event.attended', '2024-03-05T09:00', { name: 'Fair' }),
    cyd('deal.won', '2024-03-25T09:00', { deal: 'two', amountCents: 50_001, currency: 'USD', proof: 'contract' }),
  )
})
afterAll(() => house.close())

type Touch = { channel: string | null; campaign: string | null; landingPage: string | null }
let told = 0
function fact(
  email: string,
  kind: IncomingFact['kind'],
  at: string,
  data: object,
  touch: Touch | null = null,
): IncomingFact {
  told += 1
  return {
    kind,
    at: Date.parse(`${at}:00Z`),
    messageId: `attribution:${told}`,
    source: 'test',
    actor: null,
    isHistory: true,
    who: { email },
    touch: touch === null ? null : { origin: null, ...touch },
    data,
  } as IncomingFact
}
type Of = [kind: IncomingFact['kind'], at: string, data: object, touch?: Touch]
const ada = (...of: Of) => fact('ada@lume.example', ...of)
const ben = (...of: Of) => fact('ben@nord.example', ...of)
const cyd = (...of: Of) => fact('cyd@else.example', ...of)
const tell = (...facts: IncomingFact[]) => recordFacts(house.ctx, facts)
const get = async (path: string, ask = viewer) => (await ask({ url: `/api/attribution${path}` })).json()
const centsOf = (rows: { label: string; cents: number }[]) =>
  Object.fromEntries(rows.map((row) => [row.label, row.cents]))

describe('credits of a made history', () => {
  it('divides a deal among its touches to the cent, by every model', async () => {
    const linear = await get('?model=linear')
    expect(linear.rows.map((row: { label: string; cents: number }) => [row.label, row.cents])).toEqual(
      [
        ['direct', 33_333],
        ['email', 33_333],
        ['paid search', 33_334],
        ['event', 0],
      ].sort((a, b) => Number(b[1]) - Number(a[1])),
    )
    expect(linear.total).toEqual({ conversions: 2, cents: 100_000 })
    expect(linear.otherCurrency).toEqual([{ currency: 'USD', deals: 1 }])
    for (const model of attributionModels) {
      const { rows } = await get(`?model=${model}`)
      expect(
        rows.reduce((sum: number, row: { cents: number }) => sum + row.cents, 0),
        model,
      ).toBe(100_000)
    }
    expect(centsOf((await get('?model=first')).rows)).toMatchObject({ 'paid search': 100_000, email: 0, direct: 0 })
    expect(centsOf((await get('?model=last-non-direct')).rows)).toMatchObject({ email: 100_000 })
  })

  it('counts a form within a visit and pages within a site as no touches of their own', async () => {
    const { rows } = await get('?level=lead')
    expect(rows.find((row: { label: string }) => row.label === 'direct').touches).toBe(1)
  })

  it('joins a campaign under all names that lead to it', async () => {
    await marketer({ method: 'POST', url: '/api/campaigns', body: { name: 'Spring sale', tactic: 'advertising' } })
    const { rows } = await get('?by=campaign&model=first')
    expect(centsOf(rows)).toEqual({ 'Spring sale': 100_000, '': 0, 'Letter 3': 0 })
  })

  it('looks only so far back', async () => {
    const { rows, unattributed } = await get('?model=linear&lookbackDays=14')
    expect(centsOf(rows)).toMatchObject({ direct: 100_000 })
    expect(unattributed.conversions).toBe(1)
  })

  it('shows the deals behind a number, which sum to it', async () => {
    const { rows } = await get('?model=u&by=channel')
    for (const row of rows) {
      const { creditedCents, deals } = await get(`/deals?model=u&label=${encodeURIComponent(row.label)}`)
      expect(creditedCents).toBe(row.cents)
      expect(
        deals.every(
          (deal: { touches: { cents: number }[]; cents: number }) =>
            deal.touches.reduce((sum, touch) => sum + touch.cents, 0) === deal.cents,
        ),
      ).toBe(true)
    }
  })

  it('says when nothing can be told apart, in the language of the reader', async () => {
    const { verdict, sentence } = await get('/doubt')
    expect(verdict.kind).not.toBe('differ')
    expect(sentence).toMatch(/\.$/)
  })

  it('sets what people say beside what was tracked', async () => {
    expect(await get('/self-reported?level=won')).toMatchObject({
      answered: 1,
      answers: [{ said: 'A friend', channel: 'referral', leads: 1 }],
    })
  })

  it('draws journeys, cohorts and a table', async () => {
    const flow = await get('/flow')
    expect(flow.parties).toBe(3)
    expect(
      flow.nodes
        .filter((node: { kind: string }) => node.kind === 'outcome')
        .map((node: { label: string }) => node.label)
        .sort(),
    ).toEqual(['lead', 'won'])
    const months = await get('/months')
    expect(months.months).toMatchObject([{ month: '2024-03', parties: 3, leads: 3, won: 2, cents: 100_000 }])
    expect(months.medianDays).toBeCloseTo(19.5, 1)
    const csv = await viewer({ url: '/api/attribution/table.csv?model=linear' })
    expect(csv.body.split('\r\n')[1]).toContain('333.3')
  })

  it('refuses a period without days', async () => {
    expect((await viewer({ url: '/api/attribution?from=2024-02-01&to=2024-02-01' })).statusCode).toBe(400)
  })
})

describe('return', () => {
  it('sets spend beside leads and credited money, currencies apart', async () => {
    const campaigns = (await marketer({ url: '/api/campaigns' })).json().campaigns
    const id = campaigns[0].id
    await house.ctx.db.query(
      `insert into campaign_costs (cost_id, campaign_id, day, cost_cents, currency, source, row_key, created_at)
       values (gen_random_uuid(), $1, '2024-03-01', 20000, 'EUR', 'csv', 'a', now())`,
      [id],
    )
    const { rows } = await get(`/return?by=campaign&model=first&campaignId=${id}`)
    expect(rows).toMatchObject([
      {
        label: 'Spring sale',
        spentCents: 20_000,
        creditedCents: 100_000,
        returnOnSpend: 4,
        paybackDays: 20,
        isSmall: true,
      },
    ])
    await house.ctx.db.query(
      `insert into campaign_costs (cost_id, campaign_id, day, cost_cents, currency, source, row_key, created_at)
       values (gen_random_uuid(), $1, '2024-03-01', 100, 'JPY', 'csv', 'b', now())`,
      [id],
    )
    const mixed = await get(`/return?by=campaign&model=first&campaignId=${id}`)
    expect(mixed.rows[0]).toMatchObject({ spentCents: null, returnOnSpend: null })
    expect(mixed.rows[0].spend).toHaveLength(2)
  })

  it('keeps tests of what touches cannot show, and says what they found', async () => {
    const { id } = (await marketer({ url: '/api/campaigns' })).json().campaigns[0]
    const url = `/api/campaigns/${id}/lift-tests`
    const groups = {
      design: 'holdout',
      arms: [
        { name: 'held out', n: 10_000, successes: 100 },
        { name: 'letter', n: 10_000, successes: 160 },
      ],
    }
    expect((await viewer({ method: 'POST', url, body: { name: 'T', outcome: 'leads', groups } })).statusCode).toBe(403)
    expect((await marketer({ method: 'POST', url, body: { name: 'T', outcome: 'leads', groups } })).statusCode).toBe(
      201,
    )
    const { tests } = (await viewer({ url })).json()
    expect(tests[0].lifts[0].incremental).toBeCloseTo(60)
    expect(tests[0].lifts[0].incrementalInterval.low).toBeGreaterThan(0)
    const plan = (await viewer({ url: '/api/lift-plan?baseRate=0.01&perArm=10000' })).json()
    expect(plan.detectable).toBeGreaterThan(0.003)
    expect(plan.detectable).toBeLessThan(0.006)
  })
})

async function expectRebuilt(url: string, held: ReturnType<typeof warmTouches>, of: JourneyQuestion): Promise<void> {
  const rebuilt = warmTouches()
  for (const ask of everyAsk(of))
    expect(settled(await held.answer(url, ask)), JSON.stringify(ask)).toEqual(settled(await rebuilt.answer(url, ask)))
  rebuilt.close()
}

describe('what is held', () => {
  it('is, after news of every kind, what a rebuild would be', async () => {
    const url = house.ctx.db.options.connectionString ?? ''
    const held = warmTouches()
    const of: JourneyQuestion = {
      by: 'channel',
      level: 'won',
      lookbackMs: null,
      transform: 'unique',
      fromMs: null,
      toMs: null,
      segment: null,
      campaigns: [],
    }
    for (const ask of everyAsk(of)) await held.answer(url, ask)
    const news: IncomingFact[][] = [
      // Late, and in between.
      [
        ada(
          'page.viewed',
          '2024-03-02T10:00',
          { path: '/c' },
          { channel: 'social', campaign: null, landingPage: '/c' },
        ),
      ],
      [ben('deal.won', '2024-04-02T10:00', { deal: 'three', amountCents: 77_777, currency: 'EUR', proof: 'contract' })],
      // A visitor, who turns out to be Cyd.
      [
        {
          ...cyd(
            'page.viewed',
            '2024-03-01T08:00',
            { path: '/v' },
            { channel: 'podcast', campaign: null, landingPage: '/v' },
          ),
          who: { anonymousId: 'browser-7' },
        } as IncomingFact,
      ],
      [
        {
          ...cyd('form.submitted', '2024-03-06T08:00', { name: 'contact' }),
          who: { anonymousId: 'browser-7', email: 'cyd@else.example' },
        } as IncomingFact,
      ],
    ]
    for (const facts of news) {
      await tell(...facts)
      await expectRebuilt(url, held, of)
    }
    const { rows } = await house.ctx.db.query(`select fact_id, person_id from facts where channel = 'social'`)
    await tell({ ...ada('fact.retracted', '2024-05-01T10:00', { fact: rows[0].fact_id }) } as IncomingFact)
    const live = await held.answer(url, { what: 'credits', of })
    await expectRebuilt(url, held, of)
    held.close()
    expect(JSON.stringify(live.found)).not.toContain('social')
    expect(JSON.stringify(live.found)).toContain('podcast')
  })
})
