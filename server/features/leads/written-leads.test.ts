import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { leadRow } from './contract.ts'
import { readLeadRows, writtenLeadsOf } from './read-lead-rows.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

it('writes leads in the database as they are told here, to the tenth of a point', async () => {
  const day = 86_400_000
  const now = Date.now()
  const facts = ['Ana "the" Ruiz\n', 'Zoé ☎', 'x'].map((name, n) => ({
    kind: 'form.submitted' as const,
    at: now - n * 17 * day,
    messageId: randomUUID(),
    source: 'test',
    actor: null,
    isHistory: false,
    who: { email: `p${n}@firm.example` },
    touch: { channel: 'social', origin: null, campaign: 'C\\1', landingPage: '/a' },
    data: { name, wantsCall: n === 0 },
  }))
  await recordFacts(house.ctx, facts)
  const { rows } = await house.ctx.db.query<{ person_id: string; attempt: number }>(
    'select person_id, attempt from leads order by opened_at',
  )
  expect(rows).toHaveLength(3)
  const keys = rows.map((row) => ({ personId: row.person_id, attempt: row.attempt }))
  // At one moment, for points fade between two.
  const ctx = { ...house.ctx, now: () => now + 3 * day }
  const told = await readLeadRows(ctx, keys)
  const written = (await writtenLeadsOf(house.ctx.db, ctx, keys)).map((one) =>
    z.parse(leadRow, JSON.parse(one.written)),
  )
  const plain = (rows: readonly object[]): unknown =>
    JSON.parse(JSON.stringify(rows), (key: string, value: unknown) =>
      key.endsWith('At') && typeof value === 'string' ? Date.parse(value) : value,
    )
  expect(plain(written)).toEqual(plain(told))
  const manager = await house.as('manager')
  const list = await manager.ask({ url: '/api/leads?limit=2' })
  expect(list.json().leads).toHaveLength(2)
  const rest = await manager.ask({ url: `/api/leads?limit=2&after=${list.json().next}` })
  expect(rest.json()).toMatchObject({ leads: [{ personId: keys[0]?.personId }], next: null })
})
