import type { Context } from '../../context.ts'
import { claimDue, receiversDue } from './claim-due.ts'
import { deliverOne } from './deliver-one.ts'
import { doorOf } from './door-of.ts'
import type { Door } from './post-once.ts'

const LOOK_EVERY_MS = 300
/** At most so many posts at once to one receiver: a slow one keeps none but its own waiting. */
const AT_ONCE = 4

/**
 * Posts what is due, in this process, until stopped. Every receiver has its own line: one that does not answer holds up
 * nobody else. Several processes may do so at once: a delivery is claimed by one of them.
 */
export function runDeliveries(ctx: Context, door: Door = doorOf(ctx)): { stop(): Promise<void> } {
  const busy = new Map<string, Promise<void>>()
  let isStopped = false
  let looking: Promise<void> | null = null
  const fault = (error: unknown) => {
    if (!isStopped) ctx.log.error({ err: error }, 'webhooks could not be delivered; trying again')
  }
  const serve = async (webhookId: string): Promise<void> => {
    while (!isStopped) {
      const due = await claimDue(ctx.db, webhookId, ctx.now(), AT_ONCE)
      if (due.length === 0) return
      await Promise.all(due.map((delivery) => deliverOne(ctx, door, delivery)))
    }
  }
  const look = async (): Promise<void> => {
    for (const webhookId of await receiversDue(ctx.db, ctx.now())) {
      if (busy.has(webhookId) || isStopped) continue
      const line = serve(webhookId)
        .catch(fault)
        .finally(() => busy.delete(webhookId))
      busy.set(webhookId, line)
    }
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch(fault)
      .finally(() => {
        looking = null
      })
  }, LOOK_EVERY_MS)
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      await looking
      await Promise.all(busy.values())
    },
  }
}
