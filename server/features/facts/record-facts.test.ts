import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../context.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { readBook } from '../agreements/read-book.ts'
import { strikeDueClocks } from '../clocks/strike-due-clocks.ts'
import type { IncomingFact } from './incoming.ts'
import { recordFacts } from './record-facts.ts'

let database: TestDatabase
let ctx: Context
let clock = Date.parse('2026-11-24T10:00:00Z')
const TEAM = '00000000-0000-7000-8000-0000000000aa'
const ANA = '00000000-0000-7000-8000-000000000001'
const RUI = '00000000-0000-7000-8000-000000000002'

beforeAll(async () => {
  database = await testDatabase()
  await database.pool.query(`insert into teams (team_id, name, side) values ($1, 'Sales', 'sales')`, [TEAM])
  await database.pool.query(
    `insert into users (id, name, email, role, team_id) values ($1, 'Ana', 'ana@x.example', 'seller', $3), ($2, 'Rui', 'rui@x.example', 'seller', $3)`,
    [ANA, RUI, TEAM],
  )
  ctx = {
    db: database.pool,
    now: () => clock,
    log: pino({ level: 'silent' }),
    agreements: await readBook(database.pool),
    bus: { listen: () => () => undefined, stop: async () => undefined },
    publicUrl: 'http://localhost',
    secret: 'x',
    home: '/tmp',
  }
})

afterAll(() => database.drop())

let count = 0
function fact(kind: string, email: string, data: object, extra: Partial<IncomingFact> = {}): IncomingFact {
  count += 1
  return {
    kind,
    at: clock,
    messageId: `t${count}`,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email },
    touch: null,
    data,
    ...extra,
  }
}

async function lead(email: string): Promise<Record<string, unknown> | undefined> {
  const { rows } = await database.pool.query(
    `select l.*, p.is_anonymous, p.facts from leads l join people p using (person_id) where p.email = $1 order by attempt desc`,
    [email],
  )
  return rows[0]
}

describe('recording facts', () => {
  it('scores, qualifies, routes and starts the clocks of a new lead in one call', async () => {
    await recordFacts(ctx, [
      fact('person.identified', 'vera@firm.example', {
        person: { email: 'vera@firm.example', name: 'Vera', phone: '+33140000000', role: 'owner' },
        account: { employees: 80 },
      }),
      fact(
        'form.submitted',
        'vera@firm.example',
        { name: 'price list', wantsCall: true },
        { touch: { channel: 'paid search', origin: null, campaign: null, landingPage: '/prices' } },
      ),
    ])
    const row = await lead('vera@firm.example')
    expect(row).toMatchObject({
      stage: 'qualified',
      outcome: 'open',
      channel: 'paid search',
      team: 'marketing',
      facts: 3,
    })
    expect([ANA, RUI]).toContain(row?.owner)
    const { rows } = await database.pool.query('select name from clocks order by name')
    expect(rows.map((each) => each.name)).toEqual(['acceptance', 'first contact'])
  })

  it('has the effect of a message once', async () => {
    const one = fact('form.submitted', 'vera@firm.example', { name: 'again' })
    const [first] = await recordFacts(ctx, [one])
    const [second] = await recordFacts(ctx, [one])
    expect(first?.status).toBe('recorded')
    expect(second).toMatchObject({ status: 'duplicate', factId: first?.factId })
  })

  it('breaches and reassigns with nobody signed in', async () => {
    const before = await lead('vera@firm.example')
    clock += 6 * 3_600_000
    expect(await strikeDueClocks(ctx, clock)).toBeGreaterThan(0)
    const after = await lead('vera@firm.example')
    expect(after?.owner).not.toBe(before?.owner)
    const { rows } = await database.pool.query(
      `select what from decisions where what in ('clock.warned','clock.breached','reassigned') order by decided_at, what`,
    )
    expect(rows.map((each) => each.what)).toContain('reassigned')
    expect(await strikeDueClocks(ctx, clock)).toBe(0)
  })

  it('moves an anonymous story to the person it turns out to be', async () => {
    await recordFacts(ctx, [
      fact(
        'page.viewed',
        '',
        { path: '/pricing' },
        {
          who: { anonymousId: 'cookie-1' },
          touch: { channel: 'social', origin: null, campaign: null, landingPage: '/pricing' },
        },
      ),
    ])
    await recordFacts(ctx, [fact('person.identified', 'noe@firm.example', { person: { email: 'noe@firm.example' } })])
    await recordFacts(ctx, [
      fact(
        'form.submitted',
        'noe@firm.example',
        { name: 'demo' },
        { who: { email: 'noe@firm.example', anonymousId: 'cookie-1' } },
      ),
    ])
    const row = await lead('noe@firm.example')
    expect(row).toMatchObject({ is_anonymous: false, facts: 3 })
    const { rows } = await database.pool.query(`select count(*)::int as n from people where is_anonymous`)
    expect(rows[0]?.n).toBe(0)
  })
})
