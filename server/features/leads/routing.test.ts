import { runMigrations } from 'graphile-worker'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { agreeOn } from '../../test/agree-on.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectNobodyLost } from '../../test/expect-sound.ts'
import { forgetPeople, type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import { changeAccount } from '../accounts/change-account.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { handOnLeads } from '../reroutes/hand-on-leads.ts'
import { startReroute } from '../reroutes/start-reroute.ts'

// Monday 2 November 2026, 10:00 in Paris.
const START = Date.parse('2026-11-02T09:00:00Z')

let database: TestDatabase
let ctx: HeldContext
let sellers: string[]
let plain: string

/** The default agreement with other routing. */
async function agree(routing: string): Promise<void> {
  await agreeOn(database, ctx, plain.replace(/\nrouting:[\s\S]*?\nnobody_free:/, `\n${routing}\nnobody_free:`))
}
const TEAM = `routing:
  R1: { to: pool Everyone }
pools:
  Everyone: { people: team Sales, order: round robin`

beforeAll(async () => {
  plain = await defaultDocument()
  database = await testDatabase()
  await runMigrations({ pgPool: database.pool })
  sellers = await hireSellers(database, 4)
  ctx = await heldContext(database, START)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await forgetPeople(database)
  await database.pool.query('delete from absences')
  await database.pool.query('delete from reroutes')
  await database.pool.query(`update users set is_active = true, languages = '{}', skills = '{}'`)
  ctx.clock.nowMs = START
})

let made = 0
const fact = (email: string, kind: string, data: object, more: Partial<IncomingFact> = {}): IncomingFact => {
  made += 1
  return {
    kind,
    at: ctx.now(),
    messageId: `m${made}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data,
    ...more,
  }
}
async function arrive(email: string, known: { person?: object; account?: object } = {}): Promise<void> {
  ctx.clock.nowMs += 1_000
  await recordFacts(ctx, [
    fact(email, 'person.identified', { ...known, person: { email, ...known.person } }),
    fact(email, 'form.submitted', { name: 'demo', wantsCall: true }),
  ])
}
async function ownerOf(email: string): Promise<string | null> {
  const { rows } = await database.pool.query<{ owner: string | null }>(
    `select l.owner from identities i join leads l on l.person_id = i.person_id where i.value = $1 order by l.attempt desc limit 1`,
    [email],
  )
  return rows[0]?.owner ?? null
}
async function lastDecision(email: string, what: string): Promise<Record<string, unknown>> {
  const { rows } = await database.pool.query<{ data: Record<string, unknown>; clause: string | null }>(
    `select d.data, d.clause from identities i join decisions d on d.person_id = i.person_id
     where i.value = $1 and d.what = $2 and d.revised_at is null order by d.decided_at desc, d.ordinal desc limit 1`,
    [email, what],
  )
  return { ...rows[0]?.data, clause: rows[0]?.clause ?? null }
}

describe('the owner of a company', () => {
  it('gets its next leads, also that of somebody just heard of', async () => {
    await agree(`routing:
  R1: { to: account owner }
  R2: { to: pool Everyone }
pools:
  Everyone: { people: team Sales, order: round robin }`)
    await arrive('ana@firm.example')
    const { rows } = await database.pool.query<{ account_id: string }>('select account_id from accounts')
    const [account] = rows
    const owner = sellers[3] ?? ''
    expect(await ownerOf('ana@firm.example')).not.toBe(owner)
    await changeAccount(ctx, { accountId: account?.account_id ?? '', ownerId: owner })
    await arrive('new@firm.example')
    expect(await ownerOf('new@firm.example')).toBe(owner)
    expect(await lastDecision('new@firm.example', 'routed')).toMatchObject({ clause: 'R1', outranked: ['R2'] })
    await database.pool.query('update users set is_active = false where id = $1', [owner])
    await arrive('third@firm.example')
    expect(await ownerOf('third@firm.example')).not.toBe(owner)
    expect(await lastDecision('third@firm.example', 'routed')).toMatchObject({
      clause: 'R2',
      considered: [{ clause: 'R1', why: 'the owner of the company cannot take it' }],
      passedOver: expect.arrayContaining([{ who: owner, why: 'inactive', clause: 'R1' }]),
    })
    await changeAccount(ctx, { accountId: account?.account_id ?? '', ownerId: null })
    await expectNobodyLost(ctx)
  })
})

it('asks for languages and skills of people', async () => {
  await agree(`${TEAM}, speaks: person.language, skills: [enterprise] }`)
  await database.pool.query(`update users set languages = '{en,fr-CA}', skills = '{Enterprise}' where id = $1`, [
    sellers[2],
  ])
  await database.pool.query(`update users set languages = '{fr}' where id = $1`, [sellers[1]])
  await arrive('a@x.example', { person: { language: 'fr' } })
  expect(await ownerOf('a@x.example')).toBe(sellers[2])
  const { passedOver } = await lastDecision('a@x.example', 'routed')
  expect(passedOver).toEqual([
    { who: sellers[0], why: 'does not speak fr' },
    { who: sellers[1], why: 'lacks the skill enterprise' },
    { who: sellers[3], why: 'does not speak fr' },
  ])
  await arrive('b@x.example', { person: { language: 'ja' } })
  expect(await ownerOf('b@x.example')).toBeNull()
})

describe('a rejection that stands', () => {
  const reject = async (email: string, reason: string) => {
    ctx.clock.nowMs += 1_000
    const actor = await ownerOf(email)
    const [recorded] = await recordFacts(ctx, [fact(email, 'lead.rejected', { reason }, { actor })])
    return { actor, recorded }
  }
  const credits = async () => {
    const { rows } = await database.pool.query<{ user_id: string; credits: number }>(
      'select user_id, credits from turns where credits <> 0',
    )
    return Object.fromEntries(rows.map((row) => [row.user_id, row.credits]))
  }

  it('gives turn and limit back once, and takes them again when it is undone', async () => {
    await agree(`${TEAM}, at_most: [1 a day], credit: an accepted rejection gives the turn back }`)
    for (const name of ['a', 'b', 'c', 'd']) await arrive(`${name}@x.example`)
    await arrive('late@x.example')
    expect(await ownerOf('late@x.example')).toBeNull()
    const { actor, recorded } = await reject('a@x.example', 'incomplete')
    expect(await credits()).toEqual({ [actor ?? '']: 1 })
    expect(await lastDecision('a@x.example', 'turn.returned')).toMatchObject({ to: actor, reason: 'incomplete' })
    const who = { personId: recorded?.personId ?? '' }
    ctx.clock.nowMs += 1_000
    await recordFacts(ctx, [fact('', 'fact.retracted', { fact: recorded?.factId }, { who })])
    expect(await credits()).toEqual({})
    expect(await ownerOf('a@x.example')).toBe(actor)
    const full = await database.pool.query('select 1 from hand_offs where given_back_by is not null')
    expect(full.rowCount).toBe(0)
    await reject('a@x.example', 'duplicate')
    expect(await credits()).toEqual({ [actor ?? '']: 1 })
    await arrive('next@x.example')
    expect(await ownerOf('next@x.example')).toBe(actor)
    expect(await lastDecision('next@x.example', 'routed')).toMatchObject({ isCredit: true })
    expect(await credits()).toEqual({})
    await arrive('nobody@x.example')
    expect(await ownerOf('nobody@x.example')).toBeNull()
    await expectNobodyLost(ctx)
  })

  it('gives none where the lead was only not good enough, or the pool does not say so', async () => {
    await agree(`${TEAM}, credit: an accepted rejection gives the turn back }`)
    await arrive('a@x.example')
    await reject('a@x.example', 'below the definition')
    expect(await credits()).toEqual({})
    await agree(`${TEAM} }`)
    await arrive('b@x.example')
    await reject('b@x.example', 'misrouted')
    expect(await credits()).toEqual({})
  })
})

it('passes over everybody who had the lead before, and says so when nobody is left', async () => {
  await agree(`${TEAM} }`)
  await arrive('a@x.example')
  const had: (string | null)[] = []
  for (let time = 0; time < 4; time++) {
    ctx.clock.nowMs += 1_000
    const owner = await ownerOf('a@x.example')
    had.push(owner)
    await recordFacts(ctx, [fact('a@x.example', 'lead.rejected', { reason: 'misrouted' }, { actor: owner })])
  }
  expect(new Set(had)).toEqual(new Set(sellers))
  expect(await ownerOf('a@x.example')).toBeNull()
  expect(await lastDecision('a@x.example', 'unroutable')).toMatchObject({ rule: 'everybody had it before' })
  ctx.clock.nowMs += 2 * 3_600_000
  await strikeDueClocks(ctx, ctx.now())
  expect(await ownerOf('a@x.example')).toBe(had[0])
  expect(await lastDecision('a@x.example', 'routed')).toMatchObject({
    rule: 'everybody had it before: whoever had it longest ago',
  })
  await expectNobodyLost(ctx)
})

it('lets leads wait for the hours of the pool, without an alarm', async () => {
  await agree(`${TEAM}, hours: { mon-fri: ["14:00-16:00"] }, outside_hours: wait }`)
  await arrive('a@x.example')
  expect(await ownerOf('a@x.example')).toBeNull()
  ctx.clock.nowMs = Date.parse('2026-11-02T12:59:59Z')
  await strikeDueClocks(ctx, ctx.now())
  expect(await ownerOf('a@x.example')).toBeNull()
  ctx.clock.nowMs = Date.parse('2026-11-02T13:00:00Z')
  await strikeDueClocks(ctx, ctx.now())
  expect(sellers).toContain(await ownerOf('a@x.example'))
  const told = await database.pool.query(`select 1 from decisions where what = 'escalated'`)
  expect(told.rowCount).toBe(0)
  await expectNobodyLost(ctx)
})

it('tells when the fallback took the lead', async () => {
  const [first = '', second = ''] = sellers
  await agree(`routing:
  R1: { to: pool First }
pools:
  First: { people: [seller1@x.example], order: round robin, fallback: pool Second }
  Second: { people: [seller2@x.example], order: round robin }`)
  await database.pool.query(
    'insert into absences (absence_id, user_id, starts_at, ends_at) values (gen_random_uuid(), $1, $2, $3)',
    [first, new Date(START - 1), new Date(START + 86_400_000)],
  )
  await arrive('a@x.example')
  expect(await ownerOf('a@x.example')).toBe(second)
  expect(await lastDecision('a@x.example', 'overflowed')).toMatchObject({ pool: 'Second', insteadOf: 'First' })
})

describe('somebody who leaves', () => {
  const leave = async (userId: string) => {
    ctx.clock.nowMs += 1_000
    await database.pool.query('update users set is_active = false where id = $1', [userId])
    return startReroute(database.pool, { userId, why: 'deactivated', absenceId: null, beginsAtMs: ctx.now(), by: null })
  }
  const stateOf = async (id: string) => {
    const { rows } = await database.pool.query(
      'select status, total, done, waiting from reroutes where reroute_id = $1',
      [id],
    )
    return rows[0]
  }

  it('has their open leads handed on by the agreement, as facts, also when the job is broken off and run again', async () => {
    await agree(`${TEAM} }`)
    const [gone = ''] = sellers
    const names = Array.from({ length: 480 }, (_, index) => `l${index}@x.example`)
    for (let from = 0; from < names.length; from += 80)
      await recordFacts(
        ctx,
        names.slice(from, from + 80).map((email) => fact(email, 'form.submitted', { name: 'demo', wantsCall: true })),
      )
    const id = await leave(gone)
    expect(await stateOf(id)).toMatchObject({ status: 'planned', total: 120 })
    // The process dies in the middle: the second batch never comes.
    let calls = 0
    const dying: HeldContext = {
      ...ctx,
      now: () => {
        calls += 1
        if (calls > 6) throw new Error('killed')
        return ctx.now()
      },
    }
    await expect(handOnLeads(dying, id)).rejects.toThrow('killed')
    await handOnLeads(ctx, id)
    await handOnLeads(ctx, id)
    expect(await stateOf(id)).toEqual({ status: 'done', total: 120, done: 120, waiting: 0 })
    const { rows } = await database.pool.query<{ owner: string; n: number }>(
      `select owner, count(*)::int as n from leads where outcome = 'open' group by owner order by n`,
    )
    expect(rows.map((row) => row.n)).toEqual([160, 160, 160])
    expect(rows.map((row) => row.owner)).not.toContain(gone)
    const told = await database.pool.query(`select 1 from facts where kind = 'owner.left'`)
    expect(told.rowCount).toBe(120)
    await expectNobodyLost(ctx)
  }, 120_000)

  it('keeps what is left when they come back meanwhile', async () => {
    await agree(`${TEAM} }`)
    await arrive('a@x.example')
    const owner = (await ownerOf('a@x.example')) ?? ''
    const id = await leave(owner)
    await database.pool.query('update users set is_active = true where id = $1', [owner])
    await handOnLeads(ctx, id)
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', done: 0 })
    expect(await ownerOf('a@x.example')).toBe(owner)
  })

  it('leaves leads waiting, with an alarm, where nobody is free', async () => {
    await agree(`routing:
  R1: { to: pool One }
pools:
  One: { people: [seller1@x.example], order: round robin }`)
    await arrive('a@x.example')
    const id = await leave(sellers[0] ?? '')
    await handOnLeads(ctx, id)
    expect(await stateOf(id)).toEqual({ status: 'done', total: 1, done: 1, waiting: 1 })
    expect(await ownerOf('a@x.example')).toBeNull()
    expect(await lastDecision('a@x.example', 'unroutable')).toMatchObject({ pool: 'One' })
    await expectNobodyLost(ctx)
  })
})
