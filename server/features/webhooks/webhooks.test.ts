import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { changeWebhook } from './change-webhook.ts'
import { claimDue } from './claim-due.ts'
import { createWebhook } from './create-webhook.ts'
import type { WebhookKind } from './kinds.ts'
import { listDeliveries } from './list-deliveries.ts'
import type { Door } from './post-once.ts'
import { readWebhooks } from './queries.ts'
import { replayDeliveries } from './replay-deliveries.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { runDeliveries } from './run-deliveries.ts'
import { sweepEvents } from './sweep-events.ts'
import { testWebhook } from './test-webhook.ts'

type Got = { headers: Record<string, string>; body: string; at: number }
type Receiver = { url: string; got: Got[]; close(): void }

const ADMIN = '00000000-0000-7000-8000-0000000000ad'
const NOON = Date.parse('2026-11-24T11:00:00Z')
const door: Door = { canHookLoopback: true, timeoutMs: 600, resolve: async () => [] }

let database: TestDatabase
let ctx: HeldContext
let running: { stop(): Promise<void> } | null = null
const receivers: Receiver[] = []

beforeAll(async () => {
  database = await testDatabase()
  await hireSellers(database, 2)
  await database.pool.query(`insert into users (id, name, email, role) values ($1, 'Ada', 'ada@x.example', 'admin')`, [
    ADMIN,
  ])
  ctx = await heldContext(database, NOON)
})
beforeEach(() => {
  ctx.clock.nowMs = Date.now()
})
afterEach(async () => {
  await running?.stop()
  running = null
  for (const receiver of receivers.splice(0)) receiver.close()
  await database.pool.query('delete from webhooks')
  await database.pool.query('delete from webhook_events')
})
afterAll(() => database.drop())

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

async function receive(answer: (response: ServerResponse, count: number) => void): Promise<Receiver> {
  const got: Got[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({
        headers: plainHeaders(request.headers),
        body: Buffer.concat(chunks).toString(),
        at: performance.now(),
      })
      answer(response, got.length)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const receiver = { url: `http://127.0.0.1:${port}/hook`, got, close }
  receivers.push(receiver)
  return receiver
}

const ok = (response: ServerResponse) => void response.writeHead(204).end()
const add = (url: string, kinds: readonly WebhookKind[]) =>
  createWebhook(ctx, { id: ADMIN }, { url, note: '', kinds }, door)

let count = 0
function fact(kind: string, email: string, data: object, extra: Partial<IncomingFact> = {}): IncomingFact {
  const messageId = `w${++count}`
  return {
    kind,
    at: ctx.now(),
    messageId,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data,
    ...extra,
  }
}
const wantsCall = (email: string, extra: Partial<IncomingFact> = {}) =>
  fact('form.submitted', email, { name: 'contact', wantsCall: true }, extra)

async function until(isSo: () => boolean | Promise<boolean>, ms = 6_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await wait(20)
    ctx.clock.nowMs = Math.max(ctx.clock.nowMs, Date.now())
  }
}

const parsed = (got: Got) => JSON.parse(got.body)

describe('an event', () => {
  it('is told, signed, to whoever asked for its kind, with the ids a receiver needs and no name of a prospect', async () => {
    const receiver = await receive(ok)
    const { secret } = await add(receiver.url, ['lead.qualified', 'lead.routed'])
    running = runDeliveries(ctx, door)
    await recordFacts(ctx, [
      fact('person.identified', 'vera@firm.example', { person: { email: 'vera@firm.example', name: 'Vera Lind' } }),
      wantsCall('vera@firm.example'),
    ])
    await until(() => receiver.got.length === 2)
    const kinds = receiver.got.map((got) => parsed(got).type).sort()
    expect(kinds).toEqual(['lead.qualified', 'lead.routed'])
    for (const got of receiver.got) {
      expect(new Webhook(secret).verify(got.body, got.headers)).toEqual(parsed(got))
      expect(got.body).not.toMatch(/Vera|firm\.example/)
      expect(parsed(got)).toMatchObject({
        timestamp: expect.any(String),
        sequence: expect.any(Number),
        url: expect.stringMatching(/^http:\/\/ensemble\.example\/people\//),
        data: { lead: { attempt: 1, personId: expect.any(String) }, version: 1, clause: expect.any(String) },
      })
    }
    expect(new Set(receiver.got.map((got) => got.headers['webhook-id'])).size).toBe(2)
  })

  it('that is history is told to nobody, nor what follows from it', async () => {
    const receiver = await receive(ok)
    await add(receiver.url, ['lead.qualified', 'lead.routed', 'deal.won', 'lead.closed'])
    await recordFacts(ctx, [
      wantsCall('old@firm.example', { isHistory: true }),
      fact('deal.won', 'old@firm.example', { deal: 'd1', proof: 'contract', amountCents: 5 }, { isHistory: true }),
    ])
    expect((await database.pool.query('select 1 from webhook_events')).rowCount).toBe(0)
  })

  it('is not stored when nobody asked for its kind, nor when the facts it follows from are not', async () => {
    const receiver = await receive(ok)
    await add(receiver.url, ['deal.lost'])
    await recordFacts(ctx, [wantsCall('quiet@firm.example')])
    expect((await database.pool.query('select 1 from webhook_events')).rowCount).toBe(0)
  })
})

describe('a receiver', () => {
  /** Tries that are written down: only then is the next one planned. */
  const tries = async () =>
    (await database.pool.query<{ n: number }>('select coalesce(min(tries), 0)::int as n from webhook_deliveries'))
      .rows[0]?.n ?? 0

  it('that fails gets the same event, body and id again, and not for ever', async () => {
    const receiver = await receive((response, n) => void response.writeHead(n < 3 ? 500 : 200).end('hm'))
    const { webhook } = await add(receiver.url, ['lead.qualified'])
    await recordFacts(ctx, [wantsCall('again@firm.example')])
    running = runDeliveries(ctx, door)
    await until(async () => (await tries()) === 1)
    ctx.clock.nowMs += 7_000
    await until(async () => (await tries()) === 2)
    ctx.clock.nowMs += 60_000
    await until(() => receiver.got.length === 3)
    expect(new Set(receiver.got.map((got) => `${got.headers['webhook-id']} ${got.body}`)).size).toBe(1)
    await until(async () => (await readWebhooks(database.pool, ctx.now()))[0]?.waiting === 0)
    const { deliveries } = await listDeliveries(database.pool, ctx.publicUrl, { webhookId: webhook.id, limit: 10 })
    expect(deliveries).toMatchObject([{ status: 'delivered', tries: 3, body: receiver.got[0]?.body }])
    expect(deliveries[0]?.attempts.map((each) => each.statusCode)).toEqual([200, 500, 500])
    expect(deliveries[0]?.attempts[1]).toMatchObject({ error: 'It answered 500.', answer: 'hm' })
  })

  it('that is down for a day gets every event once it is up', async () => {
    const down = await receive(ok)
    const { url } = down
    down.close()
    const { webhook } = await add(url, ['lead.qualified'])
    await recordFacts(ctx, [
      wantsCall('one@down.example'),
      wantsCall('two@down.example'),
      wantsCall('three@down.example'),
    ])
    running = runDeliveries(ctx, door)
    for (const [at, hours] of [0.01, 0.1, 0.2, 0.3, 1, 2, 4, 8, 12].entries()) {
      await until(async () => (await tries()) > at)
      ctx.clock.nowMs += hours * 3_600_000
    }
    expect(ctx.clock.nowMs - Date.now()).toBeGreaterThan(24 * 3_600_000)
    const up = await receive(ok)
    await changeWebhook(ctx, { webhookId: webhook.id, url: up.url }, door)
    await until(() => up.got.length === 3)
    expect(up.got.map((got) => parsed(got).sequence).length).toBe(3)
  })

  it('that says it is gone (410) gets nothing more, and the administrators hear of it', async () => {
    const receiver = await receive((response) => void response.writeHead(410).end())
    const { webhook } = await add(receiver.url, ['lead.qualified'])
    running = runDeliveries(ctx, door)
    await recordFacts(ctx, [wantsCall('gone@firm.example')])
    await until(async () => (await readWebhooks(database.pool, ctx.now()))[0]?.status === 'gone')
    await recordFacts(ctx, [wantsCall('after@firm.example')])
    await wait(700)
    expect(receiver.got).toHaveLength(1)
    const { rows } = await database.pool.query(
      `select data from notices where user_id = $1 and kind = 'webhook_stopped'`,
      [ADMIN],
    )
    expect(rows).toMatchObject([{ data: { webhookId: webhook.id, isGone: true } }])
    await expect(
      replayDeliveries(ctx, { webhookId: webhook.id, which: { since: '2026-01-01T00:00:00Z', onlyFailed: false } }),
    ).rejects.toMatchObject({
      code: 'refused',
    })
  })

  it('that never answers delays the others by less than a second', async () => {
    const slow = await receive(() => undefined)
    const quick = await receive(ok)
    await add(slow.url, ['lead.qualified'])
    await add(quick.url, ['lead.qualified'])
    running = runDeliveries(ctx, { ...door, timeoutMs: 5_000 })
    await recordFacts(
      ctx,
      Array.from({ length: 20 }, (_, i) => wantsCall(`first${i}@firm.example`)),
    )
    await until(() => slow.got.length >= 4 && quick.got.length === 20)
    const delays: number[] = []
    for (let i = 0; i < 5; i++) {
      ctx.clock.nowMs = Date.now()
      const before = quick.got.length
      const startedAt = performance.now()
      await recordFacts(ctx, [wantsCall(`late${i}@firm.example`)])
      const storedAt = performance.now()
      await until(() => quick.got.length > before)
      delays.push((quick.got.at(-1)?.at ?? startedAt) - storedAt)
    }
    expect(Math.max(...delays)).toBeLessThan(1_000)
  })

  it('that is paused gets what waited when it is set going again', async () => {
    const receiver = await receive(ok)
    const { webhook } = await add(receiver.url, ['lead.qualified'])
    await changeWebhook(ctx, { webhookId: webhook.id, status: 'paused' }, door)
    running = runDeliveries(ctx, door)
    await recordFacts(ctx, [wantsCall('paused@firm.example')])
    await wait(700)
    expect(receiver.got).toHaveLength(0)
    await changeWebhook(ctx, { webhookId: webhook.id, status: 'active' }, door)
    await until(() => receiver.got.length === 1)
  })

  it('believes the old and the new secret for a day, then the new one alone', async () => {
    const receiver = await receive(ok)
    const { webhook, secret: old } = await add(receiver.url, ['lead.qualified'])
    const { secret: fresh } = await rotateWebhookSecret(ctx, { webhookId: webhook.id })
    running = runDeliveries(ctx, door)
    await recordFacts(ctx, [wantsCall('turn@firm.example')])
    await until(() => receiver.got.length === 1)
    const [first] = receiver.got
    if (first === undefined) throw new Error('nothing came')
    for (const secret of [old, fresh]) new Webhook(secret).verify(first.body, first.headers)
    await database.pool.query(`update webhooks set old_secret_until = now() - interval '1 minute'`)
    await recordFacts(ctx, [wantsCall('turned@firm.example')])
    await until(() => receiver.got.length === 2)
    const second = receiver.got[1]
    if (second === undefined) throw new Error('nothing came')
    new Webhook(fresh).verify(second.body, second.headers)
    expect(() => new Webhook(old).verify(second.body, second.headers)).toThrow()
  })

  it('can be tried out', async () => {
    const receiver = await receive((response) => void response.writeHead(202).end('thank you'))
    const { webhook, secret } = await add(receiver.url, ['deal.won'])
    expect(await testWebhook(ctx, { webhookId: webhook.id }, door)).toMatchObject({
      statusCode: 202,
      error: null,
      answer: 'thank you',
    })
    const [got] = receiver.got
    if (got === undefined) throw new Error('nothing came')
    expect(new Webhook(secret).verify(got.body, got.headers)).toMatchObject({ type: 'webhook.test' })
  })
})

describe('what was sent', () => {
  it('is sent again on request: one event, or all since a moment, under the same id', async () => {
    const receiver = await receive(ok)
    const { webhook } = await add(receiver.url, ['lead.qualified'])
    running = runDeliveries(ctx, door)
    await recordFacts(ctx, [wantsCall('r1@firm.example'), wantsCall('r2@firm.example')])
    await until(() => receiver.got.length === 2)
    await until(async () => (await readWebhooks(database.pool, ctx.now()))[0]?.waiting === 0)
    const eventId = receiver.got[0]?.headers['webhook-id'] ?? ''
    expect(await replayDeliveries(ctx, { webhookId: webhook.id, which: { eventId } })).toEqual({ count: 1 })
    await until(() => receiver.got.length === 3)
    expect(receiver.got[2]?.headers['webhook-id']).toBe(eventId)
    await until(async () => (await readWebhooks(database.pool, ctx.now()))[0]?.waiting === 0)
    const since = new Date(ctx.now() - 60_000).toISOString()
    expect(await replayDeliveries(ctx, { webhookId: webhook.id, which: { since, onlyFailed: true } })).toEqual({
      count: 0,
    })
    expect(await replayDeliveries(ctx, { webhookId: webhook.id, which: { since, onlyFailed: false } })).toEqual({
      count: 2,
    })
    await until(() => receiver.got.length === 5)
    expect(new Set(receiver.got.map((got) => got.headers['webhook-id'])).size).toBe(2)
  })

  it('is taken by one of several processes, and by another when that one was killed', async () => {
    const receiver = await receive(ok)
    const { webhook } = await add(receiver.url, ['lead.qualified'])
    await recordFacts(ctx, [wantsCall('kill@firm.example')])
    const taken = await Promise.all([1, 2, 3].map(() => claimDue(database.pool, webhook.id, ctx.now(), 4)))
    expect(taken.flat()).toHaveLength(1)
    expect(await claimDue(database.pool, webhook.id, ctx.now() + 30_000, 4)).toHaveLength(0)
    expect(await claimDue(database.pool, webhook.id, ctx.now() + 46_000, 4)).toHaveLength(1)
  })

  it('is forgotten after thirty days, but not what still waits', async () => {
    const receiver = await receive(ok)
    await add(receiver.url, ['lead.qualified'])
    await recordFacts(ctx, [wantsCall('keep@firm.example'), wantsCall('forget@firm.example')])
    await database.pool.query(`update webhook_events set occurred_at = now() - interval '31 days'`)
    await database.pool.query(
      `update webhook_deliveries set status = 'delivered', created_at = now() - interval '31 days'
        where event_id = (select event_id from webhook_events order by sequence limit 1)`,
    )
    ctx.clock.nowMs = Date.now()
    await sweepEvents(ctx)
    expect((await database.pool.query('select 1 from webhook_events')).rowCount).toBe(1)
  })
})
