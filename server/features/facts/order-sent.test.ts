import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../endpoints.ts'
import { type House, openHouse } from '../../test/house.ts'

let house: House
let manager: Awaited<ReturnType<House['as']>>
const now = Date.parse('2026-03-23T08:00:00Z')

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  house.ctx.now = () => now
  manager = await house.as('manager')
})
afterAll(() => house.close())

const NAMES = Array.from({ length: 40 }, (_, index) => `Name ${index}`)

async function send(email: string, more: (index: number) => object): Promise<string> {
  const facts = NAMES.map((name, index) => ({
    kind: 'person.identified',
    who: { email },
    data: { person: { name, email } },
    ...more(index),
  }))
  const answer = await manager.ask({ method: 'POST', url: '/api/facts', body: { facts } })
  expect(answer.statusCode).toBe(201)
  return answer.json().facts[0].personId
}

async function nameOf(personId: string): Promise<string> {
  const { rows } = await house.ctx.db.query<{ name: string }>('select name from people where person_id = $1', [
    personId,
  ])
  return rows[0]?.name ?? ''
}

describe('facts of one request and one millisecond', () => {
  it('stand in the story as they were sent when they bring no ids of their own', async () => {
    const personId = await send('sent@order.example', () => ({}))
    expect(await nameOf(personId)).toBe('Name 39')
    const { rows } = await house.ctx.db.query<{ name: string }>(
      `select data->'person'->>'name' as name from facts where person_id = $1 and kind = 'person.identified' order by message_id collate "C"`,
      [personId],
    )
    expect(rows.map(({ name }) => name)).toEqual(NAMES)
  })

  it('stand in the order of the ids they bring, whichever was sent first', async () => {
    const id = (index: number) => `own-${String(99 - index).padStart(2, '0')}`
    expect(await nameOf(await send('own@order.example', (index) => ({ messageId: id(index) })))).toBe('Name 0')
  })
})
