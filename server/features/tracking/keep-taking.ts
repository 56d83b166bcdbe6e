import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { type Ahead, type Taken, takeAhead, takeFailed, takeSome } from './take-some.ts'
import { tallyOf } from './tally.ts'

export type Taking = { wake(): void; stop(): Promise<void> }

/** Messages of one transaction while much waits: wide enough that a visitor who reads on is folded once. */
const WIDE_MESSAGES = 2_500
/** While little waits, it lasts no longer than this: somebody whose pages are in it may be asking just now. */
const SHORT_MS = 50
const LEAST_MESSAGES = 40
const MOST_ROWS = 500
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
  let aimed = LEAST_MESSAGES
  let isBehind = false
  let ahead: Promise<Ahead> | null = null
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
  /** How many rows come next: as many as are taken in shortly; more and more, and read ahead, while there are always more. */
  const widen = (taken: Taken, tookMs: number): void => {
    const inTime = Math.max(LEAST_MESSAGES, (taken.messages * SHORT_MS) / Math.max(1, tookMs))
    aimed = Math.min(WIDE_MESSAGES, isBehind ? Math.max(inTime, aimed * 2) : inTime)
    rows = Math.min(MOST_ROWS, Math.max(1, Math.round((aimed * taken.rows) / taken.messages)))
  }
  const takeNext = async (): Promise<Taken> => {
    const before = ahead
    ahead = null
    const mine = before === null ? null : await before
    const asked = rows
    const taking = mine === null ? takeSome(ctx, asked) : mine.finish()
    if (isBehind && !isStopped && !isHeld()) {
      ahead = takeAhead(ctx, asked)
      ahead.catch(() => undefined)
    }
    const taken = await taking
    isBehind = mine === null ? taken.rows === asked : mine.isFull
    return taken
  }
  const once = async (): Promise<void> => {
    if (isHeld() && ahead === null) {
      await delay(HELD_AGAIN_MS)
      return
    }
    isWoken = false
    const startMs = performance.now()
    const taken = await takeNext()
    if (taken.recorded > 0) tallyOf(ctx).count('recorded', taken.recorded)
    if (taken.duplicate > 0) tallyOf(ctx).count('duplicate', taken.duplicate)
    if (taken.rows > 0) return widen(taken, performance.now() - startMs)
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
      await (await ahead?.catch(() => null))?.leave()
    },
  }
}
