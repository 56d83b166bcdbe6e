import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import type { Who } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as FACTS } from '../facts/routes.ts'
import { ENDPOINTS as PEOPLE } from '../people/routes.ts'
import { eraseAgain } from './erase-again.ts'
import { PARTS } from './export-person.ts'
import { findErased } from './find-erased.ts'
import { applyRetention, olderThan } from './retention.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let admin: Ask
let home = ''
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...FACTS, ...PEOPLE])
  home = mkdtempSync(join(tmpdir(), 'ensemble-privacy-'))
  house.ctx.home = home
  admin = (await house.as('admin')).ask
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

let minute = 0
async function tell(who: Who, kind: string, data: object, campaign: string | null = null): Promise<string> {
  minute += 1
  const [told] = await recordFacts(
    house.ctx,
    [
      {
        kind,
        at: Date.UTC(2026, 1, 2, 9, minute),
        messageId: randomUUID(),
        source: 'test',
        actor: null,
        isHistory: true,
        who,
        touch:
          campaign === null
            ? null
            : { channel: 'email', origin: null, campaign, landingPage: '/offer?u=zora.quill@moor.example' },
        data,
      },
    ],
    { shouldRoute: false },
  )
  return told?.personId ?? ''
}

const WHO = {
  email: 'zora.quill@moor.example',
  phone: '+33 6 12 98 76 54',
  externalId: 'CRM-778812',
  anonymousId: 'browser-of-zora',
}
const WORDS = ['zora', 'quill', 'CRM-778812', '+33612987654', 'browser-of-zora']

async function makeZora(): Promise<string> {
  await tell(
    WHO,
    'page.viewed',
    { path: '/prices', url: 'https://moor.example/?mail=zora.quill@moor.example' },
    'spring',
  )
  const id = await tell(WHO, 'form.submitted', { name: 'demo', fields: { message: 'Zora Quill here' } }, 'spring')
  await tell(WHO, 'person.identified', {
    person: { name: 'Zora Quill', email: WHO.email, phone: WHO.phone },
    account: { name: 'Quill Ltd' },
  })
  await tell(WHO, 'stage.recorded', { stage: 'contacted' })
  await tell(WHO, 'note.written', { text: 'Zora likes red' })
  await tell(
    WHO,
    'deal.opened',
    { deal: 'CRM-778812-D', name: 'Quill deal', amountCents: 123_457, currency: 'EUR' },
    'autumn',
  )
  await tell(WHO, 'deal.won', { deal: 'CRM-778812-D', amountCents: 123_457, currency: 'EUR', proof: 'contract' })
  return id
}

async function foundAnywhere(): Promise<string[]> {
  const { rows } = await house.ctx.db.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'json', 'jsonb', 'ARRAY') and table_name in (select tablename from pg_tables where schemaname = 'public')`,
  )
  const found: string[] = []
  for (const { t, c } of rows) {
    const { rows: hits } = await house.ctx.db.query(
      `select 1 from ${t} where exists (select 1 from unnest($1::text[]) as w where strpos(lower(${c}::text), lower(w)) > 0) limit 1`,
      [WORDS],
    )
    if (hits.length > 0) found.push(`${t}.${c}`)
  }
  return found
}

const money = async (id: string) => {
  const touches = await house.ctx.db.query(
    'select occurred_at, channel, campaign from facts where person_id = $1 and channel is not null order by occurred_at, channel, campaign',
    [id],
  )
  const deals = await house.ctx.db.query(
    'select status, amount_cents, currency, opened_at, closed_at, attempt from deals where person_id = $1',
    [id],
  )
  const marks = await house.ctx.db.query(
    'select attempt, opened_at, qualified_at, accepted_at, contacted_at, opportunity_at, won_at from leads where person_id = $1 order by attempt',
    [id],
  )
  return JSON.stringify([touches.rows, deals.rows, marks.rows])
}

describe('erasing somebody', () => {
  it('takes them out of every column, keeps money, campaigns and milestones, and recognises them again', async () => {
    const id = await makeZora()
    const other = await tell({ email: 'ben@other.example' }, 'note.written', {
      text: 'Was recommended by Zora Quill (zora.quill@moor.example)',
    })
    const before = await money(id)
    expect(await foundAnywhere()).not.toEqual([])
    const preview = (await admin({ url: `/api/people/${id}/erasure` })).json()
    expect(preview).toMatchObject({ confirm: WHO.email, stays: { deals: 1, wonCents: 123_457 }, goes: { mentions: 1 } })
    const refused = await admin({
      method: 'POST',
      url: `/api/people/${id}/erasure`,
      body: { reason: 'asked by mail', confirm: 'someone' },
    })
    expect(refused.statusCode).toBe(422)
    const done = await admin({
      method: 'POST',
      url: `/api/people/${id}/erasure`,
      body: { reason: 'asked by mail', confirm: WHO.email },
    })
    expect(done.statusCode, done.body).toBe(200)
    expect(await foundAnywhere()).toEqual([])
    expect(await money(id)).toBe(before)
    await expectSound(house.ctx, id)
    await expectSound(house.ctx, other)
    expect([
      ...(await findErased(house.ctx, [
        { email: 'Zora.Quill@moor.example' },
        { email: 'x@y.example' },
        { externalId: 'CRM-778812' },
      ])),
    ]).toEqual([0, 2])
    const log = (await admin({ url: '/api/privacy/log' })).json()
    expect(log.entries[0]).toMatchObject({ what: 'erased', personId: id, data: { reason: 'asked by mail' } })
  })

  it('is done again before serving when an older backup brings them back', async () => {
    // The database is as before the erasure: no tombstones, the person under another id with the same address.
    await house.ctx.db.query('delete from erasures')
    const id = await makeZora()
    expect(await foundAnywhere()).not.toEqual([])
    expect(await eraseAgain(house.ctx)).toBeGreaterThanOrEqual(1)
    expect(await foundAnywhere()).toEqual([])
    await expectSound(house.ctx, id)
    expect(await eraseAgain(house.ctx)).toBe(0)
  })

  it('is for administrators; managers may export', async () => {
    const id = await tell({ email: 'may@other.example' }, 'form.submitted', { name: 'demo' })
    const manager = (await house.as('manager')).ask
    const seller = (await house.as('seller')).ask
    expect((await manager({ url: `/api/people/${id}/erasure` })).statusCode).toBe(403)
    expect((await seller({ url: `/api/people/${id}/export` })).statusCode).toBe(403)
    const held = await manager({ url: `/api/people/${id}/export` })
    expect(held.json().parts.identities).toMatchObject([{ kind: 'email', value: 'may@other.example' }])
    expect((await manager({ url: `/api/people/${id}/export?as=html` })).body).toContain('may@other.example')
  })
})

describe('an export', () => {
  it('knows every table that has rows of a person', async () => {
    const { rows } = await house.ctx.db.query<{ t: string }>(
      `select distinct table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'person_id' order by 1`,
    )
    expect(rows.map((row) => row.t).filter((name) => PARTS[name] === undefined)).toEqual([
      'deal_changes',
      'erasures',
      'people_gone',
    ])
  })
})

describe('consents', () => {
  it('are told by purpose with their proof, and a withdrawal is a warning', async () => {
    const id = await tell({ email: 'cleo@other.example' }, 'consent.given', {
      purpose: 'phone',
      proof: 'Form demo, wording 1',
    })
    await tell({ email: 'cleo@other.example' }, 'consent.withdrawn', { purpose: 'phone' })
    const { consents } = (await admin({ url: `/api/people/${id}/consents` })).json()
    const phone = consents.find((each: { purpose: string }) => each.purpose === 'phone')
    expect(phone).toMatchObject({
      state: 'withdrawn',
      history: [{ isGiven: false }, { isGiven: true, proof: 'Form demo, wording 1' }],
    })
    const warned = (await admin({ method: 'POST', url: '/api/privacy/warnings', body: { people: [id] } })).json()
    expect(warned.warnings).toMatchObject([{ personId: id, covers: 'phone' }])
    const call = { kind: 'call.made', who: { personId: id }, data: { outcome: 'connected' } }
    const called = await admin({ method: 'POST', url: '/api/facts', body: { facts: [call] } })
    expect(called.json()).toMatchObject({
      facts: [{ status: 'recorded' }],
      warnings: [{ personId: id, covers: 'phone' }],
    })
  })

  it('keep every wording', async () => {
    const body = { name: 'News', basis: 'consent', covers: 'e-mail', wording: 'Send me news.', isActive: true }
    const put = (wording: string) =>
      admin({ method: 'PUT', url: '/api/privacy/purposes/news', body: { ...body, wording } })
    expect((await put('Send me news.')).json()).toMatchObject({ version: 1 })
    expect((await put('Send me news.')).json()).toMatchObject({ version: 1 })
    expect((await put('Send me all news.')).json()).toMatchObject({ version: 2 })
  })
})

describe('retention', () => {
  it('is off until it is put on, previews what it would take, and leaves leads alone', async () => {
    const old = await tell({ anonymousId: 'long-gone' }, 'page.viewed', { path: '/' })
    const lead = await tell({ email: 'lead@other.example' }, 'form.submitted', { name: 'demo' })
    house.ctx.now = () => Date.UTC(2028, 1, 2)
    try {
      expect(await applyRetention(house.ctx)).toEqual({})
      const preview = (await admin({ url: '/api/privacy/retention/preview?rule=visitors&months=13' })).json()
      expect(preview).toMatchObject({ n: 1, isCounted: true })
      await admin({ method: 'PUT', url: '/api/privacy/retention', body: { rule: 'visitors', months: 13, isOn: true } })
      expect(await applyRetention(house.ctx)).toEqual({ visitors: 1 })
    } finally {
      house.ctx.now = Date.now
    }
    const { rows } = await house.ctx.db.query('select person_id from people where person_id = any($1)', [[old, lead]])
    expect(rows).toEqual([{ person_id: lead }])
  })

  it.each([
    ['2026-03-31T00:00:00Z', 1, '2026-02-28'],
    ['2028-02-29T00:00:00Z', 12, '2027-02-28'],
    ['2026-01-15T00:00:00Z', 13, '2024-12-15'],
  ])('counts months of the calendar: %s less %i is %s', (now, months, day) => {
    expect(olderThan(Date.parse(now), months).toISOString().slice(0, 10)).toBe(day)
  })
})
