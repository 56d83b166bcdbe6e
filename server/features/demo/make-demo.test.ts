import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { beginDemo } from './begin-demo.ts'
import { readProgress, saveProgress } from './demo-progress.ts'
import { makeDemo } from './make-demo.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

async function counts(): Promise<Record<string, number>> {
  const { rows } = await house.ctx.db.query(
    `select (select count(*)::int from people) as people, (select count(*)::int from facts where source not in ('meeting', 'introduction', 'transcript')) as facts,
            (select count(*)::int from decisions) as decisions, (select count(*)::int from leads) as leads,
            (select count(*)::int from clocks where next_at is not null) as clocks, (select count(*)::int from deals) as deals,
            (select count(*)::int from users where email like '%@brisevent.example') as users, (select count(*)::int from absences) as absences,
            (select count(*)::int from meetings) as meetings, (select count(*)::int from ties) as ties, (select count(*)::int from introductions) as introductions`,
  )
  return rows[0]
}

test('the demo is told once, also when it is cut off and begun anew', async () => {
  const { ctx } = house
  const begun = await beginDemo(ctx.db, { leads: 150, seed: 3 }, ctx.now())
  const seen: number[] = []
  const made = await makeDemo(ctx, { onProgress: ({ done }) => seen.push(done) })
  expect([made.leads, made.duplicates, seen.at(-1)]).toEqual([150, 0, 150])
  const before = await counts()
  expect(before.people).toBe(150)
  expect(before.facts).toBe(made.facts)
  expect(before.leads).toBeGreaterThanOrEqual(150)
  expect(before.users).toBe(16)

  await saveProgress(ctx.db, begun)
  const again = await makeDemo(ctx)
  expect(again.duplicates).toBe(made.facts)
  expect(await counts()).toEqual(before)
  expect((await readProgress(ctx.db))?.status).toBe('done')
})

test('the clocks of its last minutes run, and nothing of the past is left to strike', async () => {
  const progress = await readProgress(house.ctx.db)
  const { rows } = await house.ctx.db.query(
    `select count(*) filter (where next_at > $1)::int as running, count(*) filter (where next_at <= $1)::int as missed from clocks`,
    [new Date(progress?.endsAt ?? 0)],
  )
  expect(rows[0].missed).toBe(0)
  expect(rows[0].running).toBeGreaterThanOrEqual(12)
})

test('it is refused where leads are, in words', async () => {
  const admin = await house.as('admin')
  const answer = await admin.ask({ method: 'POST', url: '/api/demo', body: { leads: 100, seed: 1 } })
  expect(answer.statusCode, answer.body).toBe(409)
  expect(answer.json().detail).toContain('leads here already')
  const progress = await admin.ask({ url: '/api/demo' })
  expect(progress.json()).toEqual({ status: 'done', done: 150, total: 150, error: null })
})
