import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, type House, openHouse, PASSWORD, signInAt } from '../../test/house.ts'
import { ENDPOINTS as SESSION } from '../session/routes.ts'
import { ENDPOINTS as TEAMS } from '../teams/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let admin: Person

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...TEAMS, ...SESSION])
  admin = await house.as('admin')
})
afterAll(() => house.close())

const add = async (email: string, role = 'seller') => {
  const body = { name: 'Rui', email, role, teamId: null }
  return (await admin.ask({ method: 'POST', url: '/api/users', body })).json() as { id: string; invitation: string }
}
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? ''
const accept = (token: string, password = 'chosen by myself') =>
  house.ask({ method: 'POST', url: '/api/invitations', body: { token, password } })
const change = (id: string, body: object) => admin.ask({ method: 'PATCH', url: `/api/users/${id}`, body })

describe('invitations', () => {
  it('set a password once, and sign in', async () => {
    const { invitation } = await add('rui@ensemble.example')
    expect(invitation).toMatch(/^http:\/\/ensemble\.example\/invitation\?token=/)
    const answer = await accept(tokenOf(invitation))
    expect(answer.statusCode).toBe(201)
    const session = await house.ask({ url: '/api/session', headers: { cookie: cookieOf(answer) } })
    expect(session.json().user).toMatchObject({ email: 'rui@ensemble.example', role: 'seller' })
    expect((await accept(tokenOf(invitation))).statusCode).toBe(422)
  })

  it('are stored so that nobody who reads the database can use them', async () => {
    const { invitation } = await add('hash@ensemble.example')
    const { rows } = await house.ctx.db.query('select value from verifications')
    expect(JSON.stringify(rows)).not.toContain(tokenOf(invitation))
  })

  it('end after seven days, and when a new one is made', async () => {
    const { id, invitation } = await add('late@ensemble.example')
    const second = (await admin.ask({ method: 'POST', url: `/api/users/${id}/invitation`, body: {} })).json()
    expect((await accept(tokenOf(invitation))).statusCode).toBe(422)
    await house.ctx.db.query(
      `update verifications set expires_at = expires_at - interval '7 days' where identifier = $1`,
      [`invitation:${id}`],
    )
    expect((await accept(tokenOf(second.invitation))).statusCode).toBe(422)
  })

  it('open nothing to people who are no longer active', async () => {
    const { id, invitation } = await add('gone@ensemble.example')
    await change(id, { isActive: false })
    expect((await accept(tokenOf(invitation))).statusCode).toBe(422)
    expect((await admin.ask({ method: 'POST', url: `/api/users/${id}/invitation`, body: {} })).statusCode).toBe(422)
  })
})

describe('changing people', () => {
  it('refuses an e-mail somebody has, whatever its letters', async () => {
    const { id } = await add('one@ensemble.example')
    await add('two@ensemble.example')
    expect((await change(id, { email: 'TWO@ensemble.example' })).statusCode).toBe(409)
    const body = { name: 'x', email: 'Two@Ensemble.example', role: 'viewer', teamId: null }
    expect((await admin.ask({ method: 'POST', url: '/api/users', body })).statusCode).toBe(409)
  })

  it('protects the last administrator who can sign in', async () => {
    await add('never-signed-in@ensemble.example', 'admin')
    for (const body of [{ role: 'viewer' }, { isActive: false }]) {
      expect((await change(admin.id, body)).statusCode).toBe(422)
    }
  })

  it('lets two administrators demote each other at once only once', async () => {
    const other = await house.as('admin')
    const [one, two] = await Promise.all([change(admin.id, { role: 'viewer' }), change(other.id, { role: 'viewer' })])
    expect([one.statusCode, two.statusCode].filter((code) => code === 200)).toHaveLength(1)
    await house.ctx.db.query(`update users set role = 'admin' where id = any($1)`, [[admin.id, other.id]])
    await change(other.id, { isActive: false })
  })

  it('signs out at once who is deactivated', async () => {
    const seller = await house.as('seller')
    expect((await seller.ask({ url: '/api/session' })).statusCode).toBe(200)
    expect((await change(seller.id, { isActive: false })).json()).toMatchObject({ isActive: false, canSignIn: true })
    expect((await seller.ask({ url: '/api/session' })).statusCode).toBe(401)
    expect((await house.ctx.db.query('select 1 from sessions where user_id = $1', [seller.id])).rowCount).toBe(0)
    await expect(signInAt(house.app, seller.email, PASSWORD, '127.0.0.2')).rejects.toThrow('403')
  })

  it('names every place of working hours that cannot be read', async () => {
    const answer = await change(admin.id, { calendar: { zone: 'Mars/Olympus', hours: { 'mon-fri': ['18:00-09:00'] } } })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors.map((one: { where: string }) => one.where)).toEqual([
      'body.calendar.zone',
      expect.stringContaining('body.calendar.hours'),
    ])
  })

  it('keeps working hours as they were written, and gives the agreement’s back with null', async () => {
    const calendar = { zone: 'America/Sao_Paulo', hours: { 'mon-thu': ['09:00-12:00', '13:00-18:00'] } }
    expect((await change(admin.id, { calendar })).json().calendar).toEqual(calendar)
    expect((await change(admin.id, { calendar: null })).json().calendar).toBeNull()
  })
})

describe('absences', () => {
  const absence = { startsAt: '2026-12-24T08:00:00Z', endsAt: '2100-01-02T08:00:00Z', note: 'family' }

  it('are one’s own, or anybody’s for managers', async () => {
    const [seller, other, manager] = [await house.as('seller'), await house.as('seller'), await house.as('manager')]
    const plan = (who: Person, userId: string) =>
      who.ask({ method: 'POST', url: `/api/users/${userId}/absences`, body: absence })
    expect((await plan(seller, other.id)).statusCode).toBe(403)
    expect((await plan(seller, seller.id)).statusCode).toBe(201)
    const planned = (await plan(manager, other.id)).json()
    expect(planned).toMatchObject({ note: 'family', startsAt: '2026-12-24T08:00:00.000Z' })
    const remove = (who: Person, userId: string) =>
      who.ask({ method: 'DELETE', url: `/api/users/${userId}/absences/${planned.id}` })
    expect((await remove(seller, other.id)).statusCode).toBe(403)
    expect((await remove(seller, seller.id)).statusCode).toBe(404)
    expect((await remove(manager, other.id)).statusCode).toBe(204)
  })

  it('are refused when they end before they start', async () => {
    const body = { ...absence, endsAt: absence.startsAt }
    expect((await admin.ask({ method: 'POST', url: `/api/users/${admin.id}/absences`, body })).statusCode).toBe(400)
  })

  it('show who is away now', async () => {
    const seller = await house.as('seller')
    const body = { ...absence, startsAt: '2020-01-01T00:00:00Z' }
    await seller.ask({ method: 'POST', url: `/api/users/${seller.id}/absences`, body })
    const { users } = (await seller.ask({ url: '/api/users' })).json()
    expect(users.find((user: { id: string }) => user.id === seller.id)).toMatchObject({
      isAwayNow: true,
      absences: [{ note: 'family' }],
    })
  })
})

describe('teams', () => {
  it('keep their name while the agreement in force names them, and stay while they have people', async () => {
    const make = async (name: string, side = 'sales') =>
      (await admin.ask({ method: 'POST', url: '/api/teams', body: { name, side } })).json() as { id: string }
    const sales = await make('Sales')
    const south = await make('South')
    expect(
      (await admin.ask({ method: 'POST', url: '/api/teams', body: { name: 'South', side: 'sales' } })).statusCode,
    ).toBe(409)
    const rename = (id: string, name: string) => admin.ask({ method: 'PATCH', url: `/api/teams/${id}`, body: { name } })
    const refused = await rename(sales.id, 'Hunters')
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors.map((one: { where: string }) => one.where)).toContain('parties.sales')
    expect((await rename(south.id, 'Sales')).statusCode).toBe(409)
    expect((await rename(south.id, 'North')).statusCode).toBe(204)
    const remove = (id: string) => admin.ask({ method: 'DELETE', url: `/api/teams/${id}` })
    const seller = await house.as('seller', south.id)
    expect((await remove(south.id)).statusCode).toBe(422)
    await change(seller.id, { teamId: null })
    expect((await remove(south.id)).statusCode).toBe(204)
    expect((await remove(sales.id)).statusCode).toBe(422)
  })
})
