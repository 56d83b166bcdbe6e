import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

const tell = (userId: string, kind: string, at: string) =>
  house.ctx.db.query(`insert into notices (notice_id, user_id, kind, data, created_at) values ($1, $2, $3, '{}', $4)`, [
    randomUUID(),
    userId,
    kind,
    at,
  ])

it('notices are one’s own, newest first, and read up to the moment that was seen', async () => {
  const [me, other] = [await house.as('seller'), await house.as('seller')]
  await tell(me.id, 'warned', '2026-03-01T10:00:00.000400Z')
  await tell(me.id, 'breached', '2026-03-02T10:00:00Z')
  await tell(other.id, 'escalated', '2026-03-01T10:00:00Z')
  const list = async () => (await me.ask({ url: '/api/notices' })).json()
  const before = await list()
  expect(before.unread).toBe(2)
  expect(before.notices.map((notice: { kind: string }) => notice.kind)).toEqual(['breached', 'warned'])
  const upTo = before.notices[1].createdAt
  expect((await me.ask({ method: 'POST', url: '/api/notices/readings', body: { upTo } })).statusCode).toBe(204)
  expect((await list()).unread).toBe(1)
  expect((await other.ask({ url: '/api/notices' })).json().unread).toBe(1)
})
