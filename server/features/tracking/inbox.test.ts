import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as HEALTH } from '../health/routes.ts'
import { createWriteKey } from '../keys/create-write-key.ts'
import { erasePerson } from '../privacy/erase-person.ts'
import { exportPerson } from '../privacy/export-person.ts'
import { ENDPOINTS as WEBSITE } from '../website/routes.ts'
import { readInboxState } from './inbox-state.ts'
import { keepTaking } from './keep-taking.ts'
import { ENDPOINTS } from './routes.ts'
import { settleInbox } from './settle-inbox.ts'
import { takeAhead, takeFailed, takeSome } from './take-some.ts'

/** Tests never assert a time; this is only how long a busy machine is waited for. */
const LONG = { timeout: 30_000, interval: 200 }
const FORBID_POISON = `alter table facts add constraint no_poison check (message_id not like 'poison%') not valid`

let house: House
let headers: Record<string, string>
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...HEALTH, ...WEBSITE])
  const { writeKey } = await createWriteKey(house.ctx, null, { name: 'Site' })
  headers = { authorization: `Basic ${btoa(`${writeKey}:`)}` }
})
beforeEach(async () => {
  await house.ctx.db.query('truncate inbox')
  house.ctx.intake = 'inbox'
  delete house.ctx.mostWaiting
})
afterEach(() =>
  house.ctx.db.query('alter table facts drop constraint if exists no_poison, drop constraint if exists nothing'),
)
afterAll(() => house.close())

const send = (path: string, body: unknown) => house.ask({ method: 'POST', url: `/v1/${path}`, body, headers })
const seen = (messageId: string, anonymousId = 'visitor') => ({ event: 'Seen', anonymousId, messageId })
const form = (messageId: string, who: string) => ({
  event: 'Form Submitted',
  anonymousId: who,
  messageId,
  properties: { email: `${who}@lume.example`, form: 'demo', wantsCall: true },
})
const timesOf = async (like: string) => {
  const { rows } = await house.ctx.db.query<{ message_id: string; n: number }>(
    'select message_id, count(*)::int as n from facts where message_id like $1 group by 1 order by 1',
    [like],
  )
  return Object.fromEntries(rows.map((row) => [row.message_id, row.n]))
}
const waiting = async () => (await readInboxState(house.ctx.db)).waiting

describe('an event that comes while the house is busy', () => {
  it('is stored before it is answered, and in the story of its person a moment later', async () => {
    const answer = await send('track', form('busy-1', 'ana'))
    expect(answer.json()).toMatchObject({ success: true, status: 'accepted' })
    expect(await waiting()).toBe(1)
    expect(await timesOf('busy-1%')).toEqual({})
    await settleInbox(house.ctx)
    expect(await waiting()).toBe(0)
    const { rows } = await house.ctx.db.query<{ person_id: string; fact_id: string; stage: string }>(
      `select p.person_id, f.fact_id, l.stage from people p join leads l using (person_id) join facts f using (person_id)
       where p.email = 'ana@lume.example' and f.message_id = 'busy-1'`,
    )
    expect(rows).toMatchObject([{ fact_id: answer.json().factId, stage: 'qualified' }])
    await expectSound(house.ctx, rows[0]?.person_id ?? '')
  })

  it('is named in the answer when it is refused', async () => {
    expect((await send('track', { event: 'x' })).json()).toMatchObject({ errors: [{ where: 'anonymousId' }] })
    const bad = { type: 'track', anonymousId: 'v', event: 'x', timestamp: 'yesterday' }
    const good = { type: 'track', ...seen('named-1') }
    expect((await send('batch', { batch: [good, bad] })).json()).toMatchObject({
      success: false,
      recorded: 0,
      accepted: 1,
      refused: [{ index: 1, errors: [{ where: 'timestamp' }] }],
    })
    await settleInbox(house.ctx)
    expect(await timesOf('named-%')).toEqual({ 'named-1': 1 })
  })

  it('counts once, however often and by whichever way it comes', async () => {
    await send('track', seen('once-1'))
    await send('track', seen('once-1'))
    house.ctx.intake = 'whole'
    expect((await send('track', seen('once-1'))).json()).toMatchObject({ status: 'recorded' })
    await send('track', seen('once-2'))
    house.ctx.intake = 'inbox'
    await send('track', seen('once-2'))
    await send('batch', {
      batch: [
        { type: 'track', ...seen('once-1') },
        { type: 'track', ...seen('once-3') },
      ],
    })
    const taken = await takeSome(house.ctx, 100)
    expect(taken).toMatchObject({ messages: 5, recorded: 1, duplicate: 4, failed: 0 })
    expect(await timesOf('once-%')).toEqual({ 'once-1': 1, 'once-2': 1, 'once-3': 1 })
  })

  it('is taken in once when many take at the same time', async () => {
    for (let index = 0; index < 30; index++) await send('track', seen(`many-${index}`, `many-${index % 3}`))
    const taking = Array.from({ length: 3 }, () => keepTaking(house.ctx))
    await settleInbox(house.ctx)
    for (const each of taking) await each.stop()
    expect(Object.values(await timesOf('many-%'))).toEqual(Array.from({ length: 30 }, () => 1))
  })
})

describe('what is read ahead', () => {
  it('is recorded once, put back when it is left, and taken apart when one of it cannot be recorded', async () => {
    await send('batch', { batch: Array.from({ length: 5 }, (_, n) => ({ type: 'track', ...seen(`ahead-${n}`) })) })
    await (await takeAhead(house.ctx, 10)).leave()
    expect(await waiting()).toBe(5)
    expect(await (await takeAhead(house.ctx, 10)).finish()).toMatchObject({ recorded: 5, failed: 0 })
    await house.ctx.db.query(FORBID_POISON)
    await send('track', seen('poison-ahead'))
    await send('track', seen('ahead-fine'))
    expect(await (await takeAhead(house.ctx, 10)).finish()).toMatchObject({ recorded: 1, failed: 1 })
    expect(await timesOf('ahead-%')).toEqual(
      Object.fromEntries(['0', '1', '2', '3', '4', 'fine'].map((name) => [`ahead-${name}`, 1])),
    )
  })
})

describe('the way of an event', () => {
  it('leaves what waits waiting while a crowd is answered', async () => {
    let isHeld = true
    const taking = keepTaking(house.ctx, () => isHeld)
    await send('track', seen('held-1'))
    taking.wake()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await waiting()).toBe(1)
    isHeld = false
    await expect.poll(waiting, LONG).toBe(0)
    await taking.stop()
    expect(await timesOf('held-%')).toEqual({ 'held-1': 1 })
  })

  it('is whole while few come, the inbox while many do, and whole again when hardly anything waits', async () => {
    house.ctx.intake = 'auto'
    const comesWhole = async () => (await send('track', seen(`calm-${randomUUID()}`))).json().status
    const taking = keepTaking(house.ctx)
    // What the tests before put into the inbox may still be told of.
    await expect.poll(comesWhole, LONG).toBe('recorded')
    await taking.stop()
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => send('track', seen(`crowd-${index}`, `crowd-${index % 20}`))),
    )
    expect(answers.filter((answer) => answer.statusCode !== 200)).toEqual([])
    expect(new Set(answers.map((answer) => answer.json().status))).toEqual(new Set(['recorded', 'accepted']))
    const takingAgain = keepTaking(house.ctx)
    await expect.poll(comesWhole, LONG).toBe('recorded')
    await takingAgain.stop()
    const times = await timesOf('crowd-%')
    expect(Object.keys(times)).toHaveLength(300)
    expect(new Set(Object.values(times))).toEqual(new Set([1]))
  }, 60_000)

  it('does not stand in line when a hand is raised', async () => {
    house.ctx.intake = 'auto'
    const pages = Array.from({ length: 120 }, (_, n) => send('track', seen(`line-${n}`, `reader-${n}`)))
    const raised = await send('track', form('line-form', 'eva'))
    const answers = await Promise.all(pages)
    expect(answers.some((answer) => answer.json().status === 'accepted')).toBe(true)
    expect(raised.json().status).toBe('recorded')
    await settleInbox(house.ctx)
    expect(await timesOf('line-form')).toEqual({ 'line-form': 1 })
  })

  it('is closed when too much waits: 503 before the body is read, and open again when there is room', async () => {
    house.ctx.mostWaiting = 3
    const accepted: string[] = []
    const next = async () => {
      const messageId = `full-${accepted.length}`
      const { statusCode } = await send('track', seen(messageId))
      if (statusCode === 200) accepted.push(messageId)
      return statusCode
    }
    // What the tests before put there may still be counted.
    await expect.poll(next, LONG).toBe(200)
    while ((await next()) === 200) expect(accepted.length).toBeLessThan(5)
    const refused = await send('track', '{ no JSON')
    expect(refused.statusCode).toBe(503)
    expect(refused.headers['retry-after']).toBeDefined()
    expect(refused.json().mend).not.toBe('')
    expect((await send('batch', { batch: [{ type: 'track', ...seen('full-9') }] })).statusCode).toBe(503)
    await settleInbox(house.ctx)
    await expect.poll(next, LONG).toBe(200)
    await settleInbox(house.ctx)
    expect(Object.keys(await timesOf('full-%'))).toEqual(accepted.sort())
  }, 60_000)
})

describe('an event that cannot be taken in', () => {
  it('harms no other, is kept with its reason and told, and is taken in once it can', async () => {
    await house.ctx.db.query(FORBID_POISON)
    const events = Array.from({ length: 9 }, (_, index) => ({
      type: 'track',
      ...seen(index === 4 ? 'poison' : `fine-${index}`),
    }))
    await send('batch', { batch: events })
    await send('track', seen('fine-9'))
    const taken = await takeSome(house.ctx, 100)
    expect(taken).toMatchObject({ messages: 10, recorded: 9, failed: 1 })
    expect(Object.keys(await timesOf('fine-%'))).toHaveLength(9)
    expect((await house.ask({ url: '/api/health' })).json().inbox).toMatchObject({ waiting: 0, failed: 1 })
    const admin = await house.as('admin')
    expect((await admin.ask({ url: '/api/website' })).json().inbox).toMatchObject({
      waiting: 0,
      failedInAll: 1,
      failed: [{ messageId: 'poison', why: expect.stringContaining('no_poison') }],
    })
    expect(await takeFailed(house.ctx, house.ctx.now() + 1)).toMatchObject({ failed: 1 })
    await house.ctx.db.query('alter table facts drop constraint no_poison')
    expect(await takeFailed(house.ctx, house.ctx.now() + 1)).toMatchObject({ recorded: 1 })
    expect(await timesOf('poison')).toEqual({ poison: 1 })
    expect((await readInboxState(house.ctx.db)).failed).toBe(0)
  })

  it('is not taken for the fault of the event when nothing can be taken in', async () => {
    for (let index = 0; index < 60; index++) await send('track', seen(`stuck-${index}`))
    await house.ctx.db.query(`alter table facts add constraint nothing check (message_id not like 'stuck%')`)
    await expect(takeSome(house.ctx, 100)).rejects.toThrow()
    await house.ctx.db.query('alter table facts drop constraint nothing')
    const { waiting: left, failed } = await readInboxState(house.ctx.db)
    expect(failed).toBeLessThanOrEqual(20)
    expect(left + failed).toBe(60)
    await settleInbox(house.ctx)
    await takeFailed(house.ctx, house.ctx.now() + 1)
    expect(Object.keys(await timesOf('stuck-%'))).toHaveLength(60)
  })
})

describe('somebody whose events wait', () => {
  const personOf = async (email: string) =>
    (await house.ctx.db.query<{ person_id: string }>('select person_id from people where email = $1', [email])).rows[0]
      ?.person_id ?? ''

  it('is exported and erased with them', async () => {
    house.ctx.intake = 'whole'
    await send('track', form('gone-1', 'eva'))
    house.ctx.intake = 'inbox'
    await send('track', { ...seen('gone-2', 'eva'), properties: { wrote: 'eva@lume.example' } })
    const personId = await personOf('eva@lume.example')
    const { parts } = await exportPerson(house.ctx, personId, null)
    expect(parts.facts).toContainEqual(expect.objectContaining({ message_id: 'gone-2' }))
    await send('track', { ...seen('gone-3', 'eva'), properties: { wrote: 'eva@lume.example' } })
    await erasePerson(house.ctx, { personId, reason: 'asked', by: null })
    expect(await waiting()).toBe(0)
    const { rows } = await house.ctx.db.query(
      `select 1 from facts where data::text like '%eva@lume%' or identity like '%eva@lume%'`,
    )
    expect(rows).toEqual([])
    const { rows: facts } = await house.ctx.db.query(
      `select 1 from facts where person_id = $1 and kind = 'event.tracked'`,
      [personId],
    )
    expect(facts).toHaveLength(2)
  })

  it('is erased with those that could not be taken in', async () => {
    house.ctx.intake = 'whole'
    await send('track', form('left-1', 'leo'))
    house.ctx.intake = 'inbox'
    await house.ctx.db.query(FORBID_POISON)
    await send('track', seen('poison-leo', 'leo'))
    await send('track', seen('poison-mia', 'mia'))
    const personId = await personOf('leo@lume.example')
    const { parts } = await exportPerson(house.ctx, personId, null)
    expect(parts.inbox).toEqual([expect.objectContaining({ message: expect.stringContaining('poison-leo') })])
    await erasePerson(house.ctx, { personId, reason: 'asked', by: null })
    await house.ctx.db.query('alter table facts drop constraint no_poison')
    const { rows } = await house.ctx.db.query('select body from inbox')
    expect(rows).toEqual([{ body: expect.stringContaining('poison-mia') }])
    await takeFailed(house.ctx, house.ctx.now() + 1)
  })
})
