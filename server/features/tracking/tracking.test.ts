import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as KEYS } from '../keys/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let key: { id: string; writeKey: string }
let basic: { authorization: string }

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...KEYS])
  const admin = await house.as('admin')
  key = (await admin.ask({ method: 'POST', url: '/api/write-keys', body: { name: 'Site' } })).json()
  basic = { authorization: `Basic ${Buffer.from(`${key.writeKey}:`).toString('base64')}` }
})
afterAll(() => house.close())

const send = (path: string, body: object, headers: Record<string, string> = basic) =>
  house.ask({ method: 'POST', url: `/v1/${path}`, body, headers })
const lead = {
  event: 'Lead Submitted',
  anonymousId: 'visitor-1',
  messageId: 'lead-1',
  properties: { email: 'ana@lume.example', name: 'Ana Costa', wantsCall: true },
  context: { page: { path: '/contact', url: 'https://lume.example/contact' } },
}

describe('tracking', () => {
  it('wants a write key: as user name or in the body', async () => {
    expect((await send('track', lead, {})).statusCode).toBe(401)
    expect((await send('track', { ...lead, writeKey: 'wk_guess' }, {})).statusCode).toBe(401)
    expect(
      (await send('page', { anonymousId: 'visitor-0', writeKey: key.writeKey, properties: { path: '/' } }, {}))
        .statusCode,
    ).toBe(200)
  })

  it('makes one person of a visitor who read pages and then asked, with the channel that brought them', async () => {
    const context = {
      page: { path: '/prices', url: 'https://lume.example/prices', referrer: 'https://www.google.com/' },
    }
    await send('page', { anonymousId: 'visitor-1', messageId: 'page-1', timestamp: '2026-01-01T10:00:00Z', context })
    const answer = await send('track', lead)
    expect(answer.json()).toMatchObject({ success: true, status: 'recorded' })
    const { rows } = await house.ctx.db.query(
      `select p.name, l.channel, l.landing_page, l.stage, (select count(*)::int from facts f where f.person_id = p.person_id and f.kind <> 'lead.routed') as facts
         from people p join leads l using (person_id) where p.email = 'ana@lume.example'`,
    )
    expect(rows).toEqual([
      { name: 'Ana Costa', channel: 'organic search', landing_page: '/prices', stage: 'qualified', facts: 3 },
    ])
  })

  it('has its effect once when it is delivered twice', async () => {
    const again = await send('track', lead)
    expect(again.json()).toMatchObject({ status: 'duplicate' })
    const { rows } = await house.ctx.db.query(`select count(*)::int as n from facts where message_id like 'lead-1%'`)
    expect(rows).toEqual([{ n: 2 }])
  })

  it('refuses what says nothing of whom, and what is broken, without storing', async () => {
    expect((await send('track', { event: 'x' })).statusCode).toBe(400)
    expect(
      (await send('track', { ...lead, messageId: 'n', properties: { email: 'a\u0000@b.example' } })).statusCode,
    ).toBe(400)
    expect((await send('identify', { userId: 'u', traits: { name: '\ud83d' } })).statusCode).toBe(400)
    expect((await send('identify', { userId: 'u', timestamp: 'yesterday' })).statusCode).toBe(400)
  })

  it('is closed to a revoked key at once', async () => {
    const admin = await house.as('admin')
    expect((await admin.ask({ method: 'DELETE', url: `/api/write-keys/${key.id}` })).statusCode).toBe(204)
    expect((await send('track', lead)).statusCode).toBe(401)
    expect((await admin.ask({ url: '/api/write-keys' })).json().keys[0].revokedAt).not.toBeNull()
  })
})
