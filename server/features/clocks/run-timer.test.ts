import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../test/house.ts'
import { runTimer } from './run-timer.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([])
})
afterAll(() => house.close())

it('the timer outlives connections that break, idle or at work', async () => {
  const uncaught: unknown[] = []
  const catchIt = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', catchIt)
  const timer = runTimer(house.ctx)
  let ended = 0
  for (let n = 0; n < 60; n++) {
    const { rowCount } = await house.ctx.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ensemble timer' and datname = current_database()`,
    )
    ended += rowCount ?? 0
    await delay(25)
  }
  await timer.stop()
  process.off('uncaughtException', catchIt)
  expect(ended).toBeGreaterThan(5)
  expect(uncaught).toEqual([])
})
