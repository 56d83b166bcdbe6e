import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { freshGrouping } from './present-grouping.ts'
import { relabelTouches } from './relabel-touches.ts'
import { ENDPOINTS } from './routes.ts'

const MAP = new URL('../../../../shared/data/connector-shapes/segment/referrer_mapping.csv', import.meta.url)
type Person = Awaited<ReturnType<House['as']>>
let house: House
let marketer: Person
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  marketer = await house.as('marketer')
  // The queue is the worker's, which is not here.
  await house.ctx.db.query('create schema if not exists graphile_worker')
  await house.ctx.db.query(
    `create or replace function graphile_worker.add_job(identifier text, payload json, job_key text) returns void language sql as ''`,
  )
  const fact = (n: number, channel: string, data: object) => ({
    kind: 'page.viewed',
    at: house.ctx.now() - n * 60_000,
    messageId: `m${n}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { anonymousId: `v${n}` },
    touch: { channel, origin: null, campaign: null, landingPage: '/p' },
    data: { path: '/p', ...data },
  })
  const capterra = { url: 'https://a.example/p', referrer: 'https://www.capterra.com/x' }
  await recordFacts(house.ctx, [
    fact(1, 'referral', capterra),
    fact(2, 'referral', capterra),
    fact(3, 'referral', { url: 'https://a.example/p', referrer: 'https://blog.example/' }),
    fact(4, 'event', {}),
  ])
})
afterAll(async () => {
  await house.close()
})

const get = async () => (await marketer.ask({ url: '/api/channel-rules' })).json()
const own = { channel: 'Review sites', when: [{ field: 'referrer', op: 'is', values: ['capterra.com'] }] }

it('other rules are tried on the touches that were, put in force, and name old touches anew without touching facts', async () => {
  const before = await get()
  expect(before).toMatchObject({ version: 0, run: null })
  const rules = [own, ...before.rules]
  const preview = await marketer.ask({ method: 'POST', url: '/api/channel-rules/previews', body: { rules, days: 30 } })
  expect(preview.json()).toMatchObject({
    touches: 4,
    share: 1,
    changes: [{ from: 'referral', to: 'review sites', n: 2 }],
    undecided: 0,
  })
  const save = (basedOn: number) =>
    marketer.ask({ method: 'PUT', url: '/api/channel-rules', body: { rules, basedOn, shouldRelabel: true } })
  expect((await save(0)).json()).toEqual({ version: 1 })
  expect((await save(0)).statusCode).toBe(409)
  const { rows } = await house.ctx.db.query<{ run_id: string }>('select run_id from channel_runs')
  await relabelTouches(house.ctx, rows[0]?.run_id ?? '')
  await relabelTouches(house.ctx, rows[0]?.run_id ?? '')
  const facts = await house.ctx.db.query('select channel, regrouped from facts order by message_id')
  expect(facts.rows).toEqual([
    { channel: 'referral', regrouped: 'review sites' },
    { channel: 'referral', regrouped: 'review sites' },
    { channel: 'referral', regrouped: null },
    { channel: 'event', regrouped: null },
  ])
  expect((await get()).run).toMatchObject({ status: 'done', done: 4, changed: 2 })
})

it('a condition without values, and values where none belong, are refused with their place', async () => {
  const rules = [{ channel: 'x', when: [{ field: 'source', op: 'is', values: [] }] }]
  const answer = await marketer.ask({ method: 'PUT', url: '/api/channel-rules', body: { rules, basedOn: 1 } })
  expect(answer.json()).toMatchObject({ status: 400, errors: [{ where: 'body.rules.0.when.0' }] })
})

it('a list of hosts is refused whole with the line that is none', async () => {
  const put = (text: string) => marketer.ask({ method: 'PUT', url: '/api/channel-hosts', body: { text } })
  expect((await put('a,b\n1,2')).statusCode).toBe(400)
  expect((await put('medium,source,host\nsearch,X,not a host\n')).json().errors).toMatchObject([{ where: 'line 2' }])
  expect((await put('medium,source,host\nsearch,X,www.find.example\n')).json()).toEqual({ hosts: 1 })
  expect((await get()).hosts).toBe(1)
})

it.skipIf(!existsSync(MAP))('takes the map of 1,803 hosts (skipped where the data folder is absent)', async () => {
  const text = readFileSync(MAP, 'utf8')
  const answer = await marketer.ask({ method: 'PUT', url: '/api/channel-hosts', body: { text } })
  expect(answer.json().hosts).toBeGreaterThan(1_700)
  await freshGrouping(house.ctx)
})
