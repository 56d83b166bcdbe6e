import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as SETUP } from '../setup/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...SETUP])
  const body = {
    company: 'Lume & <Filhos>',
    name: 'Ana',
    email: 'ana@lume.example',
    password: 'a long enough password',
  }
  await house.ask({ method: 'POST', url: '/api/setup', body })
})
afterAll(() => house.close())

let address = 0
const post = (fields: Record<string, string>, slug = 'contact', remoteAddress = `10.1.0.${++address}`) =>
  house.app.inject({
    method: 'POST',
    url: `/f/${slug}`,
    remoteAddress,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'accept-language': 'en',
      origin: 'https://site.example',
    },
    payload: new URLSearchParams(fields).toString(),
  })
const get = (url: string, headers: Record<string, string> = {}) => house.ask({ url, headers })
const hiddenIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
const leadsOf = async (email: string) =>
  (
    await house.ctx.db.query(
      `select l.channel, l.origin, l.campaign, l.landing_page, l.stage, p.name, p.company from leads l join people p using (person_id) where p.email = $1`,
      [email],
    )
  ).rows

describe('the hosted form', () => {
  it('is a page without script, which may stand in a frame and is escaped', async () => {
    const answer = await get('/f/contact')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['x-frame-options']).toBeUndefined()
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).not.toContain('<script')
    expect(answer.body).toContain('Lume &#38; &#60;Filhos&#62;')
  })

  it.each([
    ['French by the browser', '/f/contact', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.8' }, 'fr', 'Votre nom'],
    ['English by the browser', '/f/contact', { 'accept-language': 'de, en;q=0.5' }, 'en', 'Your name'],
    ['French by the address', '/f/contact?lang=fr', { 'accept-language': 'en' }, 'fr', 'Envoyer'],
  ])('speaks %s', async (_name, url, headers, language, words) => {
    const { body } = await get(url, headers)
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain(words)
  })

  it('becomes a lead with the campaign that brought the visitor, in one call', async () => {
    const { body } = await get('/f/contact?utm_source=google&utm_medium=cpc&utm_campaign=spring', {
      referer: 'https://lume.example/prices',
    })
    const kept = hiddenIn(body)
    expect(kept).toMatchObject({
      utm_source: 'google',
      utm_campaign: 'spring',
      referrer: 'https://lume.example/prices',
    })
    const answer = await post({
      ...kept,
      name: 'Vera',
      email: 'Vera@Firm.example',
      company: 'Firm',
      phone: '+33 1 40 00 00 00',
      wantsCall: 'yes',
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('We will call you')
    expect(await leadsOf('vera@firm.example')).toEqual([
      {
        channel: 'paid search',
        origin: 'google',
        campaign: 'spring',
        landing_page: '/f/contact',
        stage: 'qualified',
        name: 'Vera',
        company: 'Firm',
      },
    ])
  })

  it('counts once when it is sent twice', async () => {
    const kept = hiddenIn((await get('/f/contact')).body)
    const fields = { ...kept, name: 'Rui', email: 'rui@firm.example', message: 'hello' }
    await Promise.all([post(fields), post(fields)])
    const { rows } = await house.ctx.db.query(
      `select count(*)::int as n from facts where kind = 'form.submitted' and identity = 'email:rui@firm.example'`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('says what is wrong beside each field and keeps what was typed', async () => {
    const answer = await post({
      name: '',
      email: 'not an address',
      phone: '12',
      employees: 'many',
      message: '"><script>alert(1)</script>',
      utm_source: 'x',
    })
    expect(answer.statusCode).toBe(422)
    for (const name of ['name', 'email', 'phone', 'employees']) expect(answer.body).toContain(`id="${name}-problem"`)
    expect(answer.body).toContain('aria-describedby="email-problem"')
    expect(answer.body).toContain('role="alert"')
    expect(answer.body).toContain('value="not an address"')
    expect(answer.body).toContain('&#60;script&#62;')
    expect(answer.body).not.toContain('<script')
    expect(hiddenIn(answer.body)).toMatchObject({ utm_source: 'x' })
  })

  it('thanks a bot that fills the field nobody sees, and records nothing', async () => {
    const answer = await post({ name: 'Bot', email: 'bot@firm.example', website: 'http://spam.example' })
    expect(answer.statusCode).toBe(200)
    expect(await leadsOf('bot@firm.example')).toEqual([])
  })

  it('asks for patience after ten sendings a minute from one address, and keeps what was typed', async () => {
    const codes: number[] = []
    for (let n = 0; n < 11; n++) codes.push((await post({ email: 'x' }, 'contact', '10.9.9.9')).statusCode)
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422))
    const last = await post({ email: 'kept@firm.example' }, 'contact', '10.9.9.9')
    expect(last.statusCode).toBe(429)
    expect(last.body).toContain('kept@firm.example')
  })

  it('answers an unknown address with a page', async () => {
    const answer = await get('/f/nothing-here')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('<h1>')
  })

  it('takes JSON as well, and refuses a NUL in either', async () => {
    const send = (body: object) => house.ask({ method: 'POST', url: '/f/contact', body })
    expect((await send({ name: 'Jo', email: 'jo@firm.example', wantsCall: true })).statusCode).toBe(200)
    expect(await leadsOf('jo@firm.example')).toHaveLength(1)
    expect((await send({ name: 'J\0o', email: 'jo@firm.example' })).statusCode).toBe(400)
    expect((await post({ name: 'J\0o', email: 'jo@firm.example' })).statusCode).toBe(400)
  })
})

describe('forms', () => {
  it('are made, listed with what they brought, closed and removed', async () => {
    const marketer = await house.as('marketer')
    const form = {
      title: 'Ask for prices',
      intro: '',
      fields: [{ name: 'phone', label: 'Your number', isRequired: false }],
      channel: 'partner',
      campaign: 'fair',
      isPublished: true,
    }
    const save = (body: object) => marketer.ask({ method: 'PUT', url: '/api/forms/prices', body })
    expect((await save({ ...form, fields: [{ name: 'name', label: '', isRequired: true }] })).statusCode).toBe(400)
    expect((await save(form)).json()).toEqual({ slug: 'prices', consents: [], ...form })
    expect((await post({ phone: '' }, 'prices')).body).toContain('Please give an e-mail address or a phone number')
    expect((await post({ phone: '+33 1 40 00 00 99' }, 'prices')).statusCode).toBe(200)
    const { rows } = await house.ctx.db.query(`select channel, campaign from leads where landing_page = '/f/prices'`)
    expect(rows).toEqual([{ channel: 'partner', campaign: 'fair' }])
    const { forms } = (await marketer.ask({ url: '/api/forms' })).json()
    expect(forms.find((one: { slug: string }) => one.slug === 'prices')).toMatchObject({
      sent: 1,
      address: 'http://ensemble.example/f/prices',
    })
    await save({ ...form, isPublished: false })
    expect((await get('/f/prices')).statusCode).toBe(404)
    expect((await marketer.ask({ method: 'DELETE', url: '/api/forms/prices' })).statusCode).toBe(204)
    expect((await marketer.ask({ method: 'DELETE', url: '/api/forms/prices' })).statusCode).toBe(404)
  })
})
