import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as COSTS } from '../costs/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as FACTS } from '../facts/routes.ts'
import { ENDPOINTS as FEEDBACK } from '../feedback/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let marketer: Person
let seller: Person
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...COSTS, ...FACTS, ...FEEDBACK])
  marketer = await house.as('marketer')
  seller = await house.as('seller')
  const touch = (campaign: string) => ({ channel: 'email', origin: 'x', campaign, landingPage: '/p' })
  const fact = (n: number, campaign: string) => ({
    kind: 'form.submitted',
    at: house.ctx.now() - n * 86_400_000,
    messageId: `m${n}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email: `p${n}@a${n}.example` },
    touch: touch(campaign),
    data: { name: 'demo' },
  })
  await recordFacts(house.ctx, [fact(1, 'Spring_Sale'), fact(2, 'spring-sale'), fact(3, 'summer 2026'), fact(4, 'x9')])
})
afterAll(() => house.close())

const make = (body: object, who = marketer) => who.ask({ method: 'POST', url: '/api/campaigns', body })
const list = async (query = '') => (await seller.ask({ url: `/api/campaigns${query}` })).json()
const unclaimed = async () => (await seller.ask({ url: '/api/unclaimed-campaigns' })).json().names

it('names of touches that no campaign claims are told with their counts, spellings together', async () => {
  expect(await unclaimed()).toMatchObject([
    { name: expect.stringMatching(/spring/i), touches: 2, leads: 2 },
    { touches: 1 },
    { touches: 1 },
  ])
  expect(await list()).toMatchObject({ campaigns: [], total: 0, unclaimed: 3 })
})

it('a campaign finds its touches by its name, however it is spelt, and by its aliases', async () => {
  const made = await make({ name: 'Spring sale', tactic: 'advertising', budgetCents: 100_000 })
  expect(made.statusCode).toBe(201)
  expect(made.json().key).toBe('spring_sale')
  const { id } = made.json()
  expect((await list()).campaigns).toMatchObject([{ id, leads: 2, state: 'running', spend: [] }])
  const assigned = await marketer.ask({ method: 'POST', url: `/api/campaigns/${id}/names`, body: { name: 'x9' } })
  expect(assigned.statusCode).toBe(204)
  expect((await list()).campaigns[0].leads).toBe(3)
  const view = (await seller.ask({ url: `/api/campaigns/${id}` })).json()
  expect(view).toMatchObject({ aliases: ['x9'], touches: 3, leads: 3 })
  const first = (await seller.ask({ url: `/api/campaigns/${id}/leads?limit=2` })).json()
  const second = (await seller.ask({ url: `/api/campaigns/${id}/leads?limit=2&after=${first.next}` })).json()
  expect(new Set([...first.leads, ...second.leads].map((one: { personId: string }) => one.personId)).size).toBe(3)
  const touches = (await seller.ask({ url: `/api/campaigns/${id}/touches?limit=2` })).json()
  const rest = (await seller.ask({ url: `/api/campaigns/${id}/touches?limit=2&after=${touches.next}` })).json()
  expect(touches.touches.length + rest.touches.length).toBe(3)
  await marketer.ask({ method: 'DELETE', url: `/api/campaigns/${id}/names?name=X9` })
  expect((await unclaimed()).length).toBe(2)
})

it('a name leads to one campaign', async () => {
  const answer = await make({ name: 'SPRING  sale', tactic: 'brand' })
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ errors: [{ where: 'body.name' }] })
  const alias = await make({ name: 'Other', tactic: 'brand', aliases: ['ok', 'spring_sale'] })
  expect(alias.json()).toMatchObject({ status: 409, errors: [{ where: 'body.aliases.1' }] })
  expect((await make({ name: '---', tactic: 'brand' })).statusCode).toBe(400)
  expect(
    (await make({ name: 'a', tactic: 'brand', startsOn: '2026-02-01', endsOn: '2026-01-01' })).json(),
  ).toMatchObject({ errors: [{ where: 'body.endsOn' }] })
})

it('is changed, archived, taken out again, and removed when it cost nothing', async () => {
  const { id } = (await make({ name: 'Summer', tactic: 'event', startsOn: '2031-01-01' })).json()
  const body = { name: 'Summer fair', tactic: 'event', aliases: ['summer 2026'], currency: 'usd' }
  expect((await marketer.ask({ method: 'PUT', url: `/api/campaigns/${id}`, body })).statusCode).toBe(204)
  expect((await seller.ask({ url: `/api/campaigns/${id}` })).json()).toMatchObject({ leads: 1, currency: 'USD' })
  const archive = (isArchived: boolean) =>
    marketer.ask({ method: 'PUT', url: `/api/campaigns/${id}/archive`, body: { isArchived } })
  await archive(true)
  expect((await list()).campaigns.map((one: { name: string }) => one.name)).toEqual(['Spring sale'])
  expect((await list('?state=archived')).campaigns).toHaveLength(1)
  await archive(false)
  expect((await list('?search=FAIR')).campaigns).toHaveLength(1)
  await marketer.ask({
    method: 'POST',
    url: '/api/invoices',
    body: { campaignId: id, label: 'Stand', amountCents: 100, currency: 'USD', from: '2026-01-01', to: '2026-01-03' },
  })
  expect((await marketer.ask({ method: 'DELETE', url: `/api/campaigns/${id}` })).statusCode).toBe(422)
  const days = (await seller.ask({ url: `/api/campaigns/${id}/days` })).json()
  const costs = days.days.flatMap((one: { costs: { cents: number }[] }) => one.costs.map((cost) => cost.cents))
  expect(costs).toEqual([33, 33, 34])
})

describe('who', () => {
  it('sellers read and do not write', async () => {
    expect((await make({ name: 'Mine', tactic: 'viral' }, seller)).statusCode).toBe(403)
  })
})

it('the owner of a campaign is asked for an answer to what sellers say of it', async () => {
  const { id } = (await make({ name: 'Autumn', tactic: 'brand', owner: marketer.id })).json()
  const [person] = await recordFacts(house.ctx, [
    {
      kind: 'form.submitted',
      at: house.ctx.now(),
      messageId: 'autumn',
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email: 'autumn@x.example' },
      touch: { channel: null, origin: null, campaign: 'AUTUMN', landingPage: null },
      data: { name: 'demo' },
    },
  ])
  const said = (data: object) =>
    seller.ask({
      method: 'POST',
      url: '/api/facts',
      body: { facts: [{ kind: 'feedback.given', who: { personId: person?.personId }, data }] },
    })
  expect((await said({ on: 'campaign', about: 'autumn', verdict: 'bad' })).statusCode).toBe(201)
  expect((await said({ on: 'lead', about: 'the lead', verdict: 'good' })).statusCode).toBe(201)
  const { feedback } = (await marketer.ask({ url: `/api/feedback?campaignId=${id}` })).json()
  expect(feedback.map((one: { owner: { id: string } | null }) => one.owner?.id)).toEqual([marketer.id, marketer.id])
})
