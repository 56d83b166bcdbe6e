import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../db/in-transaction.ts'
import { type House, openHouse } from '../../test/house.ts'
import { runTimer } from './run-timer.ts'

let house: House
beforeAll(async () => {
  house = await openHouse([])
})
afterAll(() => house.close())

/** Ends the connections of the timer that wait for a lock, and says how many those were. */
async function endAtWork(): Promise<number> {
  const { rowCount } = await house.ctx.db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'ensemble timer' and datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rowCount ?? 0
}

it('the timer outlives connections that break at work', async () => {
  const uncaught: unknown[] = []
  const catchIt = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', catchIt)
  const timer = runTimer(house.ctx)
  let ended = 0
  for (let n = 0; n < 3; n++)
    await inTransaction(house.ctx.db, async (tx) => {
      await tx.query('lock table clocks in access exclusive mode')
      for (let tries = 0, before = ended; tries < 200 && ended === before; tries++) {
        ended += await endAtWork()
        await delay(20)
      }
      await delay(100)
    })
  await timer.stop()
  process.off('uncaughtException', catchIt)
  expect(ended).toBeGreaterThanOrEqual(3)
  expect(uncaught).toEqual([])
})
