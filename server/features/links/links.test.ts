import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as CAMPAIGNS } from '../campaigns/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let marketer: Person
let campaign = ''
let personId = ''
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...CAMPAIGNS])
  marketer = await house.as('marketer')
  const made = await marketer.ask({
    method: 'POST',
    url: '/api/campaigns',
    body: { name: 'Van key', tactic: 'direct mail' },
  })
  campaign = made.json().id
  const [person] = await recordFacts(house.ctx, [
    {
      kind: 'person.identified',
      at: house.ctx.now(),
      messageId: 'i',
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email: 'vera@x.example' },
      touch: null,
      data: { person: { name: '=Vera' } },
    },
  ])
  personId = person?.personId ?? ''
})
afterAll(() => house.close())

describe('a link', () => {
  const check = async (url: string) =>
    (await marketer.ask({ method: 'POST', url: '/api/link-checks', body: { urls: [url] } })).json().links[0]
  const codes = async (url: string) => (await check(url)).findings.map((one: { code: string }) => one.code)
  it.each([
    ['https://a.example/p?utm_source=x&utm_medium=email&utm_campaign=van_key', []],
    ['https://a.example/p', ['no-tags']],
    ['https://a.example/p?utm_source=x', ['no-medium', 'no-campaign']],
    ['http://a.example/p?utm_source=x&utm_medium=email&utm_campaign=Van_Key', ['not-https', 'mixed-case']],
    ['https://a.example/p?utm_source=x&utm_medium=factory%20tour&utm_campaign=van_key', ['spaces', 'own-medium']],
    ['https://a.example/p?utm_source=x&utm_medium=email&utm_campaign=nobodys', ['unknown-campaign']],
    ['https://a.example/p?utm_source=&utm_medium=email&utm_campaign=van_key', ['empty-tag']],
    ['https://a.example/p?utm_source=x&utm_source=y&utm_medium=cpc&utm_campaign=van_key', ['tag-twice']],
    ['https://a.example/#/p?utm_source=x', ['tags-behind-hash', 'no-tags']],
    [
      'https://a.example/?utm_source=x&utm_medium=cpc&utm_campaign=van_key&gclid=1&m=a@b.example',
      ['click-id', 'personal-data'],
    ],
    ['a.example/p', ['not-a-link']],
    ['javascript:alert(1)', ['not-a-link']],
  ])('%s', async (url, expected) => expect((await codes(url)).sort()).toEqual(expected.sort()))

  it('is written better, and says what it counts for', async () => {
    const url = 'https://a.example/p?q=1&UTM_Source=News%20Letter&utm_medium=Email&utm_campaign=Van%20Key&gclid=1'
    expect(await check(url)).toMatchObject({
      channel: 'email',
      campaign: { id: campaign },
      better: 'https://a.example/p?q=1&utm_source=news_letter&utm_medium=email&utm_campaign=van_key',
    })
  })
})

describe('a code', () => {
  const make = (body: object) =>
    marketer.ask({
      method: 'POST',
      url: `/api/campaigns/${campaign}/codes`,
      body: { url: 'https://a.example/key', ...body },
    })
  const go = (code: string, agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140') =>
    house.ask({ url: `/go/${code}`, headers: { 'user-agent': agent } })

  it('leads on with the marks of its campaign and counts', async () => {
    const { codes } = (await make({ label: 'Poster' })).json()
    const answer = await go(codes[0].code.toUpperCase())
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe(
      'https://a.example/key?utm_source=code&utm_medium=direct+mail&utm_campaign=van_key',
    )
    await go(codes[0].code, 'Googlebot/2.1')
    const list = (await marketer.ask({ url: `/api/campaigns/${campaign}/codes` })).json()
    expect(list.codes).toMatchObject([{ visits: 1, person: null }])
    expect((await go('nothing')).statusCode).toBe(404)
  })

  it('of a person records their answer once a day, and is made once', async () => {
    const body = { records: 'letter.answered', emails: ['Vera@X.example', 'nobody@x.example'] }
    const made = (await make(body)).json()
    expect(made).toMatchObject({ made: 1, unknown: ['nobody@x.example'], codes: [{ person: { id: personId } }] })
    expect((await make(body)).json().made).toBe(0)
    await go(made.codes[0].code)
    await go(made.codes[0].code)
    const { rows } = await house.ctx.db.query(
      `select kind, campaign, channel from facts where person_id = $1 and kind = 'letter.answered'`,
      [personId],
    )
    expect(rows).toEqual([{ kind: 'letter.answered', campaign: 'Van key', channel: 'direct mail' }])
  })

  it('is printed from a file no spreadsheet runs', async () => {
    const file = await marketer.ask({ url: `/api/campaigns/${campaign}/codes.csv` })
    expect(file.body).toContain("'=Vera")
    expect((await house.ask({ url: `/api/campaigns/${campaign}/codes.csv` })).statusCode).toBe(401)
  })

  it('leads to no page of another kind', async () => {
    expect((await make({ url: 'javascript:alert(1)' })).statusCode).toBe(400)
  })
})
