import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as PRIVACY } from '../privacy/routes.ts'
import { ENDPOINTS as SETUP } from '../setup/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let marketer: { ask: Ask }
let admin: { ask: Ask }
const form = {
  title: 'Ask for prices',
  intro: '',
  fields: [{ name: 'email', label: '', isRequired: true }],
  channel: null,
  campaign: null,
  isPublished: true,
}
const save = (consents: object[]) =>
  marketer.ask({ method: 'PUT', url: '/api/forms/prices', body: { ...form, consents } })
const word = (purpose: string, said: object) =>
  admin.ask({
    method: 'PUT',
    url: `/api/privacy/purposes/${purpose}`,
    body: { name: 'Visits to you', basis: 'consent', covers: 'nothing', isActive: true, ...said },
  })

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...SETUP, ...PRIVACY])
  const body = { company: 'Lume', name: 'Ana', email: 'ana@lume.example', password: 'a long enough password' }
  await house.ask({ method: 'POST', url: '/api/setup', body })
  marketer = await house.as('marketer')
  admin = await house.as('admin')
  await word('visits', { wording: 'You may visit me.', wordingFr: 'Vous pouvez me rendre visite.' })
  const made = await save([
    { purpose: 'marketing-email', isRequired: false },
    { purpose: 'visits', isRequired: true },
  ])
  expect(made.statusCode).toBe(200)
})
afterAll(() => house.close())

let address = 0
const post = (fields: Record<string, string>, language = 'en') =>
  house.app.inject({
    method: 'POST',
    url: '/f/prices',
    remoteAddress: `10.2.0.${++address}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
    payload: new URLSearchParams(fields).toString(),
  })
const show = (language = 'en') => house.ask({ url: '/f/prices', headers: { 'accept-language': language } })
const given = async (email: string) =>
  (
    await house.ctx.db.query(
      `select data, source from facts where kind = 'consent.given' and identity = $1 order by data->>'purpose'`,
      [`email:${email}`],
    )
  ).rows

describe('consents of a form', () => {
  it('stand beside boxes that nobody ticked, in the language of the reader', async () => {
    const { body } = await show()
    expect(body).toContain('name="consent:marketing-email" value="1"')
    expect(body).toContain('name="consent:visits" value="1" aria-required="true"')
    expect(body).toContain('You may visit me.')
    expect(body).not.toContain('checked')
    expect((await show('fr')).body).toContain('Vous pouvez me rendre visite.')
  })

  it('are kept with the words that were shown, their version, their language and the form', async () => {
    const answer = await post({ email: 'a@firm.example', 'consent:visits': '1' }, 'fr')
    expect(answer.statusCode).toBe(200)
    const data = {
      purpose: 'visits',
      proof: 'Vous pouvez me rendre visite.',
      form: 'prices',
      version: 1,
      language: 'fr',
    }
    expect(await given('a@firm.example')).toEqual([{ data, source: 'form' }])
    const { rows } = await house.ctx.db.query<{ person_id: string }>(
      `select person_id from people where email = 'a@firm.example'`,
    )
    const { consents } = (await admin.ask({ url: `/api/people/${rows[0]?.person_id}/consents` })).json()
    const visits = consents.find((each: { purpose: string }) => each.purpose === 'visits')
    expect(visits).toMatchObject({ state: 'given', history: [{ form: 'prices', version: 1, language: 'fr' }] })
  })

  it('that are required are asked again beside the box, and what was ticked stays ticked', async () => {
    const answer = await post({ email: 'b@firm.example', 'consent:marketing-email': '1' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('id="consent:visits-problem"')
    expect(answer.body).toContain('href="#consent:visits"')
    expect(answer.body).toMatch(/name="consent:marketing-email" value="1" checked/)
    expect(await given('b@firm.example')).toEqual([])
  })

  it('count once when the form is sent twice', async () => {
    const fields = {
      email: 'c@firm.example',
      submission: 'once',
      'consent:visits': '1',
      'consent:marketing-email': '1',
    }
    await Promise.all([post(fields), post(fields)])
    expect((await given('c@firm.example')).map(({ data }) => data.purpose)).toEqual(['marketing-email', 'visits'])
  })

  it('hold for the wording somebody saw when another came into use meanwhile; a version that never was is none', async () => {
    await word('visits', { wording: 'You may visit me at home.', wordingFr: null })
    expect((await post({ email: 'd@firm.example', 'consent:visits': '1' })).statusCode).toBe(200)
    expect((await given('d@firm.example'))[0]?.data).toMatchObject({ version: 1, proof: 'You may visit me.' })
    expect((await post({ email: 'e@firm.example', 'consent:visits': '99' })).statusCode).toBe(422)
    expect((await post({ email: 'e@firm.example', 'consent:visits': "1' or 1=1" })).statusCode).toBe(422)
    const program = await house.ask({
      method: 'POST',
      url: '/f/prices',
      body: { email: 'f@firm.example', 'consent:visits': true },
    })
    expect(program.statusCode).toBe(200)
    expect((await given('f@firm.example'))[0]?.data).toMatchObject({ version: 2, proof: 'You may visit me at home.' })
  })

  it('that are out of use are asked no more, and unknown ones cannot be asked', async () => {
    await word('visits', { wording: 'You may visit me at home.', isActive: false })
    expect((await show()).body).not.toContain('consent:visits')
    expect((await post({ email: 'g@firm.example' })).statusCode).toBe(200)
    expect((await save([{ purpose: 'visits', isRequired: true }])).statusCode).toBe(200)
    const unknown = await save([{ purpose: 'nothing-like-it', isRequired: true }])
    expect(unknown.statusCode).toBe(400)
    expect(unknown.json().errors[0]).toMatchObject({ where: 'body.consents.0.purpose' })
    const twice = await save([
      { purpose: 'phone', isRequired: true },
      { purpose: 'phone', isRequired: false },
    ])
    expect(twice.statusCode).toBe(400)
  })
})
