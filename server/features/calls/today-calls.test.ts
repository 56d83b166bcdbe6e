import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as FACTS } from '../facts/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let admin: { id: string; ask: Ask }
let secret = ''
/** A Tuesday at eleven in Paris. */
let nowMs = Date.parse('2026-11-24T10:00:00Z')

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...FACTS])
  admin = await house.as('admin')
  house.ctx.now = () => nowMs
  secret = (await post(admin.ask, '/api/calls/secret')).json().secret
})
afterAll(() => house.close())

const post = (ask: Ask, url: string, body: object = {}) => ask({ method: 'POST', url, body })
const announce = (body: object) =>
  house.ask({ method: 'POST', url: '/api/calls/incoming', body, headers: { 'x-call-secret': secret } })
const announceEnd = (body: object) =>
  house.ask({ method: 'POST', url: '/api/calls/ended', body, headers: { 'x-call-secret': secret } })

async function prospect(): Promise<string> {
  const email = 'p1@calls.example'
  const answer = await post(admin.ask, '/api/facts', {
    facts: [
      {
        kind: 'person.identified',
        who: { email },
        data: { person: { name: 'Person', email, country: 'FR', phone: '+33199000101' } },
      },
    ],
  })
  return answer.json().facts[0].personId
}

describe('a call said with one key', () => {
  it('plans the next attempt like one of a session, and taken back takes its plan along', async () => {
    const personId = await prospect()
    const planned = async () =>
      (await admin.ask({ url: '/api/calls/planned?when=all' }))
        .json()
        .plans.filter((plan: { personId: string }) => plan.personId === personId)
    await post(admin.ask, '/api/calls/planned', {
      personId,
      at: new Date(nowMs + 3_600_000).toISOString(),
      note: 'As asked',
    })
    expect(await planned()).toHaveLength(1)
    nowMs += 60_000
    const say = (outcome: string, messageId: string) =>
      post(admin.ask, '/api/facts', {
        facts: [{ kind: 'call.made', who: { personId }, data: { outcome }, messageId }],
      })
    const said = await say('no answer', 'key-1')
    expect(said.json().planned).toEqual([{ personId, at: expect.any(String) }])
    expect(Date.parse(said.json().planned[0].at)).toBeGreaterThan(nowMs + 2 * 3_600_000)
    expect(await planned()).toEqual([expect.objectContaining({ why: 'attempt' })])
    expect((await say('no answer', 'key-1')).json().planned).toEqual([])
    const [told] = said.json().facts
    await post(admin.ask, '/api/facts', {
      facts: [{ kind: 'fact.retracted', who: { personId }, data: { fact: told.factId } }],
    })
    expect(await planned()).toEqual([expect.objectContaining({ why: 'asked', note: 'As asked' })])
    nowMs += 60_000
    expect((await say('voicemail', 'key-2')).json().planned).toHaveLength(1)
    nowMs += 60_000
    expect((await say('connected', 'key-3')).json().planned).toEqual([])
    expect(await planned()).toEqual([])
  })
})

describe('a missed call from a number nobody is known by', () => {
  it('waits once for each number until it is called back, attached, or not for us', async () => {
    const seller = await house.as('seller')
    const stranger = await house.as('seller')
    const ring = async (id: string, from: string, isAnswered = false) => {
      await announce({ id, from, userId: seller.id, at: new Date(nowMs).toISOString() })
      await announceEnd({ id, isAnswered, ...(isAnswered ? { durationS: 30 } : {}), at: new Date(nowMs).toISOString() })
      nowMs += 60_000
    }
    await ring('u-1', '+33140506070')
    await ring('u-2', '+33140506070')
    await ring('u-3', '+33140506071')
    await ring('u-4', '+33140506072')
    await ring('u-5', '+33140506072', true)
    await ring('u-6', 'anonymous')
    const waiting = async (ask = seller.ask) => (await ask({ url: '/api/calls/unknown' })).json().calls
    expect((await waiting()).map((call: { id: string; times: number }) => [call.id, call.times])).toEqual([
      ['u-3', 1],
      ['u-2', 2],
    ])
    expect((await waiting())[0]).toMatchObject({ country: 'FR', from: '+33140506071' })
    expect(await waiting(stranger.ask)).toEqual([])
    const settle = (id: string, ask = seller.ask) =>
      ask({ method: 'PUT', url: `/api/calls/incoming/${id}/settled`, body: { as: 'not for us' } })
    expect((await settle('u-2', stranger.ask)).statusCode).toBe(403)
    expect((await settle('u-6')).statusCode).toBe(409)
    expect((await settle('u-2')).statusCode).toBe(204)
    expect(await waiting()).toHaveLength(1)
    await seller.ask({ method: 'DELETE', url: '/api/calls/incoming/u-2/settled' })
    expect(await waiting()).toHaveLength(2)
    await settle('u-2')
    await ring('u-7', '+33140506070')
    expect((await waiting())[0]).toMatchObject({ id: 'u-7', times: 1 })
    await post(seller.ask, '/api/calls/incoming/u-3/person', { name: 'Jean Petit' })
    expect((await waiting()).map((call: { id: string }) => call.id)).toEqual(['u-7'])
  })
})

describe('a script', () => {
  it('carries a message of the house, which whoever picks up in its session has heard', async () => {
    const pillarId = '00000000-0000-7000-8000-0000000000a1'
    const messageId = '00000000-0000-7000-8000-0000000000a2'
    const { db } = house.ctx
    await db.query(`insert into message_pillars (pillar_id, name, position) values ($1, 'Calm', 1)`, [pillarId])
    await db.query(
      `insert into messages (message_id, pillar_id, message, approved_at, updated_at) values ($1, $2, 'Know on Monday', now(), now())`,
      [messageId, pillarId],
    )
    const body = { name: 'Opening', messageId }
    const unknown = await post(admin.ask, '/api/calls/scripts', { ...body, messageId: admin.id })
    expect([unknown.statusCode, unknown.json().errors[0].where]).toEqual([400, 'body.messageId'])
    const { id: scriptId } = (await post(admin.ask, '/api/calls/scripts', body)).json()
    const { scripts } = (await admin.ask({ url: '/api/calls/scripts' })).json()
    expect(scripts).toEqual([expect.objectContaining({ id: scriptId, messageId, message: 'Know on Monday' })])
    const [person] = (await db.query<{ person_id: string }>('select person_id from people where phone is not null'))
      .rows
    const session = await post(admin.ask, '/api/calls/sessions', {
      name: 'Cold',
      scriptId,
      filter: { people: [person?.person_id], notCalledForDays: 0 },
    })
    const { id: sessionId } = session.json()
    const { current } = (await post(admin.ask, `/api/calls/sessions/${sessionId}/next`)).json()
    await post(admin.ask, '/api/calls', { personId: current.personId, sessionId, outcome: 'connected' })
    const { rows } = await db.query<{ message: string }>(
      `select data->>'message' as message from facts where person_id = $1 and kind = 'call.made' and data->>'session' = $2`,
      [current.personId, sessionId],
    )
    expect(rows).toEqual([{ message: messageId }])
  })
})
