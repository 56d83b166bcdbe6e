import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS as accounts } from '../accounts/routes.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { ENDPOINTS as leads } from '../leads/routes.ts'
import { ENDPOINTS } from './routes.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let seller: Person
let marketer: Person
let viewer: Person
let minute = 0

async function come(email: string, kind: string, data: object): Promise<{ factId: string; personId: string }> {
  minute += 1
  const [told] = await recordFacts(house.ctx, [
    {
      kind,
      at: house.ctx.now() - 3_600_000 + minute * 1_000,
      messageId: randomUUID(),
      source: 'test',
      actor: null,
      isHistory: false,
      who: { email },
      touch: null,
      data,
    },
  ])
  return { factId: told?.factId ?? '', personId: told?.personId ?? '' }
}
const tell = async (who: Person, personId: string, ...told: [kind: string, data: object][]) => {
  const body = { facts: told.map(([kind, data]) => ({ kind, who: { personId }, data })) }
  const answer = await who.ask({ method: 'POST', url: '/api/facts', body })
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()])
  return answer.json().facts
}
const needsOf = async (personId: string) => (await seller.ask({ url: `/api/people/${personId}/needs` })).json()

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...facts, ...leads, ...accounts])
  const [sales, marketing] = [randomUUID(), randomUUID()]
  await house.ctx.db.query(
    `insert into teams (team_id, name, side) values ($1, 'Sales', 'sales'), ($2, 'Marketing', 'marketing')`,
    [sales, marketing],
  )
  seller = await house.as('seller', sales)
  marketer = await house.as('marketer', marketing)
  viewer = await house.as('viewer')
})
afterAll(() => house.close())

describe('needs', () => {
  it('a need said in a call leads with its quote to the call, and is met by what was offered', async () => {
    const { personId } = await come('vera@lume.example', 'form.submitted', {
      name: 'demo',
      fields: { wish: 'Tell me' },
    })
    const call = (await tell(seller, personId, ['call.made', { outcome: 'connected' }]))[0].factId
    const id = randomUUID()
    await tell(seller, personId, [
      'need.stated',
      { id, need: 'fewer second visits', isKnown: true, quote: 'We go twice.', in: call },
    ])
    await tell(marketer, personId, [
      'need.judged',
      { need: id, verdict: 'resolved', by: { kind: 'product', name: 'Parts list' } },
    ])
    const { needs, said } = await needsOf(personId)
    expect(needs).toMatchObject([
      {
        id,
        isKnown: true,
        status: 'resolved',
        offered: { kind: 'product', name: 'Parts list' },
        quotes: [{ quote: 'We go twice.', in: call, inKind: 'call.made' }],
        history: [
          { verdict: 'stated', side: 'sales' },
          { verdict: 'resolved', side: 'marketing' },
        ],
      },
    ])
    expect(said.map((one: { kind: string }) => one.kind)).toEqual(['call.made', 'form.submitted'])
    await expectSound(house.ctx, personId)
  })

  it('pages read and words used suggest a need with its evidence; kept, confirmed, taken back, and not suggested again once refuted', async () => {
    const { personId } = await come('noe@lume.example', 'form.submitted', {
      name: 'demo',
      fields: { wish: 'How much is it?' },
    })
    expect((await needsOf(personId)).suggestions).toMatchObject([
      { topic: 'price', evidence: [{ kind: 'words', n: 1, text: 'How much is it?' }] },
    ])
    const page = await come('noe@lume.example', 'page.viewed', { path: '/pricing' })
    await come('noe@lume.example', 'page.viewed', { path: '/pricing/pro/' })
    const [suggested] = (await needsOf(personId)).suggestions
    expect(suggested.evidence[0]).toMatchObject({ kind: 'pages', n: 2, of: 2, facts: [expect.anything(), page.factId] })

    const id = randomUUID()
    const stated = {
      id,
      need: suggested.name,
      topic: 'price',
      isKnown: false,
      evidence: suggested.evidence.map((one: object) => ({ ...one, of: 2 })),
    }
    await tell(marketer, personId, ['need.stated', stated])
    expect(await needsOf(personId)).toMatchObject({ suggestions: [], needs: [{ id, status: 'open', isKnown: false }] })
    const [judged] = await tell(seller, personId, [
      'need.judged',
      { need: id, verdict: 'confirmed', quote: 'Our budget is small.' },
    ])
    expect((await needsOf(personId)).needs).toMatchObject([{ status: 'confirmed', isKnown: true }])
    await tell(seller, personId, ['fact.retracted', { fact: judged.factId }])
    expect((await needsOf(personId)).needs).toMatchObject([{ status: 'open', isKnown: false, quotes: [] }])
    await tell(seller, personId, ['need.judged', { need: id, verdict: 'refuted' }])
    expect(await needsOf(personId)).toMatchObject({ suggestions: [], needs: [{ status: 'refuted' }] })
    await expectSound(house.ctx, personId)
  })

  it('is reported with n and intervals, and by segment', async () => {
    const all = (await viewer.ask({ url: '/api/needs/report' })).json()
    expect(all).toMatchObject({ needs: 2, people: 2, isCut: false })
    expect(all.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          topic: 'price',
          people: 1,
          known: 0,
          confirmed: expect.objectContaining({ k: 0, n: 1 }),
        }),
        expect.objectContaining({ need: 'fewer second visits', resolved: expect.objectContaining({ k: 1, n: 1 }) }),
      ]),
    )
    const by = (await viewer.ask({ url: '/api/needs/report?by=segment' })).json()
    expect(by.rows).toHaveLength(2)
  })

  it('keeps its catalogue: both teams change it, viewers read it, a pattern that is no path is refused with its place', async () => {
    const body = {
      names: { en: 'speed' },
      pages: ['/fast*'],
      phrases: { en: ['faster'] },
      lostReasons: [],
      isActive: true,
    }
    const put = (who: Person, more: object = {}) =>
      who.ask({ method: 'PUT', url: '/api/needs/topics/speed', body: { ...body, ...more } })
    expect((await put(seller)).statusCode).toBe(200)
    expect((await put(viewer)).statusCode).toBe(403)
    expect((await put(marketer, { pages: ['fast'] })).json()).toMatchObject({
      code: 'bad-request',
      errors: [{ where: 'body.pages.0' }],
    })
    expect((await put(marketer, { names: {} })).json()).toMatchObject({ errors: [{ where: 'body.names' }] })
    const { topics } = (await viewer.ask({ url: '/api/needs/topics' })).json()
    expect(topics.map((one: { topic: string }) => one.topic)).toContain('speed')
    expect((await marketer.ask({ method: 'DELETE', url: '/api/needs/topics/speed' })).statusCode).toBe(204)
    expect((await marketer.ask({ method: 'DELETE', url: '/api/needs/topics/speed' })).statusCode).toBe(404)
  })
})

describe('the story', () => {
  it('is filtered by side, kind, words and colleague, begins at a day or around a fact, and goes on by keyset', async () => {
    const { personId } = await come('mia@storia.example', 'page.viewed', { path: '/a' })
    const middle = await come('mia@storia.example', 'page.viewed', { path: '/100%_sure' })
    for (let n = 0; n < 6; n += 1) await come('mia@storia.example', 'page.viewed', { path: `/p${n}` })
    await tell(seller, personId, ['note.written', { text: 'Rings back on Monday' }])
    const read = async (query: string) => (await viewer.ask({ url: `/api/people/${personId}/story${query}` })).json()
    const kindsOf = (story: { facts: { kind: string }[] }) => story.facts.map((one) => one.kind)
    expect(kindsOf(await read('?side=sales'))).toEqual(['note.written'])
    expect(kindsOf(await read('?kind=notes'))).toEqual(['note.written'])
    expect(kindsOf(await read('?text=monday'))).toEqual(['note.written'])
    expect(kindsOf(await read(`?actor=${seller.id}`))).toEqual(['note.written'])
    expect((await read('?text=100%25_')).facts.map((one: { id: string }) => one.id)).toEqual([middle.factId])
    const around = await read(`?fact=${middle.factId}&limit=5`)
    expect(around.facts.map((one: { id: string }) => one.id).indexOf(middle.factId)).toBe(3)
    expect((await read(`?fact=${randomUUID()}`)).code).toBe('not-found')
    expect((await read('?until=2020-01-01T00:00:00Z')).facts).toEqual([])
    const first = await read('?limit=4')
    const rest = await read(`?limit=200&after=${first.next}`)
    expect(first.facts.length + rest.facts.length).toBe(9)
  })

  it('remembers per colleague what was new, over a visit of some minutes', async () => {
    const { personId } = await come('lea@storia.example', 'page.viewed', { path: '/a' })
    const look = async (who: Person) => (await who.ask({ method: 'PUT', url: `/api/people/${personId}/look` })).json()
    const now = house.ctx.now
    expect(await look(seller)).toEqual({ before: null })
    const start = Date.now()
    house.ctx.now = () => start + 3_600_000
    const second = await look(seller)
    house.ctx.now = () => start + 3_900_000
    expect(second.before).not.toBeNull()
    expect(await look(seller)).toEqual(second)
    expect(await look(viewer)).toEqual({ before: null })
    house.ctx.now = now
    expect((await seller.ask({ method: 'PUT', url: `/api/people/${randomUUID()}/look` })).statusCode).toBe(404)
  })

  it('of an account tells the stories of all its people as one, with who is engaged; and warns of a colleague’s deal and a competitor', async () => {
    const ana = await come('ana@gruppo.example', 'form.submitted', { name: 'demo', wantsCall: true })
    const works = { name: 'Gruppo', domain: 'gruppo.example' }
    await come('ana@gruppo.example', 'person.identified', { person: { name: 'Ana' }, account: works })
    const ben = await come('ben@gruppo.example', 'person.identified', {
      person: { name: 'Ben', role: 'finance' },
      account: works,
    })
    const lead = (await seller.ask({ url: `/api/people/${ana.personId}` })).json()
    const account = (await seller.ask({ url: `/api/accounts/${lead.accountId}` })).json()
    expect(account.people).toMatchObject([
      { personId: ana.personId, state: 'engaged', deeds: 1 },
      { personId: ben.personId, state: 'never', role: 'finance' },
    ])
    const story = (await seller.ask({ url: `/api/accounts/${lead.accountId}/story` })).json()
    expect(new Set(story.facts.map((one: { person: { id: string } }) => one.person.id)).size).toBe(2)
    const bens = (await seller.ask({ url: `/api/accounts/${lead.accountId}/story?person=${ben.personId}` })).json()
    expect(new Set(bens.facts.map((one: { person: { id: string } }) => one.person.id))).toEqual(new Set([ben.personId]))
    const circle = (await seller.ask({ url: `/api/people/${ana.personId}/circle` })).json()
    expect(circle.people).toMatchObject([{ personId: ben.personId }])
    const look = await seller.ask({ method: 'PUT', url: `/api/accounts/${lead.accountId}/look` })
    expect(look.json()).toEqual({ before: null })

    await come('ben@gruppo.example', 'form.submitted', { name: 'demo', wantsCall: true })
    await tell(seller, ben.personId, ['call.made', { outcome: 'connected' }])
    await tell(seller, ben.personId, ['lead.disqualified', { reason: 'chose a competitor', competitor: 'Planivore' }])
    await come('ana@gruppo.example', 'consent.withdrawn', { purpose: 'phone' })
    const { warnings } = (await seller.ask({ url: `/api/people/${ana.personId}/warnings` })).json()
    expect(warnings).toMatchObject([
      { what: 'withdrawn', about: 'phone' },
      { what: 'competitor', about: 'Planivore', person: { id: ben.personId } },
    ])
  })
})
