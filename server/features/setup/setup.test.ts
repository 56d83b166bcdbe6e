import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as SESSION } from '../session/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...SESSION])
})
afterAll(() => house.close())

const setup = {
  company: 'Padaria Lume',
  name: 'Ana',
  email: 'Ana@Lume.example',
  password: 'a long enough password',
  locale: 'fr',
  zone: 'America/Sao_Paulo',
  currency: 'brl',
}
const send = (body: object) => house.ask({ method: 'POST', url: '/api/setup', body })

describe('the first start', () => {
  it('is open while nobody can sign in', async () => {
    expect((await house.ask({ url: '/api/setup' })).json()).toEqual({ isOpen: true, company: null })
  })

  it('refuses a time zone that does not exist, and stores nothing', async () => {
    const answer = await send({ ...setup, zone: 'Mars/Olympus', currency: '123' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors.map((one: { where: string }) => one.where)).toEqual(['body.zone', 'body.currency'])
    expect((await house.ctx.db.query('select 1 from users')).rowCount).toBe(0)
  })

  it('refuses a request from a page of another site, also as a plain form post', async () => {
    const answer = await house.ask({
      method: 'POST',
      url: '/api/setup',
      headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...setup, currency: 'EUR' }).toString(),
    })
    expect(answer.statusCode).toBe(403)
  })

  it('makes one administrator out of five browsers that finish at once, and signs that one in', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => send({ ...setup, email: `ana${n}@lume.example` })))
    const won = answers.filter((answer) => answer.statusCode === 201)
    expect(won).toHaveLength(1)
    expect(answers.filter((answer) => answer.statusCode === 409)).toHaveLength(4)
    const { rows } = await house.ctx.db.query('select role from users')
    expect(rows).toEqual([{ role: 'admin' }])
    const [first] = won
    if (first === undefined) throw new Error('nobody won')
    const session = await house.ask({ url: '/api/session', headers: { cookie: cookieOf(first) } })
    expect(session.json()).toMatchObject({
      company: 'Padaria Lume',
      currency: 'BRL',
      zone: 'America/Sao_Paulo',
      user: { role: 'admin', locale: 'fr' },
    })
  })

  it('leaves both teams and a form, and is closed from then on', async () => {
    const teams = await house.ctx.db.query('select name, side from teams order by name')
    expect(teams.rows).toEqual([
      { name: 'Marketing', side: 'marketing' },
      { name: 'Sales', side: 'sales' },
    ])
    expect((await house.ctx.db.query('select slug from forms')).rows).toEqual([{ slug: 'contact' }])
    expect((await house.ask({ url: '/api/setup' })).json()).toEqual({ isOpen: false, company: 'Padaria Lume' })
    expect((await send(setup)).statusCode).toBe(409)
  })
})
