import type { Context } from '../../context.ts'
import { sendDueMails } from '../mail/send-due-mails.ts'
import { gatherNotices } from './gather-notices.ts'
import { planSummaries, sendSummaries } from './send-summaries.ts'

const LOOK_EVERY_MS = 1_000
const PLAN_EVERY_MS = 60_000

/**
 * The post office of this process: once a second it makes mails of what waits and sends those that are due, until stopped.
 * It stands beside the queue of jobs, where an import of an hour would keep a lead with five minutes waiting.
 */
export function runPost(ctx: Context): { stop(): Promise<void> } {
  let isStopped = false
  const running = new Set<Promise<void>>()
  const every = (ms: number, what: string, work: () => Promise<unknown>): NodeJS.Timeout => {
    let isBusy = false
    return setInterval(() => {
      if (isBusy) return
      isBusy = true
      const run = work()
        .then(() => undefined)
        .catch((error: unknown) => {
          if (!isStopped) ctx.log.error({ err: error }, `${what}; trying again`)
        })
        .finally(() => {
          isBusy = false
          running.delete(run)
        })
      running.add(run)
    }, ms)
  }
  const timers = [
    every(LOOK_EVERY_MS, 'notices could not be gathered', () => gatherNotices(ctx)),
    every(LOOK_EVERY_MS, 'mail could not be sent', () => sendDueMails(ctx, () => isStopped)),
    every(PLAN_EVERY_MS, 'the mornings could not be planned', async () => {
      await planSummaries(ctx)
      await sendSummaries(ctx)
    }),
  ]
  return {
    async stop() {
      isStopped = true
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running)
    },
  }
}
