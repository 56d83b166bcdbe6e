import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../db/in-transaction.ts'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as ATTRIBUTION } from '../attribution/routes.ts'
import { ENDPOINTS as CAMPAIGNS } from '../campaigns/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { refold } from '../facts/refold.ts'
import { ENDPOINTS as FUNNEL } from '../funnel/routes.ts'
import { ENDPOINTS as LEADS } from '../leads/routes.ts'
import { relabelTouches } from './relabel-touches.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let marketer: Awaited<ReturnType<House['as']>>
const names = ['ada', 'ben', 'cyd', 'dan']
const fact = (name: string, n: number, kind: string, data: object, channel: string | null = null) => ({
  kind,
  at: house.ctx.now() - 3_600_000 + n * 1_000,
  messageId: `${name}:${kind}:${n}`,
  source: 'test',
  actor: null,
  isHistory: true,
  who: { email: `${name}@firm.example` },
  touch: channel === null ? null : { channel, origin: 'capterra.com', campaign: 'spring', landingPage: '/p' },
  data,
})
const capterra = { path: '/p', url: 'https://a.example/p', referrer: 'https://www.capterra.com/x' }

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...FUNNEL, ...LEADS, ...CAMPAIGNS, ...ATTRIBUTION])
  marketer = await house.as('marketer')
  await house.ctx.db.query('create schema if not exists graphile_worker')
  await house.ctx.db.query(
    `create or replace function graphile_worker.add_job(identifier text, payload json, job_key text) returns void language sql as ''`,
  )
  await recordFacts(
    house.ctx,
    names.flatMap((name, place) => [
      fact(name, 0, 'page.viewed', capterra, 'referral'),
      ...(place < 3 ? [fact(name, 1, 'form.submitted', { name: 'contact', path: '/p' })] : []),
    ]),
  )
  await marketer.ask({
    method: 'POST',
    url: '/api/campaigns',
    body: { name: 'Spring', tactic: 'advertising', aliases: ['spring'] },
  })
})
afterAll(() => house.close())

const get = async (url: string) => (await marketer.ask({ url })).json()
const count = (rows: { key?: string | null; label?: string; n: number }[]) =>
  Object.fromEntries(rows.map((row) => [row.key ?? row.label, row.n]))

async function everywhere() {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const now = house.ctx.now()
  const period = `from=${day(now - 3 * 86_400_000)}&to=${day(now + 3 * 86_400_000)}`
  const funnel = await get(`/api/funnel?${period}&by=channel`)
  const credits = await get('/api/attribution?by=channel&level=lead&model=first')
  const paid = await get('/api/attribution/return?by=channel&model=first')
  const { campaigns } = await get('/api/campaigns')
  const { leads } = await get(`/api/campaigns/${campaigns[0].id}/leads`)
  const listed = async (channel: string) =>
    (await get(`/api/leads?channel=${encodeURIComponent(channel)}`)).leads.length as number
  const behind = async (key: string) =>
    (await get(`/api/funnel/rows?${period}&by=channel&reached=inquiry&key=${encodeURIComponent(key)}`)).leads
  const tally = (labels: string[]) =>
    count([...Map.groupBy(labels, (label) => label)].map(([label, all]) => ({ label, n: all.length })))
  return {
    funnel: count(funnel.groups.map((group: { key: string; leads: number }) => ({ key: group.key, n: group.leads }))),
    credits: count(
      credits.rows
        .filter((row: { conversions: number }) => row.conversions > 0)
        .map((row: { label: string; conversions: number }) => ({ label: row.label, n: row.conversions })),
    ),
    returns: count(
      paid.rows
        .filter((row: { leads: number }) => row.leads > 0)
        .map((row: { label: string; leads: number }) => ({ label: row.label, n: row.leads })),
    ),
    campaign: tally(leads.map((lead: { channel: string }) => lead.channel)),
    filter: { referral: await listed('referral'), 'review sites': await listed('review sites') },
    rows: tally(
      [...(await behind('referral')), ...(await behind('review sites'))].map(
        (lead: { channel: string }) => lead.channel,
      ),
    ),
  }
}

async function putInForce(rules: object[], basedOn: number) {
  const saved = await marketer.ask({
    method: 'PUT',
    url: '/api/channel-rules',
    body: { rules, basedOn, shouldRelabel: true },
  })
  expect(saved.statusCode).toBe(200)
  const { rows } = await house.ctx.db.query<{ run_id: string }>(
    'select run_id from channel_runs order by created_at desc limit 1',
  )
  await relabelTouches(house.ctx, rows[0]?.run_id ?? '')
}

const all = (channel: string, leads: number) => ({
  funnel: { [channel]: leads },
  credits: { [channel]: leads },
  returns: { [channel]: leads },
  campaign: { [channel]: leads },
  filter: { referral: 0, 'review sites': 0, [channel]: leads },
  rows: { [channel]: leads },
})

it('channels named anew change the funnel, the list of leads, campaigns, return and credits alike, and go on doing so', async () => {
  const { rules } = await get('/api/channel-rules')
  const own = { channel: 'Review sites', when: [{ field: 'referrer', op: 'is', values: ['capterra.com'] }] }
  expect(await everywhere()).toEqual(all('referral', 3))

  await putInForce([own, ...rules], 0)
  expect(await everywhere()).toEqual(all('review sites', 3))
  const recorded = await house.ctx.db.query(`select distinct channel from facts where channel is not null`)
  expect(recorded.rows).toEqual([{ channel: 'referral' }])

  // A fact that comes later, a story folded anew, and a lead that opens on an older touch keep the name.
  await recordFacts(house.ctx, [
    fact('ada', 5, 'call.made', { outcome: 'no answer' }),
    fact('dan', 5, 'form.submitted', { name: 'contact', path: '/p' }),
  ])
  await inTransaction(house.ctx.db, async (tx) => {
    const { rows } = await tx.query<{ person_id: string }>(
      `select person_id from people where email = 'ben@firm.example'`,
    )
    await refold(
      house.ctx,
      tx,
      rows.map((row) => row.person_id),
    )
  })
  expect(await everywhere()).toEqual(all('review sites', 4))

  await putInForce(rules, 1)
  expect(await everywhere()).toEqual(all('referral', 4))
})
