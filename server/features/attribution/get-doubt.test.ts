import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { NAMES_OF_OTHERS } from './question.ts'
import { ENDPOINTS } from './routes.ts'

const CAMPAIGNS = 50
let house: House
let viewer: Ask
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  viewer = (await house.as('viewer')).ask
  const facts = Array.from({ length: CAMPAIGNS }, (_, n) =>
    // The first campaigns are met most, and every other visitor becomes a lead.
    Array.from({ length: n < 45 ? 4 : 1 }, (_, k) => [
      told(n, k, 'page.viewed', { path: '/' }),
      ...(k % 2 === 0 ? [told(n, k, 'form.submitted', { name: 'contact' })] : []),
    ]),
  ).flat(2)
  await recordFacts(house.ctx, facts)
})
afterAll(() => house.close())

function told(n: number, k: number, kind: IncomingFact['kind'], data: object): IncomingFact {
  return {
    kind,
    at: Date.UTC(2024, 2, 1 + k, kind === 'page.viewed' ? 9 : 12),
    messageId: `${n}:${k}:${kind}`,
    source: 'test',
    actor: null,
    isHistory: true,
    who: { email: `p${n}.${k}@c${n}.example` },
    touch: { origin: null, channel: 'email', campaign: `Letter ${n}`, landingPage: '/' },
    data,
  } as IncomingFact
}

it('takes the labels met least as one, which has no name and is told apart by a flag alone', async () => {
  for (const locale of ['en', 'fr']) {
    const answer = await viewer({
      url: '/api/attribution/doubt?by=campaign&level=lead',
      headers: { 'accept-language': locale },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toContain(NAMES_OF_OTHERS)
    const { models, verdict } = answer.json()
    for (const { labels } of models) {
      expect(labels).toHaveLength(40)
      const others = labels.filter((one: { isOthers: boolean }) => one.isOthers)
      expect(others).toHaveLength(1)
      expect(others[0].label).toBe('')
      const names = labels
        .filter((one: { isOthers: boolean }) => !one.isOthers)
        .map((one: { label: string }) => one.label)
      expect(new Set(names).size).toBe(39)
      for (const name of names) expect(name).toMatch(/^Letter \d+$/)
    }
    for (const name of [...verdict.more, ...verdict.less]) expect(name).toMatch(/^Letter \d+$/)
  }
})

it('tells touches without a label apart from the rest that is taken together', async () => {
  const none = {
    ...told(0, 9, 'page.viewed', { path: '/' }),
    touch: { origin: null, channel: 'email', campaign: null, landingPage: '/' },
  }
  await recordFacts(
    house.ctx,
    Array.from(
      { length: 9 },
      (_, i) => ({ ...none, messageId: `none:${i}`, who: { email: `n${i}@x.example` } }) as IncomingFact,
    ),
  )
  // A question nobody asked yet: what was weighed minutes ago is given again.
  const { models } = (await viewer({ url: '/api/attribution/doubt?by=campaign&level=lead&lookbackDays=30' })).json()
  const unnamed = models[0].labels.filter((one: { label: string }) => one.label === '')
  expect(unnamed.map((one: { isOthers: boolean }) => one.isOthers).sort()).toEqual([false, true])
})
