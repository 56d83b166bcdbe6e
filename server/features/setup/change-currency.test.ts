import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { readHouseSettings } from './house-settings.ts'
import { ENDPOINTS } from './routes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse(ENDPOINTS)
})
afterAll(() => house.close())

it('administrators change the currency; what is none is refused, and others may not', async () => {
  const { ask } = await house.as('admin')
  const put = (currency: string) => ask({ method: 'PUT', url: '/api/settings/currency', body: { currency } })
  expect((await put('chf')).json()).toEqual({ currency: 'CHF' })
  expect((await readHouseSettings(house.ctx.db)).currency).toBe('CHF')
  expect((await put('QQQ')).json()).toMatchObject({ status: 400, errors: [{ where: 'body.currency' }] })
  const seller = await house.as('seller')
  const refused = await seller.ask({ method: 'PUT', url: '/api/settings/currency', body: { currency: 'USD' } })
  expect(refused.statusCode).toBe(403)
})
