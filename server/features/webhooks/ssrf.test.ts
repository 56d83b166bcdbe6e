import { createServer, type Server } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { changeWebhook } from './change-webhook.ts'
import { claimDue } from './claim-due.ts'
import { createWebhook } from './create-webhook.ts'
import { deliverOne } from './deliver-one.ts'
import { NAMES, URLS } from './fixtures/inside.ts'
import { type Door, postOnce } from './post-once.ts'
import { isPublicAddress } from './public-address.ts'
import { ENDPOINTS } from './routes.ts'
import { testWebhook } from './test-webhook.ts'

/** Listens at every address of this machine. Whatever reaches it got out of the cage. */
let trap: Server
let port = 0
let caught = 0
let house: House
let me: Awaited<ReturnType<House['as']>>
beforeAll(async () => {
  trap = createServer((_request, response) => {
    response.end('caught')
  })
  trap.on('connection', () => {
    caught++
  })
  await new Promise<void>((done) => trap.listen(0, '::', done))
  port = (trap.address() as AddressInfo).port
  house = await openHouse(ENDPOINTS)
  me = await house.as('admin')
})
afterAll(async () => {
  trap.close()
  await house.close()
})

const door: Door = { canHookLoopback: false, timeoutMs: 2_000, resolve: async (host) => NAMES[host] ?? [] }

describe('no webhook reaches an address inside a network', () => {
  it('has a list of at least sixty', () => {
    expect(new Set(URLS).size).toBeGreaterThanOrEqual(60)
  })

  it.each(URLS)(
    '%s is refused when it is saved, when it is tested, and when something is delivered',
    async (written) => {
      const url = written.replaceAll('PORT', String(port))
      const before = caught
      const input = { url, note: '', kinds: ['deal.won'] as const }
      await expect(createWebhook(house.ctx, me, input, door)).rejects.toMatchObject({ code: 'refused' })

      const id = await put(url)
      await expect(changeWebhook(house.ctx, { webhookId: id, url }, door)).rejects.toMatchObject({ code: 'refused' })
      const tested = await testWebhook(house.ctx, { webhookId: id }, door)
      expect(tested).toMatchObject({ statusCode: null, answer: null })
      expect(tested.error).toBeTruthy()

      const eventId = crypto.randomUUID()
      await house.ctx.db.query(
        `insert into webhook_events (event_id, kind, occurred_at, data) values ($1, 'deal.won', now(), '{}')`,
        [eventId],
      )
      await house.ctx.db.query(
        `insert into webhook_deliveries (webhook_id, event_id, next_try_at, created_at) values ($1, $2, now() - interval '1 s', now())`,
        [id, eventId],
      )
      const [delivery] = await claimDue(house.ctx.db, id, Date.now(), 1)
      if (delivery === undefined) throw new Error('nothing due')
      expect((await deliverOne(house.ctx, door, delivery)).statusCode).toBeNull()
      expect(caught - before).toBe(0)
    },
  )

  it('looks a name up once and connects to what it saw: a name that changes its mind leads nowhere', async () => {
    let asked = 0
    const dialled: string[] = []
    const changing: Door = {
      ...door,
      resolve: async () => [{ address: asked++ === 0 ? '93.184.216.34' : '127.0.0.1', family: 4 }],
      // Nothing is dialled in a test: it is written down where to.
      dial: ({ lookup }) => {
        lookup?.('changing.example', {}, (_error, address) => dialled.push(String(address)))
        return new Socket().destroy(new Error('not dialled'))
      },
    }
    const answer = await postOnce(changing, `https://changing.example:${port}/`, {}, '{}')
    expect(asked).toBe(1)
    expect(dialled).toEqual(['93.184.216.34'])
    expect(answer).toMatchObject({ statusCode: null, error: 'not dialled' })
  })

  it('follows no redirect', async () => {
    const redirecting = createServer((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${port}/inside` }).end()
    })
    await new Promise<void>((done) => redirecting.listen(0, '127.0.0.1', done))
    const before = caught
    const address = `http://127.0.0.1:${(redirecting.address() as AddressInfo).port}/`
    const answer = await postOnce({ ...door, canHookLoopback: true }, address, {}, '{}')
    redirecting.close()
    expect(answer.statusCode).toBe(307)
    expect(answer.error).toContain('redirects are not followed')
    expect(caught - before).toBe(0)
  })

  it('would have been caught: the trap works', async () => {
    const before = caught
    const answer = await postOnce({ ...door, canHookLoopback: true }, `http://localhost:${port}/`, {}, '{}')
    expect(answer).toMatchObject({ statusCode: 200, answer: 'caught', error: null })
    expect(caught - before).toBe(1)
  })
})

it.each(['93.184.216.34', '1.1.1.1', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4007:80e::200e'])(
  '%s is on the open internet',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

/** A webhook as it could lie in the table of an older version, or be put there by hand. */
async function put(url: string): Promise<string> {
  const { webhook } = await createWebhook(
    house.ctx,
    me,
    { url: 'https://good.example/', note: '', kinds: ['deal.won'] },
    {
      ...door,
      resolve: async () => [{ address: '93.184.216.34', family: 4 }],
    },
  )
  await house.ctx.db.query('update webhooks set url = $2 where webhook_id = $1', [webhook.id, url])
  await house.ctx.db.query('delete from webhooks where webhook_id <> $1', [webhook.id])
  return webhook.id
}
