import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type House, openHouse } from '../../test/house.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { ENDPOINTS as promises } from '../promises/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let seller: Person
let marketer: Person
let boss: Person
let person = ''

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...facts, ...promises])
  const [sales, marketing] = [randomUUID(), randomUUID()]
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Sales', 'sales'), ($2, 'Marketing', 'marketing')`,
    [sales, marketing],
  )
  const { rows } = await house.ctx.db.query<{ document: string }>('select document from agreements')
  const document = (rows[0]?.document ?? '').replace(
    'within: 2 working days, because: sales',
    'within: 2 hours, because: sales',
  )
  await house.ctx.db.query('update agreements set document = $1', [document])
  await house.ctx.agreements.refresh()
  seller = await house.as('seller', sales)
  marketer = await house.as('marketer', marketing)
  boss = await house.as('manager', marketing)
  const [recorded] = await recordFacts(house.ctx, [
    {
      kind: 'form.submitted',
      at: house.ctx.now(),
      messageId: 'f',
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email: 'vera@x.example' },
      touch: { channel: 'ads', origin: null, campaign: 'spring', landingPage: null },
      data: { name: 'demo', wantsCall: true },
    },
  ])
  person = recorded?.personId ?? ''
})
afterAll(() => house.close())

const tell = (who: Person, kind: string, data: object) =>
  who.ask({ method: 'POST', url: '/api/facts', body: { facts: [{ kind, who: { personId: person }, data }] } })
const list = async (who: Person, of = 'all') => (await who.ask({ url: `/api/feedback?of=${of}` })).json().feedback
const counts = async (who: Person) => (await who.ask({ url: '/api/feedback/counts' })).json()

it('a word of sales waits for marketing, who answers; sales takes it up again, and either settles it', async () => {
  const given = await tell(seller, 'feedback.given', {
    about: 'spring',
    on: 'campaign',
    verdict: 'bad',
    text: 'They all wanted something free.',
  })
  expect(given.statusCode).toBe(201)
  const id = given.json().facts[0].factId
  const [row] = await list(marketer, 'open')
  expect(row).toMatchObject({
    id,
    campaign: 'spring',
    about: 'spring',
    verdict: 'bad',
    status: 'open',
    isLate: false,
    lead: { grade: expect.any(String) },
  })
  expect(row.dueAt).not.toBeNull()
  const { rows } = await house.ctx.db.query('select kind from notices where user_id = $1', [boss.id])
  expect(rows).toEqual([{ kind: 'feedback' }])

  expect((await tell(seller, 'feedback.answered', { feedback: id, text: 'x' })).statusCode).toBe(403)
  expect((await tell(marketer, 'feedback.answered', { feedback: id, text: 'We changed the page.' })).statusCode).toBe(
    201,
  )
  expect((await list(seller, 'answered'))[0].answer).toMatchObject({
    text: 'We changed the page.',
    by: { id: marketer.id },
  })
  expect(await counts(seller)).toMatchObject({
    all: 1,
    mine: 1,
    open: 0,
    answered: 1,
    late: 0,
    bad: 1,
    answerTime: { n: 1 },
    promise: { clause: 'M2' },
  })

  expect((await tell(seller, 'feedback.reopened', { feedback: id, note: 'It is still free.' })).statusCode).toBe(201)
  expect((await list(marketer, 'open')).length).toBe(1)
  expect((await tell(marketer, 'feedback.closed', { feedback: id, note: 'Gone now.' })).statusCode).toBe(201)
  expect((await tell(marketer, 'feedback.answered', { feedback: id, text: 'x' })).statusCode).toBe(422)
  await expectSound(house.ctx, person)
})

it('late, it is broken by marketing, and the board of promises says so', async () => {
  await tell(seller, 'feedback.given', { about: 'the letter', verdict: 'good' })
  const now = house.ctx.now()
  await strikeDueClocks(house.ctx, now + 3 * 3_600_000)
  // What struck is stored with the moment of now: the clock of this test does not run ahead.
  const { marketing } = (await seller.ask({ url: '/api/promises' })).json()
  expect(marketing.feedback).toMatchObject({ clause: 'M2', kept: 1, running: 1, answer: { n: 1 } })
  await expectSound(house.ctx, person)
})

it('taken back, it is gone', async () => {
  const given = (await tell(seller, 'feedback.given', { about: 'x', verdict: 'bad' })).json().facts[0]
  expect((await list(seller, 'mine')).some((one: { id: string }) => one.id === given.factId)).toBe(true)
  await tell(seller, 'fact.retracted', { fact: given.factId })
  expect((await list(seller, 'mine')).some((one: { id: string }) => one.id === given.factId)).toBe(false)
  await expectSound(house.ctx, person)
})

it('is shown, and late to nobody, where the agreement promises no answer', async () => {
  await house.ctx.db.query('update feedbacks set due_at = null')
  expect((await list(seller)).every((one: { isLate: boolean }) => !one.isLate)).toBe(true)
})

it('a page goes on behind its last row', async () => {
  for (let i = 0; i < 5; i++) await tell(seller, 'feedback.given', { about: `n${i}`, verdict: 'good' })
  const first = (await seller.ask({ url: '/api/feedback?limit=3' })).json()
  const second = (await seller.ask({ url: `/api/feedback?limit=3&after=${first.next}` })).json()
  const ids = [...first.feedback, ...second.feedback].map((one: { id: string }) => one.id)
  expect(new Set(ids).size).toBe(6)
})
