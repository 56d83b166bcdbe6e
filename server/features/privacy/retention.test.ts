import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { applyRetention, type Rule, saveRule } from './retention.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let home = ''
let by = ''
const now = Date.UTC(2026, 5, 1)
const old = Date.UTC(2023, 0, 10)
const young = Date.UTC(2026, 4, 20)

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  home = mkdtempSync(join(tmpdir(), 'ensemble-retention-'))
  house.ctx.home = home
  house.ctx.now = () => now
  by = (await house.as('admin')).id
})
afterAll(async () => {
  await house.close()
  rmSync(home, { recursive: true, force: true })
})

async function tell(name: string, at: number, kind: string, data: object): Promise<string> {
  const who = name.includes('@') ? { email: name } : { anonymousId: name }
  const fact = {
    kind,
    at,
    messageId: randomUUID(),
    source: 'test',
    actor: null,
    isHistory: true,
    who,
    touch: null,
    data,
  }
  const [told] = await recordFacts(house.ctx, [fact], { shouldRoute: false })
  return told?.personId ?? ''
}

/** Puts one rule on, applies it twice, and says what each run took. */
async function apply(rule: Rule, months: number): Promise<(number | undefined)[]> {
  await saveRule(house.ctx, by, { rule, months, isOn: true })
  const taken = [await applyRetention(house.ctx), await applyRetention(house.ctx)]
  await saveRule(house.ctx, by, { rule, months, isOn: false })
  return taken.map((each) => each[rule])
}
const query = async (sql: string, values: unknown[] = []) => (await house.ctx.db.query(sql, values)).rows
const factsOf = async (id: string) =>
  (await query('select kind, occurred_at from facts where person_id = $1 order by occurred_at', [id])).map(
    ({ kind, occurred_at }) => `${kind} ${occurred_at.getUTCFullYear()}`,
  )

it('visits: pages of people who never became a lead go by age, their story stays sound, leads keep theirs', async () => {
  const known = await tell('ida@a.example', old, 'person.identified', { person: { name: 'Ida' } })
  await tell('ida@a.example', old, 'page.viewed', { path: '/prices' })
  await tell('ida@a.example', young, 'page.viewed', { path: '/prices' })
  const lead = await tell('leo@a.example', old, 'page.viewed', { path: '/prices' })
  await tell('leo@a.example', old + 1_000, 'form.submitted', { name: 'demo' })
  expect(await apply('visits', 13)).toEqual([1, 0])
  expect(await factsOf(known)).toEqual(['person.identified 2023', 'page.viewed 2026'])
  expect(await factsOf(lead)).toEqual(['page.viewed 2023', 'form.submitted 2023'])
  await expectSound(house.ctx, known)
})

it('visitors: who is unknown and did not come back goes whole; who came back or became a lead stays', async () => {
  const gone = await tell('v1', old, 'page.viewed', { path: '/' })
  const back = await tell('v2', old, 'page.viewed', { path: '/' })
  await tell('v2', young, 'page.viewed', { path: '/' })
  expect(await apply('visitors', 13)).toEqual([1, 0])
  expect(await query('select person_id from people where person_id = any($1)', [[gone, back]])).toEqual([
    { person_id: back },
  ])
  expect(await query('select 1 from identities where person_id = $1', [gone])).toEqual([])
  expect(await query('select 1 from people_gone where person_id = $1', [gone])).not.toEqual([])
})

it('closed leads: people whose leads and deals are all closed and old are erased; one that is open stays', async () => {
  const closed = await tell('max@a.example', old, 'form.submitted', { name: 'demo' })
  await tell('max@a.example', old + 1_000, 'lead.disqualified', { reason: 'no budget' })
  const open = await tell('nina@a.example', old, 'form.submitted', { name: 'demo' })
  const recent = await tell('otto@a.example', old, 'form.submitted', { name: 'demo' })
  await tell('otto@a.example', young, 'lead.disqualified', { reason: 'no budget' })
  expect(await apply('closed leads', 24)).toEqual([1, 0])
  const rows = await query('select person_id, erased_at is not null as gone from people where person_id = any($1)', [
    [closed, open, recent],
  ])
  expect(Object.fromEntries(rows.map((row) => [row.person_id, row.gone]))).toEqual({
    [closed]: true,
    [open]: false,
    [recent]: false,
  })
  expect(await query('select reason from erasures where person_id = $1', [closed])).toEqual([{ reason: 'retention' }])
})

it('mails: what was sent long ago goes; what waits and what is recent stays', async () => {
  const put = (status: string, at: number) =>
    query(
      `insert into mails (mail_id, address, kind, subject, status, next_try_at, created_at) values (gen_random_uuid(), 'a@b.example', 'test', $1, $1, $2, $2)`,
      [status, new Date(at)],
    )
  for (const [status, at] of [
    ['sent', old],
    ['failed', old],
    ['waiting', old],
    ['sent', young],
  ] as const)
    await put(status, at)
  expect(await apply('mails', 6)).toEqual([2, 0])
  expect(await query('select status, created_at from mails order by created_at')).toEqual([
    { status: 'waiting', created_at: new Date(old) },
    { status: 'sent', created_at: new Date(young) },
  ])
})

it('webhooks: events that were delivered long ago go with their tries; one that still waits stays', async () => {
  const hook = randomUUID()
  await query(
    `insert into webhooks (webhook_id, url, note, kinds, secret, created_by, created_at) values ($1, 'https://x.example', '', '{}', 's', $2, now())`,
    [hook, by],
  )
  const put = async (status: string, at: number) => {
    const event = randomUUID()
    await query(`insert into webhook_events (event_id, kind, occurred_at, data) values ($1, 'lead.opened', $2, '{}')`, [
      event,
      new Date(at),
    ])
    await query(
      `insert into webhook_deliveries (webhook_id, event_id, status, next_try_at, created_at) values ($1, $2, $3, $4, $4)`,
      [hook, event, status, new Date(at)],
    )
    await query('insert into webhook_tries (webhook_id, event_id, at, took_ms) values ($1, $2, $3, 5)', [
      hook,
      event,
      new Date(at),
    ])
    return event
  }
  await put('delivered', old)
  const waits = await put('waiting', old)
  const recent = await put('delivered', young)
  expect(await apply('webhooks', 6)).toEqual([1, 0])
  const left = (await query('select event_id from webhook_tries')).map((row) => row.event_id).sort()
  expect(left).toEqual([waits, recent].sort())
})

it('import rows: the rows as they were sent go, what was said of them stays', async () => {
  const put = async (finished: number) => {
    const id = randomUUID()
    await query(
      `insert into imports (import_id, profile, title, status, files, created_by, created_at, finished_at) values ($1, 'contacts', 'x', 'done', '[]', $3, $2, $2)`,
      [id, new Date(finished), by],
    )
    await query(
      `insert into import_issues (import_id, issue, file, row_number, severity, code, message, raw) values ($1, 1, 'a.csv', 2, 'dropped', 'x', 'no address', 'Ana;nothing')`,
      [id],
    )
    return id
  }
  const [before, after] = [await put(old), await put(young)]
  expect(await apply('import rows', 12)).toEqual([1, 0])
  const rows = await query('select import_id, message, raw from import_issues')
  expect(Object.fromEntries(rows.map((row) => [row.import_id, [row.message, row.raw]]))).toEqual({
    [before]: ['no address', null],
    [after]: ['no address', 'Ana;nothing'],
  })
})
