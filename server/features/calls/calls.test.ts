import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let admin: { id: string; ask: Ask }
let nowMs: number
/** A Tuesday at eleven in Paris. */
const TUESDAY = Date.parse('2026-11-24T10:00:00Z')
let salesTeam: string

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  admin = await house.as('admin')
  nowMs = TUESDAY
  house.ctx.now = () => nowMs
  salesTeam = randomUUID()
  await house.ctx.db.query(`insert into teams (team_id, name, side) values ($1, 'Callers', 'sales')`, [salesTeam])
})
afterAll(() => house.close())

let count = 0
async function prospect(
  more: { phone?: string | null; country?: string; owner?: string; account?: object } = {},
): Promise<string> {
  count += 1
  const phone = more.phone === undefined ? `+331990001${String(count).padStart(2, '0')}` : more.phone
  const [made] = await recordFacts(
    house.ctx,
    [
      {
        kind: 'person.identified',
        at: nowMs - 86_400_000,
        messageId: randomUUID(),
        source: 'test',
        actor: null,
        isHistory: false,
        who: { email: `p${count}@calls.example` },
        touch: { channel: 'fair', origin: null, campaign: null, landingPage: null },
        data: {
          person: {
            name: `Person ${count}`,
            email: `p${count}@calls.example`,
            country: more.country ?? 'FR',
            ...(phone === null ? {} : { phone }),
          },
          account: more.account ?? {},
        },
      },
    ],
    { shouldRoute: false },
  )
  const personId = made?.personId ?? ''
  if (more.owner !== undefined)
    await house.ctx.db.query('update leads set owner = $2 where person_id = $1', [personId, more.owner])
  return personId
}

async function openSession(people: string[], ask = admin.ask): Promise<string> {
  const answer = await ask({
    method: 'POST',
    url: '/api/calls/sessions',
    body: { name: 'Cold', filter: { people, notCalledForDays: 0 } },
  })
  expect(answer.json()).toMatchObject({ people: people.length })
  return answer.json().id
}

const post = (ask: Ask, url: string, body: object = {}) => ask({ method: 'POST', url, body })

describe('a list', () => {
  it('says who is left out and why, and keeps the hours of their own country', async () => {
    const seller = await house.as('seller')
    const fine = await prospect()
    const noPhone = await prospect({ phone: null })
    const odd = await prospect({ phone: 'none' })
    const wrong = await prospect()
    const taken = await prospect({ owner: admin.id })
    const asleep = await prospect({ phone: '+12125550123', country: 'US' })
    const unwilling = await prospect()
    await recordFacts(house.ctx, [
      fact(unwilling, 'consent.withdrawn', { purpose: 'phone' }),
      fact(wrong, 'call.made', { outcome: 'wrong number' }),
    ])
    const answer = await post(seller.ask, '/api/calls/preview', {
      whose: 'everybody',
      people: [fine, noPhone, odd, wrong, taken, asleep, unwilling],
    })
    const { callable, now, later, leftOut } = answer.json()
    expect({ callable, now, later }).toEqual({ callable: 2, now: 1, later: 1 })
    const why = Object.fromEntries(leftOut.map((each: { why: string; count: number }) => [each.why, each.count]))
    expect(why).toEqual({
      'no phone': 1,
      'unreadable number': 1,
      'do not call': 1,
      'wrong number': 1,
      "another seller's": 1,
    })
    const may = await post(seller.ask, '/api/calls/may', { people: [asleep, unwilling, fine] })
    expect(may.json().people[asleep]).toMatchObject({ isAllowed: false, why: 'early', opensAt: expect.any(String) })
    expect(may.json().people[unwilling]).toMatchObject({ isAllowed: false, why: 'do not call' })
    expect(may.json().people[fine]).toMatchObject({ isAllowed: true })
  })

  it('is built by the condition of a segment, and refuses one that cannot be read', async () => {
    const big = await prospect({ account: { name: 'Big', employees: 900 } })
    const body = { whose: 'everybody', notCalledForDays: 0, segment: { when: 'account.employees >= 900' } }
    const answer = await post(admin.ask, '/api/calls/preview', body)
    expect(answer.json().sample.map((each: { personId: string }) => each.personId)).toEqual([big])
    const bad = await post(admin.ask, '/api/calls/preview', { segment: { when: 'account.emploees >=' } })
    expect(bad.statusCode).toBe(422)
    expect(bad.json().errors[0].where).toContain('segment.when')
  })
})

function fact(personId: string, kind: string, data: object) {
  return {
    kind,
    data,
    at: nowMs,
    messageId: randomUUID(),
    source: 'test',
    actor: null,
    isHistory: false,
    who: { personId },
    touch: null,
  }
}

describe('a session', () => {
  it('goes from person to person by outcomes, plans the next attempt, and takes the last outcome back', async () => {
    const people = [await prospect(), await prospect(), await prospect()]
    const session = await openSession(people)
    const at = `/api/calls/sessions/${session}`
    const first = (await post(admin.ask, `${at}/next`)).json().current
    expect((await post(admin.ask, `${at}/next`)).json().current.personId).toBe(first.personId)
    const said = await post(admin.ask, '/api/calls', {
      personId: first.personId,
      sessionId: session,
      outcome: 'no answer',
      messageId: 'one',
    })
    expect(said.statusCode).toBe(201)
    expect(Date.parse(said.json().next.at)).toBeGreaterThan(nowMs)
    const again = await post(admin.ask, '/api/calls', {
      personId: first.personId,
      sessionId: session,
      outcome: 'no answer',
      messageId: 'one',
    })
    expect(again.json().outcomeId).toBe(said.json().outcomeId)

    nowMs += 60_000
    const second = (await post(admin.ask, `${at}/next`)).json().current
    expect(second.personId).not.toBe(first.personId)
    const talk = await post(admin.ask, '/api/calls', {
      personId: second.personId,
      sessionId: session,
      outcome: 'connected',
      durationS: 60,
      words: 'We lose a day a week on this.',
      heardOfUs: 'no',
      follow: { what: 'meeting', startsAt: '2026-12-01T10:00:00Z' },
    })
    expect(talk.json().facts).toHaveLength(2)
    const view = (await admin.ask({ url: at })).json()
    expect(view).toMatchObject({
      people: 3,
      done: 1,
      later: 1,
      summary: { calls: 2, connects: 1, meetings: 1, talkS: 60 },
    })

    const undone = await post(admin.ask, '/api/calls/undo', { sessionId: session })
    expect(undone.json()).toEqual({ personId: second.personId, outcome: 'connected' })
    const after = (await admin.ask({ url: at })).json()
    expect(after).toMatchObject({ summary: { calls: 1, meetings: 0 }, current: { personId: second.personId } })
    const { rows } = await house.ctx.db.query(
      `select count(*)::int as n from facts where person_id = $1 and kind = 'fact.retracted'`,
      [second.personId],
    )
    expect(rows[0].n).toBe(2)
  })

  it('gives each person to one of twenty who ask at once', async () => {
    const people: string[] = []
    for (let n = 0; n < 30; n += 1) people.push(await prospect())
    const session = await openSession(people)
    const other = await openSessionAnyway(people)
    const sellers = await Promise.all(Array.from({ length: 20 }, () => house.as('manager')))
    const answers = await Promise.all(
      sellers.map(({ ask }, index) => post(ask, `/api/calls/sessions/${index % 2 === 0 ? session : other}/next`)),
    )
    const got = answers.map((answer) => answer.json().current?.personId)
    expect(got.every((id) => typeof id === 'string')).toBe(true)
    expect(new Set(got).size).toBe(20)
    const stranger = await house.as('manager')
    const refused = await post(stranger.ask, '/api/calls', {
      personId: got[0],
      sessionId: session,
      outcome: 'busy',
    })
    expect(refused.statusCode).toBe(409)
  })

  it('lets go of a person whose caller is not heard of', async () => {
    const session = await openSession([await prospect()])
    const [one, two] = [await house.as('manager'), await house.as('manager')]
    const taken = (await post(one.ask, `/api/calls/sessions/${session}/next`)).json().current
    expect((await post(two.ask, `/api/calls/sessions/${session}/next`)).json().current).toBeNull()
    nowMs += 11 * 60_000
    const free = (await post(two.ask, `/api/calls/sessions/${session}/next`)).json().current
    expect(free.personId).toBe(taken.personId)
  })

  it('waits while the hours of a country are closed, and leaves out who does not want calls any more', async () => {
    const unwilling = await prospect()
    const session = await openSession([unwilling, await prospect({ phone: '+12125550199', country: 'US' })])
    await recordFacts(house.ctx, [fact(unwilling, 'consent.withdrawn', { purpose: 'phone' })])
    const answer = (await post(admin.ask, `/api/calls/sessions/${session}/next`)).json()
    expect(answer.current).toBeNull()
    expect(Date.parse(answer.nextAt)).toBeGreaterThan(nowMs)
  })

  it('refuses calls of 300 hours, of less than nothing and of tomorrow, with what to do', async () => {
    const personId = await prospect()
    const wrong = [
      { durationS: 1_080_000 },
      { durationS: -1 },
      { startedAt: new Date(nowMs + 3_600_000).toISOString() },
      { startedAt: new Date(nowMs - 60_000).toISOString(), durationS: 3_600 },
      { follow: { what: 'call back', at: new Date(nowMs - 1).toISOString() } },
    ]
    for (const each of wrong) {
      const answer = await post(admin.ask, '/api/calls', { personId, outcome: 'connected', ...each })
      expect([each, answer.statusCode]).toEqual([each, 400])
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json().errors[0].where).toMatch(/^body\./)
    }
    const early = await post(admin.ask, '/api/calls', { personId, outcome: 'busy', follow: { what: 'meeting' } })
    expect(early.statusCode).toBe(400)
  })
})

/** The same people on a second list, as a race could bring it about. */
async function openSessionAnyway(people: string[]): Promise<string> {
  const id = randomUUID()
  await house.ctx.db.query(
    `insert into call_sessions (session_id, name, filter, created_at) values ($1, 'Twice', '{}', now())`,
    [id],
  )
  await house.ctx.db.query(
    'insert into call_entries (person_id, session_id, place) select k, $1, row_number() over () from unnest($2::uuid[]) as k',
    [id, people],
  )
  return id
}

describe('calls that are planned', () => {
  it('are due at their time, and are gone when the call was made', async () => {
    const seller = await house.as('seller')
    const personId = await prospect()
    const at = new Date(nowMs + 3_600_000).toISOString()
    expect((await post(seller.ask, '/api/calls/planned', { personId, at })).statusCode).toBe(201)
    const due = async () => (await seller.ask({ url: '/api/calls/planned' })).json().plans
    expect(await due()).toEqual([])
    nowMs += 3_600_000
    expect(await due()).toMatchObject([{ personId, why: 'asked', may: { isAllowed: true } }])
    await post(seller.ask, '/api/calls', { personId, outcome: 'connected' })
    expect(await due()).toEqual([])
  })
})

describe('an incoming call', () => {
  let secret: string
  const announce = (body: object, headers: Record<string, string> = { 'x-call-secret': secret }) =>
    house.ask({ method: 'POST', url: '/api/calls/incoming', body, headers })
  beforeAll(async () => {
    secret = (await post(admin.ask, '/api/calls/secret')).json().secret
  })

  it('needs the secret, as it is or as a signature', async () => {
    expect((await announce({ id: 'x' }, {})).statusCode).toBe(401)
    expect((await announce({ id: 'x' }, { 'x-call-secret': 'whsec_no' })).statusCode).toBe(401)
    const body = JSON.stringify({ id: 'signed', from: 'anonymous' })
    const stamp = String(Math.floor(nowMs / 1000))
    const sign = (of: string) =>
      `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
        .update(`m.${stamp}.${of}`)
        .digest('base64')}`
    const headers = (signature: string) => ({
      host: 'ensemble.example',
      'content-type': 'application/json',
      'webhook-id': 'm',
      'webhook-timestamp': stamp,
      'webhook-signature': signature,
    })
    const good = await house.ask({ method: 'POST', url: '/api/calls/incoming', body, headers: headers(sign(body)) })
    expect(good.statusCode).toBe(201)
    const bad = await house.ask({ method: 'POST', url: '/api/calls/incoming', body, headers: headers(sign('other')) })
    expect(bad.statusCode).toBe(401)
  })

  it('rings at the owner of the lead, once, and goes into the story; taking it stops the others', async () => {
    const seller = await house.as('seller', salesTeam)
    const personId = await prospect({ phone: '+33199000777', owner: seller.id })
    const rung = await announce({ id: 'c1', from: '01 99 00 07 77', to: '+33199000000' })
    expect(rung.json()).toMatchObject({ personId, why: 'owner', sellers: 1, isDuplicate: false })
    expect((await announce({ id: 'c1', from: '01 99 00 07 77' })).json()).toMatchObject({ isDuplicate: true, personId })
    const story = async () =>
      (
        await house.ctx.db.query(
          `select kind, data from facts where person_id = $1 and kind like 'call.%' order by occurred_at, fact_id`,
          [personId],
        )
      ).rows
    expect(await story()).toMatchObject([{ kind: 'call.received', data: { call: 'c1' } }])
    const view = await post(seller.ask, '/api/calls/incoming/c1/answer')
    expect(view.json()).toMatchObject({ status: 'answered', person: { personId } })
    expect((await post(admin.ask, '/api/calls/incoming/c1/answer')).statusCode).toBe(409)
    nowMs += 300_000
    const over = await house.ask({
      method: 'POST',
      url: '/api/calls/ended',
      body: { id: 'c1', durationS: 290, recordingUrl: 'https://pbx.example/1.wav' },
      headers: { 'x-call-secret': secret },
    })
    expect(over.json()).toEqual({ id: 'c1', status: 'ended', isDuplicate: false })
    const answered = (await story()).filter(({ kind }) => kind === 'call.answered')
    expect(answered.at(-1)?.data).toMatchObject({ durationS: 290, recordingUrl: 'https://pbx.example/1.wav' })
  })

  it('is shown to the extension, or to whoever is signed in, when nobody is known by the number; hidden numbers too', async () => {
    const seller = await house.as('seller', salesTeam)
    const settings = (await admin.ask({ url: '/api/calls/settings' })).json()
    const { hasSecret: _, secretSince: __, incomingUrl: ___, ...rest } = settings
    const saved = await admin.ask({
      method: 'PUT',
      url: '/api/calls/settings',
      body: { ...rest, extensions: [{ userId: seller.id, extension: '204' }] },
    })
    expect(saved.statusCode).toBe(204)
    expect((await announce({ id: 'c2', from: '+33199000555', to: '204' })).json()).toMatchObject({
      personId: null,
      why: 'extension',
      sellers: 1,
    })
    expect((await announce({ id: 'c3', from: null })).json()).toMatchObject({ why: 'pool', personId: null })
    const attached = await post(seller.ask, '/api/calls/incoming/c2/person', { name: 'New caller' })
    expect(attached.json().person).toMatchObject({ name: 'New caller' })
    const { rows } = await house.ctx.db.query(
      `select 1 from facts f join people p using (person_id) where p.name = 'New caller' and f.kind = 'call.received'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('that nobody takes becomes a call to make', async () => {
    const seller = await house.as('seller', salesTeam)
    const personId = await prospect({ phone: '+33199000888', owner: seller.id })
    await announce({ id: 'c4', from: '+33199000888' })
    await house.ask({
      method: 'POST',
      url: '/api/calls/ended',
      body: { id: 'c4', isAnswered: false },
      headers: { 'x-call-secret': secret },
    })
    const plans = (await seller.ask({ url: '/api/calls/planned' })).json().plans
    expect(plans).toMatchObject([{ personId, why: 'missed' }])
  })

  it('refuses what cannot be, with the place', async () => {
    const wrong = [
      { id: 'w1', from: 'call me' },
      { id: 'w2', at: new Date(nowMs + 3_600_000).toISOString() },
      { id: '', from: '+33199000888' },
      { id: 'w3', userId: 'nobody' },
    ]
    for (const body of wrong) {
      const answer = await announce(body)
      expect([body, answer.statusCode]).toEqual([body, 400])
    }
    const long = await house.ask({
      method: 'POST',
      url: '/api/calls/ended',
      body: { id: 'c3', durationS: 1_080_000 },
      headers: { 'x-call-secret': secret },
    })
    expect(long.statusCode).toBe(400)
    expect(long.json().errors[0].mend).toContain('seconds')
  })
})

describe('what calls tell', () => {
  it('counts who had heard of the company with its interval, and the best hours with theirs', async () => {
    const heard = (await admin.ask({ url: '/api/calls/heard-of-us' })).json()
    expect(heard.all.rate.n).toBeGreaterThanOrEqual(0)
    const personId = await prospect()
    await post(admin.ask, '/api/calls', { personId, outcome: 'connected', heardOfUs: 'yes' })
    const after = (await admin.ask({ url: '/api/calls/heard-of-us' })).json()
    expect(after.all.rate.k).toBe(heard.all.rate.k + 1)
    expect(after.byChannel[0].channel).toBe('fair')
    const hours = (await admin.ask({ url: '/api/calls/best-hours' })).json()
    expect(hours.cells).toHaveLength(168)
    expect(hours.isSmall).toBe(true)
  })
})
