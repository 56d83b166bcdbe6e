import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { takeFailed, takeSome } from './take-some.ts'
import { tallyOf } from './tally.ts'

export type Taking = { wake(): void; stop(): Promise<void> }

/** Messages of one transaction: wide enough that a visitor who reads on is folded once, narrow enough that others need not wait for it. */
const AIMED_MESSAGES = 2_500
const MOST_ROWS = 100
/** How often is looked whether a crowd has been answered. */
const HELD_AGAIN_MS = 20
/** What another process put there is found this soon. */
const LOOK_EVERY_MS = 1_000
const FAILED_AGAIN_AFTER_MS = 3_600_000

/**
 * Takes in what waits in the inbox, batch after batch, until it is stopped; the batch at hand is finished first. While `isHeld` a crowd is answered, and
 * what waits is left waiting.
 */
export function keepTaking(ctx: Context, isHeld: () => boolean = () => false): Taking {
  let isStopped = false
  let isWoken = false
  let wakeUp: (() => void) | null = null
  let rows = 8
  let failedBeforeMs = ctx.now()
  const rest = async (): Promise<void> => {
    if (isWoken || isStopped) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    wakeUp = null
  }
  const once = async (): Promise<void> => {
    if (isHeld()) {
      await delay(HELD_AGAIN_MS)
      return
    }
    isWoken = false
    const taken = await takeSome(ctx, rows)
    if (taken.recorded > 0) tallyOf(ctx).count('recorded', taken.recorded)
    if (taken.duplicate > 0) tallyOf(ctx).count('duplicate', taken.duplicate)
    if (taken.rows > 0) {
      rows = Math.min(MOST_ROWS, Math.max(1, Math.round((AIMED_MESSAGES * taken.rows) / taken.messages)))
      return
    }
    if (ctx.now() >= failedBeforeMs) {
      await takeFailed(ctx, failedBeforeMs)
      failedBeforeMs = ctx.now() + FAILED_AGAIN_AFTER_MS
    }
    await rest()
  }
  const running = (async () => {
    while (!isStopped) {
      try {
        await once()
      } catch (error) {
        if (isStopped) break
        ctx.log.error({ err: error }, 'what waits in the inbox could not be taken in; trying again')
        isWoken = false
        await rest()
      }
    }
  })()
  return {
    wake() {
      isWoken = true
      wakeUp?.()
    },
    async stop() {
      isStopped = true
      wakeUp?.()
      await running
    },
  }
}
