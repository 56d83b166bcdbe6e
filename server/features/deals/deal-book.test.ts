import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as facts } from '../facts/routes.ts'
import { bookOf, checkBook } from './book/book-of.ts'
import { chooseSlots } from './book/choose-slots.ts'
import { countEnded } from './book/ended-deals.ts'
import { ENDPOINTS } from './routes.ts'
import { countInBook, countRows } from './sum-deals.ts'

let house: House
const sellers: string[] = []
let people: string[] = []
let born = 0
const NEEDS_NOTHING = `
pipelines:
  New business:
    stages: { Discovery: { owner: sales }, Offer: { owner: sales, probability: 50 % }, Contract: { owner: sales } }
    win_needs: nothing
  Renewals:
    stages: { Talk: { owner: sales } }
    win_needs: nothing
`

beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...facts])
  await house.ctx.db.query('update agreements set document = document || $1', [NEEDS_NOTHING])
  await house.ctx.agreements.refresh()
  for (let n = 0; n < 2; n += 1) sellers.push((await house.as('seller')).id)
})
afterAll(() => house.close())

type Who = { email: string } | { personId: string }
async function tell(kind: string, data: object, who: Who): Promise<string> {
  const [recorded] = await recordFacts(house.ctx, [
    {
      kind,
      at: house.ctx.now(),
      messageId: randomUUID(),
      source: 'test',
      actor: null,
      isHistory: false,
      who,
      touch: null,
      data,
    } as Parameters<typeof recordFacts>[1][number],
  ])
  return recorded?.personId ?? ''
}

const number = fc.nat({ max: 9 })
const act = fc.record({
  what: fc.constantFrom('open', 'move', 'change', 'win', 'lose', 'undecide', 'reopen', 'retract', 'rename'),
  person: number,
  deal: number,
  by: number,
})

async function newPerson(): Promise<string> {
  born += 1
  return tell('form.submitted', { name: 'demo', wantsCall: true }, { email: `p${born}@x.example` })
}

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

async function doOne({ what, person, deal, by }: Act): Promise<void> {
  const personId = people[person % people.length] ?? ''
  const who = { personId }
  const id = `d${deal % 4}`
  switch (what) {
    case 'open':
      await tell(
        'deal.opened',
        {
          deal: id,
          name: `Deal ${by}`,
          pipeline: by % 3 === 0 ? 'Renewals' : 'New business',
          ...(by % 2 === 0 ? { amountCents: by * 1_000, currency: by % 4 === 0 ? 'USD' : 'EUR' } : {}),
        },
        who,
      )
      return
    case 'move':
      await tell('deal.moved', { deal: id, stage: ['Discovery', 'Offer', 'Contract'][by % 3] }, who)
      return
    case 'change':
      await tell(
        'deal.changed',
        {
          deal: id,
          amountCents: by * 100,
          currency: by % 2 === 0 ? 'EUR' : 'USD',
          closeDate: `2026-0${1 + (by % 9)}-15`,
          closer: sellers[by % 2],
          products: [{ name: `Product ${by % 3}` }],
          competitors: by % 2 === 0 ? [`Rival ${by % 3}`] : [],
          ...(by > 5 ? { nextStep: 'call' } : {}),
        },
        who,
      )
      return
    case 'win':
      await tell('deal.won', { deal: id, proof: 'none', reason: 'price' }, who)
      return
    case 'lose':
      await tell('deal.lost', { deal: id, reason: by % 2 === 0 ? 'price' : 'timing' }, who)
      return
    case 'undecide':
      await tell('deal.undecided', { deal: id, reason: 'no budget' }, who)
      return
    case 'reopen':
      await tell('deal.reopened', { deal: id }, who)
      return
    case 'retract': {
      const { rows } = await house.ctx.db.query<{ id: string }>(
        `select fact_id as id from facts where person_id = $1 and kind like 'deal.%' order by fact_id offset $2 limit 1`,
        [personId, by],
      )
      if (rows[0] !== undefined) await tell('fact.retracted', { fact: rows[0].id }, who)
      return
    }
    case 'rename':
      await tell('form.submitted', { name: 'demo', company: `Firm ${by}` }, who)
  }
}

const sorted = (rows: readonly { stage: string; currency: string | null }[]): unknown[] =>
  rows.toSorted((a, b) => `${a.stage} ${a.currency}`.localeCompare(`${b.stage} ${b.currency}`))

it('what is counted in memory equals what the database counts, whatever happened to deals', {
  timeout: 120_000,
}, async () => {
  const { ctx } = house
  let seen = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      people = [await newPerson(), await newPerson()]
      // Some at once: changes commit in another order than they began.
      for (let at = 0; at < acts.length; at += 3)
        await Promise.all([...acts.slice(at, at + 3).map((each) => doOne(each).catch(() => undefined)), bookOf(ctx)])
      expect(await checkBook(ctx)).toEqual([])
      const book = await bookOf(ctx)
      for (const asked of [
        {},
        { status: 'open', pipeline: 'New business' },
        { status: 'open', owner: sellers[0] },
        { status: 'closed', pipeline: 'Renewals' },
        { status: 'unproven' },
        { owner: 'nobody' },
        { due: 'next step' },
        { due: 'no next step' },
        { due: 'close date over' },
        { closeFrom: '2026-03-01', closeTo: '2026-06-01' },
        { closeFrom: '2026-03-01' },
        { minCents: 300 },
        { maxCents: 500, currency: 'EUR' },
        { product: 'Product 1' },
        { competitor: 'Rival 2' },
        { reason: 'price' },
        { saidBy: 'seller', reason: 'timing' },
        { without: 'amount' },
        { without: 'close date', status: 'open' },
        { closedFrom: '2020-01-01', closedTo: '2030-01-01' },
        { stage: 'Offer' },
      ] as const)
        expect(sorted(countInBook(ctx, book, asked)), JSON.stringify(asked)).toEqual(
          sorted(await countRows(ctx, asked)),
        )
      const { rows: all } = await ctx.db.query<{ deals: number }>('select count(*)::int as deals from deals')
      seen = Math.max(seen, all[0]?.deals ?? 0)
      const { money } = countEnded(book, chooseSlots(book, null, {}, ctx.now()), () => true)
      const { rows } = await ctx.db.query<{ deals: number; cents: string }>(
        `select count(*)::int as deals, coalesce(sum(amount_cents), 0)::text as cents from deals where status <> 'open'`,
      )
      expect(money.reduce((sum, each) => sum + each.deals, 0)).toBe(rows[0]?.deals)
      expect(money.reduce((sum, each) => sum + each.cents, 0)).toBe(Number(rows[0]?.cents))
    }),
    { numRuns: Number(process.env.ENSEMBLE_TEST_BOOKS ?? 25) },
  )
  expect(seen, 'there were deals to count').toBeGreaterThan(5)
})

it('a change that nobody noted is found, told and mended', async () => {
  const { ctx } = house
  const personId = await newPerson()
  await tell('deal.opened', { deal: 'drift', name: 'Drift' }, { personId })
  await bookOf(ctx)
  const moved = await ctx.db.query(`update deals set stage = 'Elsewhere' where person_id = $1 and deal_id = 'drift'`, [
    personId,
  ])
  expect(moved.rowCount).toBe(1)
  expect(await checkBook(ctx)).toEqual([`${personId} drift`])
  expect(await checkBook(ctx)).toEqual([])
})
