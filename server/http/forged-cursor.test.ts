import { afterAll, beforeAll, expect, it } from 'vitest'
import { ENDPOINTS } from '../endpoints.ts'
import { type Ask, type House, openHouse } from '../test/house.ts'
import { CONTRACTS } from './contracts.ts'
import { packCursor } from './cursor.ts'

let house: House
let ask: Ask

beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
  ask = (await house.as('admin')).ask
})

afterAll(() => house.close())

const ID = '00000000-0000-7000-8000-000000000001'
const LISTS = CONTRACTS.filter(
  (contract) => contract.method === 'GET' && contract.query !== undefined && contract.url.startsWith('/api/'),
)
const MARKS = [
  'nonsense',
  Buffer.from('{').toString('base64url'),
  packCursor([]),
  packCursor(['x', 'not an id']),
  packCursor(['x', 'not an id', 'y']),
  packCursor([1e300, ID, 1]),
  packCursor(['2026-01-01', ID, 1e300]),
]

it.each(LISTS.map(({ id, url }) => [id, url]))('%s never fails on a page mark somebody made up', async (_id, url) => {
  const path = url.replace(':version', '1').replace(':clause', 'F1').replace(/:\w+/g, ID)
  for (const mark of MARKS) {
    const answer = await ask({ url: `${path}?after=${mark}&from=2026-01-01&to=2026-02-01&q=a&number=draft.qualified` })
    expect([answer.statusCode, mark, answer.body.slice(0, 200)]).not.toContain(500)
    expect(answer.statusCode).toBeLessThan(500)
  }
})
