import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS as SESSION } from '../features/session/routes.ts'
import { ENDPOINTS as TEAMS } from '../features/teams/routes.ts'
import { ENDPOINTS as USERS } from '../features/users/routes.ts'
import { cookieOf, type House, openHouse, PASSWORD } from '../test/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([...SESSION, ...USERS, ...TEAMS])
})
afterAll(() => house.close())

const signIn = (body: object, extra: { headers?: Record<string, string>; address?: string } = {}) =>
  house.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    remoteAddress: extra.address ?? '127.0.0.9',
    headers: { host: 'ensemble.example', ...extra.headers },
    payload: body,
  })

describe('signing in', () => {
  it('opens a session of one’s own, kept in a cookie that scripts cannot read', async () => {
    const { email } = await house.as('seller')
    const answer = await signIn({ email: email.toUpperCase(), password: PASSWORD })
    expect(answer.statusCode).toBe(200)
    const [cookie] = answer.cookies
    expect(cookie).toMatchObject({ name: 'ensemble.session_token', httpOnly: true, sameSite: 'Lax', path: '/' })
    const session = await house.ask({ url: '/api/session', headers: { cookie: cookieOf(answer) } })
    expect(session.json().user).toMatchObject({ email, role: 'seller' })
  })

  it('gives a new session, whatever cookie the browser brought (session fixation)', async () => {
    const { email, cookie } = await house.as('seller')
    const answer = await signIn(
      { email, password: PASSWORD },
      { headers: { cookie, origin: 'http://ensemble.example' }, address: '127.0.0.10' },
    )
    expect(answer.statusCode).toBe(200)
    expect(cookieOf(answer)).not.toBe(cookie)
  })

  it('believes no cookie whose signature is not ours', async () => {
    const { cookie } = await house.as('admin')
    const [token] = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `${token}.${'A'.repeat(43)}=`, '%']) {
      const answer = await house.ask({ url: '/api/session', headers: { cookie: `ensemble.session_token=${forged}` } })
      expect(answer.statusCode).toBe(401)
    }
  })

  it('says the same of a wrong password and of an unknown e-mail', async () => {
    const { email } = await house.as('seller')
    const wrong = await signIn({ email, password: 'not this one at all' }, { address: '127.0.0.11' })
    const unknown = await signIn({ email: 'nobody@ensemble.example', password: PASSWORD }, { address: '127.0.0.11' })
    expect(wrong.statusCode).toBe(401)
    expect(wrong.json()).toEqual(unknown.json())
    expect(wrong.json()).toMatchObject({ code: 'not-signed-in', status: 401 })
  })

  it('lets nobody guess: the eleventh try within a minute is refused, also with the right password', async () => {
    const { email } = await house.as('seller')
    const codes: number[] = []
    for (let n = 0; n < 10; n++)
      codes.push((await signIn({ email, password: `guess number ${n}` }, { address: '127.0.0.12' })).statusCode)
    const last = await signIn({ email, password: PASSWORD }, { address: '127.0.0.12' })
    expect(codes).toEqual(Array.from({ length: 10 }, () => 401))
    expect(last.statusCode).toBe(429)
    expect(last.json().code).toBe('too-many-requests')
  })

  it('cannot be tried from a made-up address behind the same connection', async () => {
    const codes: number[] = []
    for (let n = 0; n < 12; n++) {
      const headers = { 'x-ensemble-address': `1.2.3.${n}`, 'x-forwarded-for': `1.2.3.${n}` }
      codes.push(
        (await signIn({ email: 'x@ensemble.example', password: PASSWORD }, { address: '203.0.113.7', headers }))
          .statusCode,
      )
    }
    expect(codes.filter((code) => code === 429)).toHaveLength(2)
  })

  it('is refused to people who are no longer active', async () => {
    const { id, email } = await house.as('seller')
    await house.ctx.db.query('update users set is_active = false where id = $1', [id])
    const answer = await signIn({ email, password: PASSWORD }, { address: '127.0.0.13' })
    expect(answer.statusCode).toBe(403)
    expect(answer.cookies).toEqual([])
  })

  it('ends with sign-out, for this cookie at once', async () => {
    const { ask } = await house.as('seller')
    const headers = { origin: 'http://ensemble.example' }
    expect((await ask({ method: 'POST', url: '/api/auth/sign-out', body: {}, headers })).statusCode).toBe(200)
    expect((await ask({ url: '/api/session' })).statusCode).toBe(401)
  })

  it('offers no way to register, to change e-mails or to delete oneself', async () => {
    const { ask } = await house.as('seller')
    for (const path of [
      'sign-up/email',
      'update-user',
      'change-email',
      'delete-user',
      'request-password-reset',
      'set-password',
    ]) {
      const answer = await ask({
        method: 'POST',
        url: `/api/auth/${path}`,
        body: { name: 'x', email: 'y@z.example', password: PASSWORD },
      })
      expect([path, answer.statusCode]).toEqual([path, 404])
    }
  })

  it('changes a password only for who knows the present one, and then signs out the other browsers when asked', async () => {
    const { ask, email, cookie } = await house.as('seller')
    const headers = { origin: 'http://ensemble.example' }
    const change = (body: object) => ask({ method: 'POST', url: '/api/auth/change-password', body, headers })
    expect((await change({ currentPassword: 'wrong wrong wrong', newPassword: 'another long one' })).statusCode).toBe(
      422,
    )
    const changed = await change({
      currentPassword: PASSWORD,
      newPassword: 'another long one',
      revokeOtherSessions: true,
    })
    expect(changed.statusCode).toBe(200)
    expect((await house.ask({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401)
    expect((await signIn({ email, password: 'another long one' }, { address: '127.0.0.14' })).statusCode).toBe(200)
  })
})

describe('pages of other sites', () => {
  const change = { method: 'PATCH', url: '/api/session', body: { locale: 'fr' } } as const

  it('cannot change anything with the visitor’s cookie', async () => {
    const { ask } = await house.as('admin')
    for (const origin of [
      'http://evil.example',
      'https://ensemble.example.evil.example',
      'null',
      'http://ensemble.example:8080',
    ]) {
      const answer = await ask({ ...change, headers: { origin } })
      expect([origin, answer.statusCode, answer.json().code]).toEqual([origin, 403, 'not-allowed'])
    }
    expect((await ask({ ...change, headers: { 'sec-fetch-site': 'cross-site' } })).statusCode).toBe(403)
  })

  it('cannot sign anybody in', async () => {
    const { email } = await house.as('seller')
    const answer = await signIn(
      { email, password: PASSWORD },
      { headers: { origin: 'http://evil.example' }, address: '127.0.0.15' },
    )
    expect(answer.statusCode).toBe(403)
  })

  it('are not what one’s own address is, whichever of them was typed', async () => {
    const { ask } = await house.as('admin')
    for (const host of ['localhost:4321', '127.0.0.1:4321', '192.168.1.20:4321', '[::1]:4321']) {
      expect((await ask({ ...change, headers: { host, origin: `http://${host}` } })).statusCode).toBe(204)
    }
    expect(
      (await ask({ ...change, headers: { host: '10.0.0.3:4321', origin: 'http://ensemble.example' } })).statusCode,
    ).toBe(204)
  })
})

describe('what a request may bring', () => {
  it('changes nothing but what is promised (mass assignment)', async () => {
    const { ask, id } = await house.as('viewer')
    const body = { locale: 'fr', role: 'admin', isActive: true, team_id: null }
    expect((await ask({ method: 'PATCH', url: '/api/session', body })).statusCode).toBe(204)
    const { rows } = await house.ctx.db.query('select role, locale from users where id = $1', [id])
    expect(rows).toEqual([{ role: 'viewer', locale: 'fr' }])
  })

  it('is refused when it holds a NUL or half a character, never failed at', async () => {
    const { ask } = await house.as('admin')
    const bodies = ['"a\\u0000b"', '"\\ud800"', '"x\\udfffy"'].map((name) => `{"name":${name},"side":"sales"}`)
    for (const body of bodies) {
      const answer = await ask({
        method: 'POST',
        url: '/api/teams',
        body,
        headers: { 'content-type': 'application/json' },
      })
      expect([body, answer.statusCode]).toEqual([body, 400])
    }
    expect((await ask({ method: 'PATCH', url: '/api/teams/%00', body: { name: 'x' } })).statusCode).toBe(400)
    const deep = `{"name":${'['.repeat(5000)}${']'.repeat(5000)},"side":"sales"}`
    expect(
      (await ask({ method: 'POST', url: '/api/teams', body: deep, headers: { 'content-type': 'application/json' } }))
        .statusCode,
    ).toBe(400)
    expect(
      (await signIn({ email: 'a\0@b.example', password: '\ud800'.repeat(12) }, { address: '127.0.0.16' })).statusCode,
    ).toBeLessThan(500)
  })
})
