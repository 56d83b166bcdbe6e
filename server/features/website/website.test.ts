import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { createWriteKey } from '../keys/create-write-key.ts'
import { ENDPOINTS as TRACKING } from '../tracking/routes.ts'
import { tallyOf } from '../tracking/tally.ts'
import { ENDPOINTS } from './routes.ts'
import { SCRIPT_BYTES } from './script.ts'

let house: House
let writeKey = ''
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...TRACKING])
  writeKey = (await createWriteKey(house.ctx, null, { name: 'Site' })).writeKey
})
afterAll(() => house.close())

const BROWSER = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
const own = { name: 'ensemble.js', version: '1' }
const send = (event: object, userAgent = BROWSER) =>
  house.app.inject({
    method: 'POST',
    url: '/v1/batch',
    remoteAddress: '203.0.113.9',
    headers: { 'content-type': 'text/plain', 'user-agent': userAgent },
    payload: JSON.stringify({
      writeKey,
      batch: [{ type: 'page', anonymousId: 'w', properties: { path: '/' }, ...event }],
    }),
  })

describe('the script', () => {
  it('weighs less than 5 kB packed', () => expect(SCRIPT_BYTES).toBeLessThan(5_000))

  it('is served to every site, and to colleagues as one that counts them as the company’s own', async () => {
    const open = await house.ask({ url: '/e.js' })
    expect(open.headers['content-type']).toContain('javascript')
    expect(open.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(open.body).not.toContain('dataset.staff=')
    const { ask } = await house.as('seller')
    expect((await ask({ url: '/e.js' })).body).toContain("dataset.staff='true'")
  })
})

describe('what arrives', () => {
  it('is filtered for bots and colleagues, counted, and shown', async () => {
    const { ask } = await house.as('marketer')
    const settings = {
      staffNetworks: ['203.0.113.0/24'],
      sharedMailboxes: ['hospital@lume.example'],
      countsBots: false,
    }
    expect((await send({ context: { library: own } })).json()).toMatchObject({ recorded: 1 })
    expect(
      (await send({ context: { library: own } }, 'Googlebot/2.1 (+http://www.google.com/bot.html)')).json(),
    ).toMatchObject({ filtered: 1 })
    expect((await send({ context: { library: own, staff: { isStaff: true } } })).json()).toMatchObject({ filtered: 1 })
    expect((await ask({ method: 'PUT', url: '/api/website/settings', body: settings })).statusCode).toBe(204)
    expect((await send({ context: { library: own } })).json()).toMatchObject({ filtered: 1 })
    expect((await send({ type: 'nothing' })).json()).toMatchObject({
      refused: [{ index: 0 }],
    })
    await tallyOf(house.ctx).flush()
    const page = (await ask({ url: '/api/website' })).json()
    expect(page.counts).toEqual([
      { what: 'bot', n: 1 },
      { what: 'recorded', n: 1 },
      { what: 'refused', n: 1 },
      { what: 'staff', n: 2 },
    ])
    expect(page.events.map((event: { what: string }) => event.what)).toHaveLength(5)
    expect(page.settings).toEqual(settings)
    expect(page.keys).toMatchObject([{ name: 'Site', writeKey }])
  })

  it('says which network is none', async () => {
    const { ask } = await house.as('admin')
    const body = { staffNetworks: ['10.0.0.0/8', 'our office'], sharedMailboxes: [], countsBots: false }
    const answer = await ask({ method: 'PUT', url: '/api/website/settings', body })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toEqual([{ where: 'body.staffNetworks.1', what: '"our office" is no IP address.' }])
  })
})
