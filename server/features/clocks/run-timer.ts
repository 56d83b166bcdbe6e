import type { Context } from '../../context.ts'
import { strikeDueClocks } from './strike-due-clocks.ts'

const LOOK_EVERY_MS = 500

/** Keeps time: looks for due clocks twice a second, with nobody signed in and after every restart. Stops after the strike at hand. */
export function runTimer(ctx: Context): { stop(): Promise<void> } {
  let isStopped = false
  let running: Promise<void> | null = null
  const look = async (): Promise<void> => {
    try {
      await strikeDueClocks(ctx, ctx.now())
    } catch (error) {
      if (!isStopped) ctx.log.error({ err: error }, 'clocks could not be struck; trying again')
    }
  }
  const timer = setInterval(() => {
    // A look that takes longer than the interval is not followed by a queue of others.
    running ??= look().finally(() => {
      running = null
    })
  }, LOOK_EVERY_MS)
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}
