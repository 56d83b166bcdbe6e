import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { createWriteKey } from '../keys/create-write-key.ts'
import { ENDPOINTS } from './routes.ts'

/** ENSEMBLE_TEST_FUZZ=10000 for the full run. */
const RUNS = Number(process.env.ENSEMBLE_TEST_FUZZ ?? 150)
const PATHS = ['track', 'identify', 'page', 'screen', 'group', 'alias', 'batch', 'import', 't', 'b']

let house: House
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  const { writeKey } = await createWriteKey(house.ctx, null, { name: 'Site' })
  headers = { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' }
})
afterAll(() => house.close())

const send = (path: string, payload: string | Buffer, more: Record<string, string> = {}) =>
  house.app.inject({ method: 'POST', url: `/v1/${path}`, headers: { ...headers, ...more }, payload })
const batch = (events: readonly unknown[]) => send('batch', JSON.stringify({ batch: events }))
const good = (messageId: string) => ({ type: 'track', event: 'Seen', anonymousId: 'good', messageId })
const stored = async () =>
  (await house.ctx.db.query<{ n: number }>('select count(*)::int as n from facts')).rows[0]?.n ?? 0

describe('a batch with one bad event', () => {
  it.each([
    ['a NUL', { ...good('b'), properties: { a: 'x\u0000' } }, 'properties.a'],
    ['half a character', { ...good('b'), properties: { a: '\ud83d' } }, 'properties.a'],
    ['no type', { event: 'x', anonymousId: 'v' }, 'type'],
    ['an unknown type', { type: 'pixel', anonymousId: 'v' }, 'type'],
    ['nobody', { type: 'track', event: 'x' }, 'anonymousId'],
    ['a moment that is none', { ...good('b'), timestamp: 'yesterday' }, 'timestamp'],
    ['a name too long', { ...good('b'), event: 'x'.repeat(201) }, 'event'],
    ['more than 32 KB', { ...good('b'), properties: { a: 'x'.repeat(33_000) } }, 'event'],
    ['a moment before 1970', { ...good('b'), timestamp: '1950-01-01T00:00:00Z' }, 'at'],
  ])('names %s with its place and stores the others', async (_name, bad, where) => {
    const before = await stored()
    const id = `g-${_name}`
    const answer = await batch([good(`${id}-1`), bad, good(`${id}-2`)])
    expect(answer.statusCode).toBe(200)
    const body = answer.json()
    expect(body).toMatchObject({ success: false, recorded: 2, refused: [{ index: 1 }] })
    expect(body.refused[0].errors[0].where).toBe(where)
    expect(body.refused[0].mend).not.toBe('')
    expect(await stored()).toBe(before + 2)
  })

  it.each([
    ['nesting without end', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['__proto__', '{"__proto__":{"isAdmin":true}}'],
    ['1e400', '1e400'],
  ])('names %s', async (name, inner) => {
    const body = `{"batch":[${JSON.stringify(good(`h-${name}`))},{"type":"track","event":"x","anonymousId":"v","properties":{"p":${inner}}}]}`
    const answer = (await send('batch', body)).json()
    expect(answer).toMatchObject({ success: false, recorded: 1, refused: [{ index: 1 }] })
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })
})

describe('limits', () => {
  it('refuses 2,501 events, and more than 500 KB, and stores nothing', async () => {
    const before = await stored()
    const many = Array.from({ length: 2_501 }, (_, index) => ({
      type: 'track',
      event: 'x',
      userId: 'u',
      messageId: `m${index}`,
    }))
    expect((await batch(many)).statusCode).toBe(413)
    expect((await send('batch', JSON.stringify({ batch: [{ a: 'x'.repeat(512_000) }] }))).statusCode).toBe(413)
    expect(await stored()).toBe(before)
  })

  it('takes 2,500 in one, packed', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => ({
      type: 'track',
      event: 'x',
      anonymousId: `v${index % 50}`,
      messageId: `k${index}`,
    }))
    const answer = await send('batch', gzipSync(JSON.stringify({ batch: many })), { 'content-encoding': 'gzip' })
    expect(answer.json()).toMatchObject({ success: true, recorded: 2_500, refused: [] })
  })

  it.each([10, 200])('stops unpacking a bomb of %i MB', async (megabytes) => {
    const bomb = gzipSync(Buffer.alloc(megabytes * 1_000_000, 32))
    const before = process.memoryUsage().rss
    const answer = await send('batch', bomb, { 'content-encoding': 'gzip' })
    expect(answer.statusCode).toBe(413)
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000)
  })

  it.each([
    ['is not gzip', 'not gzip at all', { 'content-encoding': 'gzip' }],
    ['is packed otherwise', '{}', { 'content-encoding': 'br' }],
    ['is not JSON', '{"a":', {}],
    ['is empty', '', {}],
    ['is not UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}],
    ['is a list', '[]', {}],
    ['is a number', '1e400', {}],
    ['is a batch of nothing', '{"batch":[]}', {}],
  ])('says what to do about a body that %s', async (_name, payload, more) => {
    // The key came in the header, so that it is the body that is judged.
    const answer = await send('batch', payload, more)
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().mend).not.toBe('')
  })
})

describe('clocks', () => {
  it('corrects a clock that is ten years off by sentAt, and says so where it cannot', async () => {
    const off = Date.now() + 10 * 365 * 86_400_000
    const corrected = { ...good('c1'), anonymousId: 'clock', timestamp: new Date(off - 60_000).toISOString() }
    const answer = await send('batch', JSON.stringify({ batch: [corrected], sentAt: new Date(off).toISOString() }))
    expect(answer.json().notes).toEqual([])
    const ahead = await batch([{ ...good('c2'), anonymousId: 'clock', timestamp: new Date(off).toISOString() }])
    expect(ahead.json().notes).toMatchObject([{ index: 0, messageId: 'c2' }])
    const { rows } = await house.ctx.db.query<{ at: Date; message_id: string }>(
      `select occurred_at as at, message_id from facts where message_id in ('c1', 'c2') order by message_id`,
    )
    const agoMs = rows.map((row) => Date.now() - row.at.getTime())
    expect(agoMs[0]).toBeGreaterThanOrEqual(59_000)
    expect(agoMs[0]).toBeLessThan(90_000)
    expect(agoMs[1]).toBeLessThan(30_000)
  })

  it('takes an event a month late, and the same five times once', async () => {
    const late = { ...good('late'), timestamp: new Date(Date.now() - 30 * 86_400_000).toISOString() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => batch([late])))
    expect(answers.map((answer) => answer.json().recorded).sort()).toEqual([0, 0, 0, 0, 1])
  })
})

it(`answers ${RUNS} hostile bodies a path without a fault of its own`, { timeout: 600_000 }, async () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      '\u0000',
      '\ud800',
      '',
      'x'.repeat(5_000),
      -1,
      1e308,
      Number.MAX_SAFE_INTEGER,
      null,
      true,
      [],
      {},
      [[]],
    ),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const field = fc.constantFrom(
    'type',
    'event',
    'userId',
    'anonymousId',
    'messageId',
    'timestamp',
    'sentAt',
    'context',
    'traits',
    'properties',
    'groupId',
    'previousId',
    'name',
    'batch',
    'integrations',
    'writeKey',
  )
  const event = fc
    .dictionary(field, odd, { maxKeys: 6 })
    .map((fields) => ({ anonymousId: 'fuzz', event: 'x', ...fields }))
  const body = fc.oneof(
    event,
    odd,
    fc.array(event, { maxLength: 4 }).map((events) => ({ batch: events.map((each) => ({ type: 'track', ...each })) })),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), body, async (path, value) => {
      const answer = await send(path, JSON.stringify(value) ?? 'undefined')
      expect(answer.statusCode).toBeLessThan(500)
      if (answer.statusCode >= 400) expect(answer.json().detail).not.toBe('')
    }),
    { numRuns: RUNS },
  )
  expect((await batch([good('after')])).json().recorded).toBe(1)
})
