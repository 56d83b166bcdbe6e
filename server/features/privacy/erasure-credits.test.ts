import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as ATTRIBUTION } from '../attribution/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let admin: Ask
let home = ''
const ids = new Map<string, string>()
const touch = (channel: string, campaign: string, email: string) => ({
  channel,
  origin: null,
  campaign,
  landingPage: `/offer?to=${email}`,
})

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...ATTRIBUTION])
  home = mkdtempSync(join(tmpdir(), 'ensemble-credits-'))
  house.ctx.home = home
  admin = (await house.as('admin')).ask
  for (const [place, name] of ['ada', 'ben', 'cyd'].entries()) {
    const email = `${name}@firm${place}.example`
    const fact = (day: number, kind: string, data: object, from: ReturnType<typeof touch> | null = null) => ({
      kind,
      at: Date.UTC(2026, 2, day, 9, place),
      messageId: `${name}:${day}:${kind}`,
      source: 'test',
      actor: null,
      isHistory: true,
      who: { email },
      touch: from,
      data,
    })
    const deal = { deal: `deal of ${name}`, amountCents: 100_001 + place, currency: 'EUR' }
    const [first] = await recordFacts(house.ctx, [
      fact(1, 'page.viewed', { path: '/offer' }, touch('paid search', 'spring', email)),
      fact(3, 'email.clicked', { name: 'letter' }, touch('email', 'letter 3', email)),
      fact(5, 'form.submitted', { name: 'demo' }, touch('direct', 'spring', email)),
      fact(6, 'person.identified', { person: { email, name: `${name} ${name}son` } }),
      fact(8, 'deal.opened', deal),
      fact(20, 'deal.won', { ...deal, proof: 'contract' }),
    ])
    ids.set(name, first?.personId ?? '')
  }
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

type Row = { label: string; cents: number; conversions: number }
async function credits(by: string, level: string): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {}
  for (const model of attributionModels) {
    const { rows, total } = (
      await admin({ url: `/api/attribution?by=${by}&level=${level}&model=${model}&lookbackDays=0` })
    ).json()
    found[model] = rows.map(({ label, cents, conversions }: Row) => ({ label, cents, conversions }))
    const sum = rows.reduce((all: number, row: Row) => all + row.cents, 0)
    expect(sum, `${model} sums to the money of the deals`).toBe(total.cents)
  }
  return found
}
const dealsBehind = async () =>
  (await admin({ url: '/api/attribution/deals?by=channel&level=won&model=linear&label=email&lookbackDays=0' })).json()
    .deals as { personId: string; name: string | null; deal: string | null; creditedCents: number }[]

it('an erased person leaves the warm touches: their name is nowhere, and every model still credits the same cents', async () => {
  const asked = [
    ['channel', 'won'],
    ['campaign', 'won'],
    ['channel', 'lead'],
    ['channel', 'opportunity'],
  ] as const
  const before = await Promise.all(asked.map(([by, level]) => credits(by, level)))
  const pages = await credits('landingPage', 'won')
  expect(JSON.stringify(pages)).toContain('ben@firm1.example')
  expect((await dealsBehind()).map((deal) => deal.deal).sort()).toEqual(['deal of ada', 'deal of ben', 'deal of cyd'])

  const body = { reason: 'asked by mail', confirm: 'ben@firm1.example' }
  const erased = await admin({ method: 'POST', url: `/api/people/${ids.get('ben')}/erasure`, body })
  expect(erased.statusCode, erased.body).toBe(200)

  expect(await Promise.all(asked.map(([by, level]) => credits(by, level)))).toEqual(before)
  // The address that named them is cut, and its credit goes with the page.
  expect(JSON.stringify(await credits('landingPage', 'won'))).not.toContain('ben@')
  const left = await dealsBehind()
  expect(JSON.stringify(left)).not.toContain('ben')
  expect(left.find((deal) => deal.personId === ids.get('ben'))).toMatchObject({ creditedCents: 33_334 })
})
