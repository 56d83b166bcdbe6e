import { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agreeOn } from '../../test/agree-on.ts'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type HeldContext, heldContext, hireSellers } from '../../test/held-context.ts'
import { defaultDocument } from '../agreements/default-document.ts'
import type { IncomingFact } from '../facts/incoming.ts'
import { recordFacts } from '../facts/record-facts.ts'

// Monday 2 November 2026, 10:00 in Paris.
const START = Date.parse('2026-11-02T09:00:00Z')
/** ENSEMBLE_FAIR_LEADS=10000 for the full run. */
const LEADS = Number(process.env.ENSEMBLE_FAIR_LEADS ?? 400)
const WORKERS = 20
const COUNTRIES = ['FR', 'PT', 'DE', 'IT']
const SHARES = { seller1: 0.5, seller2: 1, seller3: 3 }
const CAP = Math.max(2, Math.floor(LEADS / 100))

let database: TestDatabase
let ctx: HeldContext
let sellers: string[]
const pools: Pool[] = []

const ROUTING = `routing:
  R1: { when: 'account.country == "FR"', to: pool Turns }
  R2: { when: 'account.country == "PT"', to: pool Shares }
  R3: { when: 'account.country == "DE"', to: pool Capped }
  R4: { to: pool Load }
pools:
  Turns: { people: team Sales, order: round robin }
  Shares: { people: [seller1@x.example, seller2@x.example, seller3@x.example, seller9@x.example], order: round robin,
    weights: { seller1@x.example: 0.5, seller3@x.example: 3, seller9@x.example: 9 } }
  Capped: { people: [seller4@x.example, seller5@x.example, seller6@x.example, seller9@x.example], order: round robin,
    at_most: [${CAP} a day], at_most_together: [${CAP * 3 - 1} a day], fallback: pool Overflow }
  Overflow: { people: [seller7@x.example, seller8@x.example], order: round robin }
  Load: { people: [seller9@x.example, seller10@x.example, seller11@x.example, seller12@x.example], order: least loaded }`

beforeAll(async () => {
  database = await testDatabase()
  sellers = await hireSellers(database, 12)
  ctx = await heldContext(database, START)
  const document = await defaultDocument()
  await agreeOn(database, ctx, document.replace(/\nrouting:[\s\S]*?\nnobody_free:/, `\n${ROUTING}\nnobody_free:`))
  // The ninth is away all the time, the twelfth left.
  await database.pool.query(
    'insert into absences (absence_id, user_id, starts_at, ends_at) values (gen_random_uuid(), $1, $2, $3)',
    [sellers[8], new Date(START - 1), new Date(START + 86_400_000)],
  )
  await database.pool.query('update users set is_active = false where id = $1', [sellers[11]])
})
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()))
  await database.drop()
})

function factsOf(lead: number): IncomingFact[] {
  const common = {
    at: START,
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email: `lead${lead}@x.example` },
    touch: null,
  }
  const account = { country: COUNTRIES[lead % 4] ?? 'FR' }
  return [
    { ...common, kind: 'person.identified', messageId: `i${lead}`, data: { account } },
    { ...common, kind: 'form.submitted', messageId: `f${lead}`, data: { name: 'demo', wantsCall: true } },
  ]
}

/** Each worker has its own connection, and takes the next lead that nobody has taken. */
async function work(): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      const pool = new Pool({ connectionString: database.url, max: 1 })
      pools.push(pool)
      const own = { ...ctx, db: pool }
      while (next < LEADS) {
        const lead = next
        next += 1
        await recordFacts(own, factsOf(lead))
      }
    }),
  )
}

it('is fair to the lead with twenty workers at once: turns, shares, limits, absences (invariant 6)', async () => {
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  const { rows } = await database.pool.query<{ pool: string; seller: string; n: number }>(
    `select h.pool, split_part(u.email, '@', 1) as seller, count(*)::int as n from hand_offs h join users u on u.id = h.user_id group by 1, 2`,
  )
  const of = (pool: string) => new Map(rows.filter((row) => row.pool === pool).map((row) => [row.seller, row.n]))
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, n) => total + n, 0)
  const spread = (counts: ReadonlyMap<string, number>) => Math.max(...counts.values()) - Math.min(...counts.values())

  expect(rows.filter((row) => row.seller === 'seller9' || row.seller === 'seller12')).toEqual([])
  expect(rows.reduce((total, row) => total + row.n, 0)).toBe(LEADS)

  const turns = of('Turns')
  expect(turns.size).toBe(10)
  expect(spread(turns)).toBeLessThanOrEqual(1)

  const shares = of('Shares')
  const off = Object.entries(SHARES).map(([seller, share]) =>
    Math.abs((shares.get(seller) ?? 0) - (sum(shares) * share) / 4.5),
  )
  expect(Math.max(...off)).toBeLessThanOrEqual(1)

  const capped = of('Capped')
  expect(Math.max(...capped.values())).toBeLessThanOrEqual(CAP)
  expect(sum(capped)).toBe(CAP * 3 - 1)
  const overflow = of('Overflow')
  expect(sum(overflow)).toBe(LEADS / 4 - sum(capped))
  expect(spread(overflow)).toBeLessThanOrEqual(1)

  // Nobody works a lead here, so load counts every lead of a person, whatever the pool.
  const { rows: open } = await database.pool.query<{ n: number }>(
    `select count(*)::int as n from leads where owner = any($1::uuid[]) and outcome = 'open' group by owner`,
    [[sellers[9], sellers[10]]],
  )
  expect(Math.abs((open[0]?.n ?? 0) - (open[1]?.n ?? 0))).toBeLessThanOrEqual(1)
  const { rows: doubles } = await database.pool.query('select 1 from hand_offs group by person_id having count(*) <> 1')
  expect(doubles).toEqual([])
  if (process.env.ENSEMBLE_FAIR_LEADS !== undefined)
    process.stdout.write(
      `${JSON.stringify({ leads: LEADS, workers: WORKERS, seconds: Math.round(seconds), perSecond: Math.round(LEADS / seconds), spreadOfTurns: spread(turns), offShares: off.map((each) => Number(each.toFixed(3))), mostOfCap: [Math.max(...capped.values()), CAP], together: [sum(capped), CAP * 3 - 1], spreadOfOverflow: spread(overflow) })}\n`,
    )
}, 1_800_000)
