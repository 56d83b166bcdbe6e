import type { Context } from '../../context.ts'
import { openPool } from '../../db/open-pool.ts'
import { changeRunningClocks } from './change-running-clocks.ts'
import { strikeDueClocks } from './strike-due-clocks.ts'

const LOOK_EVERY_MS = 200
/** New versions are rare; while one is being brought to running clocks, batch follows batch. */
const CHANGE_EVERY_MS = 1_000
/** Two batches of strikes, one of changes with its lock, and one to look. */
const CONNECTIONS = 5

/** Does something over and over, never twice at a time, until it is stopped; what is at hand is finished first. */
function over(everyMs: number, doOnce: () => Promise<void>): { stop(): Promise<void> } {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    // A look that takes longer than the interval is not followed by a queue of others.
    running ??= doOnce().finally(() => {
      running = null
    })
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** Keeps time: looks for due clocks five times a second, with nobody signed in and after every restart. Stops after the strike at hand. */
export function runTimer(house: Context): { stop(): Promise<void> } {
  let isStopped = false
  // Connections of its own: a crowd of facts must not keep the clocks waiting for one.
  const { connectionString } = house.db.options
  const db = openPool({ connectionString, max: CONNECTIONS, application_name: 'ensemble timer' }, (what) =>
    house.log.warn(`the timer lost a database connection: ${what}`),
  )
  const ctx: Context = { ...house, db }
  const trying = (what: string, attempt: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      await attempt()
    } catch (error) {
      if (!isStopped) ctx.log.error({ err: error }, `${what}; trying again`)
    }
  }
  const loops = [
    over(
      LOOK_EVERY_MS,
      trying('clocks could not be struck', () => strikeDueClocks(ctx, ctx.now())),
    ),
    over(
      CHANGE_EVERY_MS,
      trying('running clocks could not take new terms', async () => {
        while (!isStopped && (await changeRunningClocks(ctx, ctx.now())) > 0);
      }),
    ),
  ]
  return {
    async stop() {
      isStopped = true
      await Promise.all(loops.map((loop) => loop.stop()))
      await db.end()
    },
  }
}
