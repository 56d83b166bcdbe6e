import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { ENDPOINTS as TEAMS } from '../teams/routes.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([...ENDPOINTS, ...TEAMS])
})
afterAll(() => house.close())

const dueOf = async (owner: string) => {
  const { rows } = await house.ctx.db.query<{ due_at: Date }>(
    `select due_at from clocks where owner = $1 order by due_at limit 1`,
    [owner],
  )
  return rows[0]?.due_at.getTime() ?? null
}

it('an absence moves the clocks of the person’s open leads, and cancelling it moves them back', async () => {
  const admin = await house.as('admin')
  const { id: teamId } = (
    await admin.ask({ method: 'POST', url: '/api/teams', body: { name: 'Sales', side: 'sales' } })
  ).json()
  const seller = await house.as('seller', teamId)
  const now = Date.now()
  const who = { email: 'vera@firm.example' }
  const shared = { at: now, source: 'test', actor: null, isHistory: false, who, touch: null }
  await recordFacts(house.ctx, [
    { ...shared, kind: 'person.identified', messageId: '1', data: { person: { name: 'Vera', role: 'owner' } } },
    { ...shared, kind: 'form.submitted', messageId: '2', data: { name: 'prices', wantsCall: true } },
  ])
  const before = await dueOf(seller.id)
  if (before === null) throw new Error('no clock runs')
  const endsAt = new Date(before + 10 * 86_400_000)
  const body = { startsAt: new Date(now - 60_000).toISOString(), endsAt: endsAt.toISOString() }
  const absence = (await seller.ask({ method: 'POST', url: `/api/users/${seller.id}/absences`, body })).json()
  expect(await dueOf(seller.id)).toBeGreaterThan(endsAt.getTime())
  await seller.ask({ method: 'DELETE', url: `/api/users/${seller.id}/absences/${absence.id}` })
  expect(await dueOf(seller.id)).toBe(before)
})
