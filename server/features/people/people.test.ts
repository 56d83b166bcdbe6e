import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNobodyLost, expectSound } from '../../test/expect-sound.ts'
import { type Ask, type House, openHouse } from '../../test/house.ts'
import type { IncomingFact, Who } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as LEADS } from '../leads/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
let marketer: Ask
let seller: Ask
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...LEADS])
  marketer = (await house.as('marketer')).ask
  seller = (await house.as('seller')).ask
})
afterAll(() => house.close())

let minute = 0
async function tell(who: Who, kind = 'form.submitted', data: object = { name: 'demo' }): Promise<string> {
  minute += 1
  const fact: IncomingFact = {
    kind,
    at: Date.UTC(2026, 1, 2, 9, minute),
    messageId: randomUUID(),
    source: 'test',
    actor: null,
    isHistory: false,
    who,
    touch: { channel: 'email', origin: null, campaign: null, landingPage: null },
    data,
  }
  const [told] = await recordFacts(house.ctx, [fact], { onRefused: 'throw' })
  return told?.personId ?? ''
}
const named = (who: Who, person: object) => tell(who, 'person.identified', { person })
const queue = async () => (await marketer({ url: '/api/duplicates' })).json()
const merge = (from: string, into: string, chosen: object = {}) =>
  marketer({ method: 'POST', url: '/api/merges', body: { from, into, chosen } })

describe('a merge', () => {
  it('shows field by field what it would do, joins by choice, leads old addresses there, and is undone', async () => {
    const into = await named(
      { email: 'ana@lume.example' },
      { name: 'Ana Costa', email: 'ana@lume.example', title: 'Buyer' },
    )
    await tell({ email: 'ana@lume.example' })
    const from = await named(
      { email: 'a.costa@lume.example' },
      { name: 'A. Costa', email: 'a.costa@lume.example', city: 'Porto' },
    )
    await tell({ email: 'a.costa@lume.example', anonymousId: 'phone-of-ana' })
    const preview = (await marketer({ url: `/api/people/${into}/merge-preview?from=${from}` })).json()
    expect(preview.fields).toEqual([
      { field: 'name', into: 'Ana Costa', from: 'A. Costa', suggested: 'from', isContested: true },
      { field: 'email', into: 'ana@lume.example', from: 'a.costa@lume.example', suggested: 'from', isContested: true },
      { field: 'title', into: 'Buyer', from: null, suggested: 'into', isContested: false },
      { field: 'city', into: null, from: 'Porto', suggested: 'from', isContested: false },
    ])
    const answer = await merge(from, into, { name: 'into' })
    expect(answer.json()).toMatchObject({ personId: into, facts: 2 })
    await expectSound(house.ctx, into)
    await expectNobodyLost(house.ctx)
    const lead = (await seller({ url: `/api/people/${from}` })).json()
    expect(lead).toMatchObject({ personId: into })
    const { rows } = await house.ctx.db.query('select name, email, title from people where person_id = $1', [into])
    expect(rows).toEqual([{ name: 'Ana Costa', email: 'a.costa@lume.example', title: 'Buyer' }])
    // What comes under either key, or under the old address, is the joined person's.
    expect(await tell({ anonymousId: 'phone-of-ana' }, 'page.viewed', { path: '/' })).toBe(into)
    expect(await tell({ personId: from }, 'note.written', { text: 'Called' })).toBe(into)

    const { mergeId } = answer.json()
    const undone = await marketer({ method: 'POST', url: `/api/merges/${mergeId}/undo` })
    expect(undone.json()).toMatchObject({ personId: from, intoId: into })
    await expectSound(house.ctx, into)
    await expectSound(house.ctx, from)
    await expectNobodyLost(house.ctx)
    const kinds = await house.ctx.db.query(
      `select kind from facts where person_id = $1 and kind not in ('lead.routed') order by occurred_at, fact_id`,
      [from],
    )
    expect(kinds.rows.map((row) => row.kind)).toEqual([
      'person.identified',
      'form.submitted',
      'page.viewed',
      'merge.undone',
    ])
    const back = await house.ctx.db.query(
      'select name, email, title from people where person_id = any($1) order by name',
      [[from, into]],
    )
    expect(back.rows).toEqual([
      { name: 'A. Costa', email: 'a.costa@lume.example', title: null },
      { name: 'Ana Costa', email: 'ana@lume.example', title: 'Buyer' },
    ])
    expect(await tell({ email: 'a.costa@lume.example' })).toBe(from)
    expect((await marketer({ method: 'POST', url: `/api/merges/${mergeId}/undo` })).statusCode).toBe(409)
  })

  it('of a merge is followed, and undone from the last to the first', async () => {
    const [one, two, three] = [
      await tell({ email: 'one@c.example' }),
      await tell({ email: 'two@c.example' }),
      await tell({ email: 'three@c.example' }),
    ]
    const first = (await merge(one, two)).json()
    const second = (await merge(two, three)).json()
    expect((await seller({ url: `/api/people/${one}` })).json()).toMatchObject({ personId: three })
    expect((await marketer({ method: 'POST', url: `/api/merges/${first.mergeId}/undo` })).statusCode).toBe(409)
    expect((await marketer({ method: 'POST', url: `/api/merges/${second.mergeId}/undo` })).statusCode).toBe(200)
    expect((await seller({ url: `/api/people/${one}` })).json()).toMatchObject({ personId: two })
    expect((await marketer({ method: 'POST', url: `/api/merges/${first.mergeId}/undo` })).statusCode).toBe(200)
    for (const each of [one, two, three]) await expectSound(house.ctx, each)
    await expectNobodyLost(house.ctx)
  })

  it('takes what is kept beside the story along, and undone gives each its own back', async () => {
    const into = await named({ email: 'into@side.example' }, { name: 'Into', email: 'into@side.example' })
    const from = await named({ email: 'from@side.example' }, { name: 'From', email: 'from@side.example' })
    const { db } = house.ctx
    const { rows: users } = await db.query<{ id: string }>('select id from users order by id limit 2')
    const [one = '', two = ''] = users.map(({ id }) => id)
    const [both, alone] = [randomUUID(), randomUUID()]
    for (const session of [both, alone])
      await db.query(
        `insert into call_sessions (session_id, name, filter, created_by, created_at) values ($1, 'List', '{}', $2, now())`,
        [session, one],
      )
    await db.query(
      `insert into call_entries (person_id, session_id, place, attempts) values ($1, $3, 1, 0), ($2, $3, 2, 1), ($1, $4, 1, 2)`,
      [from, into, both, alone],
    )
    for (const personId of [from, into]) {
      await db.query(
        `insert into call_plans (person_id, plan_id, owner, at, why, created_at) values ($1, $2, $3, now(), 'asked', now())`,
        [personId, randomUUID(), one],
      )
      for (const user of personId === from ? [one, two] : [one])
        await db.query(`insert into story_looks (person_id, user_id, looked_at) values ($1, $2, '2026-01-01')`, [
          personId,
          user,
        ])
    }
    const beside = async (personId: string) =>
      (
        await db.query(
          `select (select count(*)::int from call_plans where person_id = $1) as plans,
                  (select count(*)::int from story_looks where person_id = $1) as looks,
                  (select array_agg(attempts order by attempts) from call_entries where person_id = $1) as entries`,
          [personId],
        )
      ).rows[0]
    const before = [await beside(from), await beside(into)]
    expect(before).toEqual([
      { plans: 1, looks: 2, entries: [0, 2] },
      { plans: 1, looks: 1, entries: [1] },
    ])
    const { mergeId } = (await merge(from, into)).json()
    expect(await beside(into)).toEqual({ plans: 2, looks: 2, entries: [1, 2] })
    expect(await beside(from)).toEqual({ plans: 0, looks: 0, entries: null })
    await marketer({ method: 'POST', url: `/api/merges/${mergeId}/undo` })
    expect([await beside(from), await beside(into)]).toEqual(before)
  })

  it('keeps a message both had received, and gives it back', async () => {
    const both = {
      kind: 'form.submitted',
      at: Date.UTC(2026, 2, 1),
      messageId: 'both',
      source: 'test',
      actor: null,
      isHistory: false,
      touch: null,
      data: { name: 'x' },
    }
    const [one] = await recordFacts(house.ctx, [{ ...both, who: { email: 'm1@b.example' } }])
    const [two] = await recordFacts(house.ctx, [{ ...both, who: { email: 'm2@b.example' } }])
    const { mergeId } = (await merge(one?.personId ?? '', two?.personId ?? '')).json()
    await expectSound(house.ctx, two?.personId ?? '')
    await marketer({ method: 'POST', url: `/api/merges/${mergeId}/undo` })
    for (const each of [one, two]) await expectSound(house.ctx, each?.personId ?? '')
  })

  it('is refused for the same person, a visitor, nobody, and by sellers', async () => {
    const one = await tell({ email: 'r1@r.example' })
    const visitor = await tell({ anonymousId: 'r-visitor' }, 'page.viewed', { path: '/' })
    expect((await merge(one, one)).statusCode).toBe(400)
    expect((await merge(visitor, one)).statusCode).toBe(422)
    expect((await merge(randomUUID(), one)).statusCode).toBe(404)
    expect((await seller({ method: 'POST', url: '/api/merges', body: { from: one, into: visitor } })).statusCode).toBe(
      403,
    )
  })
})

describe('the queue of duplicates', () => {
  it('ranks pairs by certainty, keeps what a human says, and never joins by itself', async () => {
    const same = { name: 'Rui Alves', phone: '+351912345678' }
    const one = await named({ email: 'rui@vela.example' }, { ...same, email: 'rui@vela.example' })
    const two = await named({ email: 'ralves@vela.example' }, { ...same, email: 'ralves@vela.example' })
    const third = await named(
      { email: 'rui.alves@nord.example' },
      { name: 'Rui Alves', email: 'rui.alves@nord.example' },
    )
    const similar = await named({ email: 'ruy@vela.example' }, { name: 'Ruy Alves', email: 'ruy@vela.example' })
    expect((await marketer({ method: 'POST', url: '/api/duplicates/find', body: {} })).json().found).toBeGreaterThan(2)
    const { rows } = await queue()
    const pairs: { ids: string[]; certainty: number; evidence: string[] }[] = rows.map(
      (row: { low: { id: string }; high: { id: string }; certainty: number; evidence: string[] }) => ({
        ids: [row.low.id, row.high.id].sort(),
        certainty: row.certainty,
        evidence: row.evidence,
      }),
    )
    expect(pairs[0]?.ids).toEqual([one, two].sort())
    expect(pairs[0]?.evidence).toEqual(['same name and company', 'same phone'])
    expect(pairs.map((pair) => pair.certainty)).toEqual([...pairs.map((pair) => pair.certainty)].sort((a, b) => b - a))
    expect(pairs.some((pair) => pair.ids.includes(third))).toBe(true)
    expect(
      pairs.some((pair) => pair.ids.includes(similar) && pair.evidence.includes('similar name, same company')),
    ).toBe(true)
    const judge = (verdict: string) =>
      marketer({ method: 'POST', url: '/api/duplicates/judge', body: { one: two, other: one, verdict } })
    expect((await judge('different')).statusCode).toBe(204)
    await marketer({ method: 'POST', url: '/api/duplicates/find', body: {} })
    const after = (await queue()).rows.map((row: { low: { id: string }; high: { id: string } }) =>
      [row.low.id, row.high.id].sort().join(),
    )
    expect(after).not.toContain([one, two].sort().join())
    expect(
      (await house.ctx.db.query('select count(*)::int as n from people where person_id = any($1)', [[one, two]])).rows,
    ).toEqual([{ n: 2 }])
  })

  it('proposes two people whose keys came together', async () => {
    const one = await tell({ email: 'k1@k.example', externalId: 'k1' })
    const two = await tell({ email: 'k2@k.example' })
    await tell({ email: 'k2@k.example', externalId: 'k1' })
    const found = (await queue()).rows.find(
      (row: { low: { id: string }; high: { id: string } }) =>
        [one, two].includes(row.low.id) && [one, two].includes(row.high.id),
    )
    expect(found).toMatchObject({ certainty: expect.closeTo(0.9, 3), evidence: ['ids together'] })
  })
})

describe('who somebody is', () => {
  it('does not take a forwarded link for the person it was sent to', async () => {
    const ana = await tell({ email: 'ana@fwd.example' })
    const rui = await tell({ email: 'rui@fwd.example', anonymousId: 'browser-of-rui' })
    expect(await tell({ anonymousId: 'browser-of-rui', linkOf: ana }, 'page.viewed', { path: '/offer' })).toBe(rui)
    // In a browser nobody is known by, the link says who it is; somebody who then gives another address is somebody else.
    expect(await tell({ anonymousId: 'fresh', linkOf: ana }, 'page.viewed', { path: '/offer' })).toBe(ana)
    const eva = await tell({ email: 'eva@fwd.example', anonymousId: 'fresh' })
    expect([ana, rui]).not.toContain(eva)
  })

  it('does not join two people who write from one mailbox', async () => {
    const one = await tell({ externalId: 'box-1', email: 'info@box.example' })
    const two = await tell({ externalId: 'box-2', email: 'info@box.example' })
    expect(two).not.toBe(one)
  })

  it('takes cyclic and endless aliases without harm', async () => {
    const a = await tell({ externalId: 'cyc-a' })
    expect(await tell({ externalId: 'cyc-b', previousId: 'cyc-a' }, 'person.identified', {})).toBe(a)
    expect(await tell({ externalId: 'cyc-a', previousId: 'cyc-b' }, 'person.identified', {})).toBe(a)
    expect(await tell({ externalId: 'cyc-a', previousId: 'cyc-a' }, 'person.identified', {})).toBe(a)
    await expectSound(house.ctx, a)
  })
})
