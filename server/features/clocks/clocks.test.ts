import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectSound } from '../../test/expect-sound.ts'
import { forgetPeople } from '../../test/held-context.ts'
import { type House, openHouse } from '../../test/house.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { ENDPOINTS as leads } from '../leads/routes.ts'
import { changeRunningClocks, readPendingChanges } from './change-running-clocks.ts'
import { ENDPOINTS } from './routes.ts'
import { strikeDueClocks } from './strike-due-clocks.ts'

type Person = Awaited<ReturnType<House['as']>>
let house: House
let manager: Person
let ana: Person
let rui: Person
let marketer: Person
const HOUR = 3_600_000

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...facts, ...leads])
  const team = randomUUID()
  await house.ctx.db.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales')`, [team])
  await house.ctx.db.query(`update agreements set document = replace(document, '30 a day], away', '3000 a day], away')`)
  await house.ctx.agreements.refresh()
  manager = await house.as('manager')
  ana = await house.as('seller', team)
  rui = await house.as('seller', team)
  marketer = await house.as('marketer')
})
afterAll(() => house.close())
beforeEach(() => forgetPeople({ pool: house.ctx.db }))

let count = 0
function form(email: string): IncomingFact {
  count += 1
  return {
    kind: 'form.submitted',
    at: house.ctx.now(),
    messageId: `c${count}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data: { name: 'demo', wantsCall: true },
  }
}
async function arrive(n: number): Promise<string[]> {
  const recorded = await recordFacts(
    house.ctx,
    Array.from({ length: n }, (_, i) => form(`p${i}@x.example`)),
  )
  return recorded.map(({ personId }) => personId)
}
const ownerOf = async (personId: string): Promise<string> =>
  (await house.ctx.db.query('select owner from leads where person_id = $1 order by attempt desc limit 1', [personId]))
    .rows[0].owner
const noticesOf = async (user: Person): Promise<string[]> =>
  (await house.ctx.db.query('select kind from notices where user_id = $1 order by created_at', [user.id])).rows.map(
    (row) => row.kind,
  )

describe('what runs out next', () => {
  it('comes in the order of its due moments, page by page, each clock once', async () => {
    await arrive(12)
    const seen: string[] = []
    let after = ''
    for (;;) {
      const page = (await manager.ask({ url: `/api/clocks?limit=5${after}` })).json()
      seen.push(
        ...page.clocks.map(
          (one: { personId: string; clock: string; dueAt: string }) => `${one.dueAt} ${one.personId} ${one.clock}`,
        ),
      )
      if (page.next === null) break
      after = `&after=${page.next}`
    }
    expect(seen).toHaveLength(24)
    expect(seen).toEqual([...seen].sort())
    expect(new Set(seen).size).toBe(24)
  })

  it('can be asked for one seller, a clause, and what is late', async () => {
    await arrive(6)
    const mine = (await manager.ask({ url: `/api/clocks?owner=${ana.id}&clause=S1` })).json()
    expect(mine.clocks.length).toBeGreaterThan(0)
    expect(
      mine.clocks.every(
        (one: { clause: string; owner: { id: string } }) => one.clause === 'S1' && one.owner.id === ana.id,
      ),
    ).toBe(true)
    expect((await manager.ask({ url: '/api/clocks?of=late' })).json().clocks).toEqual([])
  })

  it('tells the load of everybody', async () => {
    await arrive(6)
    const load = (await manager.ask({ url: '/api/clocks/load' })).json()
    const people = load.people.filter((one: { user: { id: string } }) => [ana.id, rui.id].includes(one.user.id))
    expect(
      people.map((one: { openLeads: number; late: number; dayLimit: number }) => [
        one.openLeads,
        one.late,
        one.dayLimit,
      ]),
    ).toEqual([
      [3, 0, 3000],
      [3, 0, 3000],
    ])
  })

  it('is for managers', async () => {
    for (const url of ['/api/clocks', '/api/clocks/load']) expect((await ana.ask({ url })).statusCode).toBe(403)
  })
})

describe('leads given by hand', () => {
  const give = (body: object) => manager.ask({ method: 'POST', url: '/api/clocks/assignments', body })

  it('are theirs, and the slip is taken back in one go', async () => {
    const people = await arrive(4)
    const before = await Promise.all(people.map(ownerOf))
    const answer = await give({ personIds: people, to: rui.id, note: 'Ana is ill.' })
    expect(answer.statusCode).toBe(201)
    expect(await Promise.all(people.map(ownerOf))).toEqual(people.map(() => rui.id))
    for (const id of people) await expectSound(house.ctx, id)
    const undo = answer.json().facts.map(({ factId, personId }: { factId: string; personId: string }) => ({
      kind: 'fact.retracted',
      who: { personId },
      data: { fact: factId },
    }))
    expect((await manager.ask({ method: 'POST', url: '/api/facts', body: { facts: undo } })).statusCode).toBe(201)
    expect(await Promise.all(people.map(ownerOf))).toEqual(before)
    for (const id of people) await expectSound(house.ctx, id)
  })

  it('are not given to somebody away, unless that is said twice', async () => {
    const [person = ''] = await arrive(1)
    const now = house.ctx.now()
    await house.ctx.db.query('insert into absences (absence_id, user_id, starts_at, ends_at) values ($1, $2, $3, $4)', [
      randomUUID(),
      rui.id,
      new Date(now - HOUR),
      new Date(now + 48 * HOUR),
    ])
    const refused = await give({ personIds: [person], to: rui.id, note: 'x' })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict'])
    expect((await give({ personIds: [person], to: rui.id, note: 'x', isConfirmed: true })).statusCode).toBe(201)
    expect(await ownerOf(person)).toBe(rui.id)
    await expectSound(house.ctx, person)
    await house.ctx.db.query('delete from absences')
  })

  it('are not given to marketing, to nobody, or without a reason', async () => {
    const personIds = await arrive(1)
    expect((await give({ personIds, to: marketer.id, note: 'x', isConfirmed: true })).statusCode).toBe(422)
    expect((await give({ personIds, to: randomUUID(), note: 'x' })).statusCode).toBe(404)
    expect((await give({ personIds, to: rui.id, note: ' ' })).statusCode).toBe(400)
  })

  it('cannot be given by a seller, by either way', async () => {
    const personIds = await arrive(1)
    const body = { personIds, to: ana.id, note: 'mine' }
    expect((await ana.ask({ method: 'POST', url: '/api/clocks/assignments', body })).statusCode).toBe(403)
    const fact = {
      kind: 'lead.assigned',
      who: { personId: personIds[0] },
      data: { to: ana.id, note: 'mine', calendar: null },
    }
    expect((await manager.ask({ method: 'POST', url: '/api/facts', body: { facts: [fact] } })).statusCode).toBe(403)
  })
})

describe('a question to the manager', () => {
  it('reaches them, shows in the view, and is answered to whoever asked', async () => {
    const [person = ''] = await arrive(1)
    const owner = (await ownerOf(person)) === ana.id ? ana : rui
    const other = owner === ana ? rui : ana
    const tell = (who: Person, kind: string, data: object) =>
      who.ask({ method: 'POST', url: '/api/facts', body: { facts: [{ kind, who: { personId: person }, data }] } })
    expect((await tell(other, 'lead.escalated', { note: 'x' })).statusCode).toBe(403)
    expect((await tell(owner, 'lead.escalated', { note: 'They want a discount.' })).statusCode).toBe(201)
    expect(await noticesOf(manager)).toEqual(['asked'])
    const asked = (await manager.ask({ url: '/api/clocks?of=asked' })).json().clocks
    expect(asked[0].asked).toMatchObject({ note: 'They want a discount.', by: { id: owner.id } })
    expect((await tell(owner, 'escalation.answered', { note: 'x' })).statusCode).toBe(403)
    expect((await tell(manager, 'escalation.answered', { note: 'Ten per cent.' })).statusCode).toBe(201)
    expect(await noticesOf(owner)).toEqual(['routed', 'answered'])
    expect((await manager.ask({ url: '/api/clocks?of=asked' })).json().clocks).toEqual([])
    await expectSound(house.ctx, person)
  })
})

describe('a new version', () => {
  /** Puts a version with another term of acceptance in force from now, and moves the clock of the product past it. */
  async function comeIntoForce(rule: string): Promise<number> {
    const { rows } = await house.ctx.db.query<{ document: string; version: number }>(
      'select document, version from agreements order by version desc limit 1',
    )
    const version = (rows[0]?.version ?? 1) + 1
    const document = `${(rows[0]?.document ?? '').replace(/\nrunning_clocks: .*/, '').replace(/accept_or_reject: \{ within: \d+ working hours/, `accept_or_reject: { within: ${10 + version} working hours`)}\nrunning_clocks: ${rule}\n`
    await house.ctx.db.query(
      `insert into agreements (version, title, document, status, in_force_from) values ($1, 'Second', $2, 'in force', $3)`,
      [version, document, new Date(house.ctx.now())],
    )
    await house.ctx.agreements.refresh()
    return version
  }
  const dues = async () =>
    (await house.ctx.db.query(`select due_at from clocks where name = 'acceptance' order by person_id`)).rows.map(
      (row) => row.due_at.getTime(),
    )

  it('lets running clocks keep their terms without a word', async () => {
    await arrive(3)
    const before = await dues()
    await comeIntoForce('keep their terms')
    expect(await changeRunningClocks(house.ctx, house.ctx.now())).toBe(0)
    expect(await dues()).toEqual(before)
  })

  it('has them take the new ones in batches, once, though several processes ask', async () => {
    const people = await arrive(450)
    const before = await dues()
    const version = await comeIntoForce('take the new terms')
    const preview = (await manager.ask({ url: `/api/agreements/${version}/running-clocks` })).json()
    expect(preview).toMatchObject({ takes: 'take', running: 900, changing: 450 })
    const all = async () => {
      let changed = 0
      for (
        let n = await changeRunningClocks(house.ctx, house.ctx.now());
        n > 0;
        n = await changeRunningClocks(house.ctx, house.ctx.now())
      )
        changed += n
      return changed
    }
    const changed = await Promise.all([all(), all()])
    expect(changed.reduce((sum, n) => sum + n, 0)).toBe(450)
    expect((await dues()).every((due, i) => due > (before[i] ?? 0))).toBe(true)
    expect(await readPendingChanges(house.ctx, house.ctx.now())).toEqual([])
    for (const id of people.slice(0, 20)) await expectSound(house.ctx, id)
  })

  it('reaches a clock before it strikes by the terms before', async () => {
    const [person = ''] = await arrive(1)
    const before = (await dues())[0] ?? 0
    await comeIntoForce('take the new terms')
    await strikeDueClocks(house.ctx, before)
    const { rows } = await house.ctx.db.query(
      `select what from decisions where what in ('clock.breached', 'clock.changed') and revised_at is null and data ->> 'clock' = 'acceptance'`,
    )
    expect(rows.map((row) => row.what)).toEqual(['clock.changed'])
    await expectSound(house.ctx, person)
  })
})
