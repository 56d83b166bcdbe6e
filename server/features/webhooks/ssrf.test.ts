import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { changeWebhook } from './change-webhook.ts'
import { claimDue } from './claim-due.ts'
import { createWebhook } from './create-webhook.ts'
import { deliverOne } from './deliver-one.ts'
import type { Address } from './find-address.ts'
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

/** Names that a resolver of this test leads inside. */
const NAMES: Record<string, Address[]> = {
  'inside.example': [{ address: '10.0.0.7', family: 4 }],
  'loop.example': [{ address: '127.0.0.1', family: 4 }],
  'loop6.example': [{ address: '::1', family: 6 }],
  'mapped.example': [{ address: '::ffff:127.0.0.1', family: 6 }],
  'meta.example': [{ address: '169.254.169.254', family: 4 }],
  'mixed.example': [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ],
  'nobody.example': [],
  '127.0.0.1.nip.example': [{ address: '127.0.0.1', family: 4 }],
  'xn--bcher-kva.example': [{ address: '192.168.1.1', family: 4 }],
}
const door: Door = { canHookLoopback: false, timeoutMs: 2_000, resolve: async (host) => NAMES[host] ?? [] }

const HOSTS = [
  '127.0.0.1',
  '127.0.0.2',
  '127.1',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0x7f.1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '127.0.1',
  '127.0.0.1.',
  '１２７.０.０.１',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '0',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '167772161',
  '100.64.0.1',
  '100.127.255.254',
  '169.254.169.254',
  '169.254.1.1',
  '0xa9fea9fe',
  '2852039166',
  '0251.0376.0251.0376',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.0.1',
  '192.168.1.1',
  '3232235777',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b::169.254.169.254]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[2001:db8::1]',
  '[fc00::1]',
  '[fd00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'foo.localhost',
  'ip6-localhost',
  'printer.local',
  'db.internal',
  'metadata.google.internal',
  'router.lan',
  'nas.home.arpa',
  'intranet',
  ...Object.keys(NAMES),
  'bücher.example',
]

const URLS = [
  ...HOSTS.flatMap((host) => [`https://${host}:PORT/hook`]),
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'https://user@127.0.0.1:PORT/',
  'https://user:password@loop.example:PORT/',
  'https://receiver.example@127.0.0.1:PORT/',
  'https://127.0.0.1:PORT#@receiver.example/',
  'https://127.0.0.1:PORT\\@receiver.example/',
  'https:127.0.0.1:PORT/',
  'https:///127.0.0.1:PORT/',
  ' https://127.0.0.1:PORT/ ',
  'file:///etc/passwd',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_',
  'data:text/plain,x',
  'javascript:alert(1)',
  'unix:/run/docker.sock',
  '//127.0.0.1:PORT/',
  'not an address',
  'https://loop.example:22/',
  'https://loop.example:25/',
  'https://loop.example:6379/',
]

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
    const changing: Door = {
      ...door,
      timeoutMs: 500,
      resolve: async () => [{ address: asked++ === 0 ? '203.0.114.1' : '127.0.0.1', family: 4 }],
    }
    const before = caught
    const answer = await postOnce(changing, `https://changing.example:${port}/`, {}, '{}')
    expect(asked).toBe(1)
    expect(answer.statusCode).toBeNull()
    expect(caught - before).toBe(0)
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
