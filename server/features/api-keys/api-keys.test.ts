import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { CONTRACTS } from '../../http/contracts.ts'
import { covers, scopeOf } from '../../http/scopes.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

async function keyOf(ask: Ask, scopes: string[], more: object = {}): Promise<{ id: string; apiKey: string }> {
  const made = await ask({ method: 'POST', url: '/api/api-keys', body: { name: 'a program', scopes, ...more } })
  expect(made.statusCode).toBe(201)
  return made.json()
}

const by = (apiKey: string) => ({ authorization: `Bearer ${apiKey}` })

describe('an API key', () => {
  it('acts as its owner, within its scopes', async () => {
    const seller = await house.as('seller')
    const { apiKey } = await keyOf(seller.ask, ['leads:read'])
    const codeOf = async (method: 'GET' | 'POST', url: string, body?: object) =>
      (await house.ask({ method, url, headers: by(apiKey), ...(body === undefined ? {} : { body }) })).statusCode
    expect(await codeOf('GET', '/api/leads')).toBe(200)
    expect(await codeOf('GET', '/api/queue')).toBe(403)
    expect(await codeOf('POST', '/api/facts', { facts: [] })).toBe(403)
    const refused = await house.ask({ url: '/api/queue', headers: by(apiKey) })
    expect(refused.json()).toMatchObject({ code: 'not-allowed', mend: expect.stringContaining('queue:read') })
  })

  it('never goes beyond the role of its owner', async () => {
    const seller = await house.as('seller')
    const { apiKey } = await keyOf(seller.ask, ['write', 'users:write'])
    const answer = await house.ask({
      method: 'POST',
      url: '/api/teams',
      headers: by(apiKey),
      body: { name: 'x', side: 'sales' },
    })
    expect(answer.statusCode).toBe(403)
  })

  it('reads and writes facts under its owner’s name, with a cross-site header or without', async () => {
    const seller = await house.as('seller')
    const { apiKey } = await keyOf(seller.ask, ['facts:write', 'people:read'])
    const fact = { kind: 'lead.recorded', who: { email: 'key@firm.example' }, data: {} }
    const made = await house.ask({ method: 'POST', url: '/api/facts', headers: by(apiKey), body: { facts: [fact] } })
    expect(made.statusCode).toBe(201)
    const { personId } = made.json().facts[0]
    const story = await house.ask({ url: `/api/people/${personId}/story`, headers: by(apiKey) })
    expect(story.json().facts.find((one: { kind: string }) => one.kind === 'lead.recorded').actor.id).toBe(seller.id)
  })

  it('reaches no key, no sign-in and no setting of administrators unless it is named', async () => {
    const admin = await house.as('admin')
    const { apiKey } = await keyOf(admin.ask, ['read', 'write'])
    for (const [method, url, body] of [
      ['POST', '/api/api-keys', { name: 'child', scopes: ['write'] }],
      ['GET', '/api/write-keys', undefined],
      ['POST', '/api/teams', { name: 'x', side: 'sales' }],
    ] as const) {
      const answer = await house.ask({ method, url, headers: by(apiKey), ...(body === undefined ? {} : { body }) })
      expect([url, answer.statusCode]).toEqual([url, 403])
    }
    const named = await keyOf(admin.ask, ['teams:write'])
    const made = await house.ask({
      method: 'POST',
      url: '/api/teams',
      headers: by(named.apiKey),
      body: { name: 'By key', side: 'sales' },
    })
    expect(made.statusCode).toBe(201)
  })

  it('ends when it is revoked, when its time is over and when its owner leaves', async () => {
    const seller = await house.as('seller')
    const statusOf = async (apiKey: string) => (await house.ask({ url: '/api/leads', headers: by(apiKey) })).statusCode
    const revoked = await keyOf(seller.ask, ['read'])
    expect(await statusOf(revoked.apiKey)).toBe(200)
    expect((await seller.ask({ method: 'DELETE', url: `/api/api-keys/${revoked.id}` })).statusCode).toBe(204)
    expect(await statusOf(revoked.apiKey)).toBe(401)
    const short = await keyOf(seller.ask, ['read'], { expiresInDays: 1 })
    await house.ctx.db.query(`update api_keys set expires_at = now() - interval '1 second' where key_id = $1`, [
      short.id,
    ])
    expect((await house.ask({ url: '/api/leads', headers: by(short.apiKey) })).json().detail).toMatch(/expired/)
    const left = await keyOf(seller.ask, ['read'])
    await house.ctx.db.query('update users set is_active = false where id = $1', [seller.id])
    expect(await statusOf(left.apiKey)).toBe(401)
  })

  it('keeps its secret: only a hash is stored, lists never show it, others do not see or end it', async () => {
    const seller = await house.as('seller')
    const { id, apiKey } = await keyOf(seller.ask, ['read'])
    const listed = await seller.ask({ url: '/api/api-keys' })
    expect(listed.body).not.toContain(apiKey)
    expect(listed.json().keys).toHaveLength(1)
    const { rows } = await house.ctx.db.query('select k::text as row from api_keys k where key_id = $1', [id])
    expect(rows[0].row).not.toContain(apiKey.slice(10))
    const other = await house.as('marketer')
    expect((await other.ask({ url: '/api/api-keys' })).json().keys).toEqual([])
    expect((await other.ask({ method: 'DELETE', url: `/api/api-keys/${id}` })).statusCode).toBe(404)
  })

  it('says which scope does not exist', async () => {
    const { ask } = await house.as('seller')
    const answer = await ask({ method: 'POST', url: '/api/api-keys', body: { name: 'x', scopes: ['everything'] } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors[0].what).toMatch(/"everything"/)
  })

  it.each(['', 'x', 'ens_short', `ens_${'a'.repeat(43)}`, `ens_${'a'.repeat(5_000)}`])(
    'is refused when it is made up: %j',
    async (key) => {
      const answer = await house.ask({ url: '/api/leads', headers: by(key) })
      expect(answer.statusCode).toBe(401)
    },
  )
})

describe('scopes', () => {
  it('belong to every route of the API, so that none is open by forgetting', () => {
    for (const contract of CONTRACTS) if (Array.isArray(contract.roles)) expect(scopeOf(contract)).not.toBeNull()
  })

  it('with none of them nothing is covered', () => {
    expect(CONTRACTS.filter((contract) => Array.isArray(contract.roles) && covers([], contract))).toEqual([])
  })

  it('read covers no change', () => {
    const changing = CONTRACTS.filter(({ method, isQuestion }) => method !== 'GET' && isQuestion !== true)
    expect(changing.filter((one) => one.id !== 'speakMcp' && covers(['read'], one))).toEqual([])
  })
})
