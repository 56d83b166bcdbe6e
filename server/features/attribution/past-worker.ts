import { Worker } from 'node:worker_threads'
import type { FromThread } from './past-message.ts'
import type { ToPast } from './question.ts'
import type { PastAnswer } from './warm-touches.ts'

type Waiting = { resolve: (answer: PastAnswer) => void; reject: (reason: unknown) => void }
export type PastWorker = {
  ask(databaseUrl: string, ask: ToPast): Promise<PastAnswer>
  /** Whether what it holds was read before: the next answer takes no such time. */
  isWarm(): boolean
}

/** How long touches are held after the last question. */
const HELD_MS = 4 * 3_600_000
const MOST_MEMORY_MB = 6_144
/**
 * Where very many touches are held, a page that has waited so long is given what was last answered, with the moment it is of, while the answer
 * is on its way; not when that is older than some minutes.
 */
const MANY_TOUCHES = 500_000
const PATIENCE_MS = 120
const OLDEST_MS = 10 * 60_000
const MOST_LAST = 500

/** A thread that is begun with the first question, and let go of with what it holds when nobody has asked for a while. */
export function pastWorker(): PastWorker {
  const waiting = new Map<number, Waiting>()
  const last = new Map<string, PastAnswer>()
  let worker: Worker | null = null
  let isWarm = false
  let asked = 0
  let rest: NodeJS.Timeout | undefined

  const over = (reason: unknown): void => {
    worker = null
    isWarm = false
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  const begin = (): Worker => {
    const thread = new Worker(new URL('./past-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    thread.on('message', (message: FromThread) => {
      const each = waiting.get(message.id)
      waiting.delete(message.id)
      if (waiting.size === 0) thread.unref()
      if ('answer' in message) {
        isWarm = true
        each?.resolve(message.answer)
      } else each?.reject(message.error)
    })
    thread.on('error', over)
    thread.on('exit', (code) => {
      if (worker === thread) over(new Error(`the thread that holds the touches ended (${code})`))
    })
    return thread
  }
  const letGo = (): void => {
    const thread = worker
    if (thread === null || waiting.size > 0) return
    worker = null
    isWarm = false
    void thread.terminate()
  }
  const askNow = (databaseUrl: string, ask: ToPast): Promise<PastAnswer> =>
    new Promise((resolve, reject) => {
      clearTimeout(rest)
      rest = setTimeout(letGo, HELD_MS).unref()
      worker ??= begin()
      worker.ref()
      asked += 1
      waiting.set(asked, { resolve, reject })
      worker.postMessage({ id: asked, databaseUrl, ask })
    })
  return {
    isWarm: () => isWarm,
    async ask(databaseUrl, ask) {
      const key = JSON.stringify([databaseUrl, ask])
      const known = last.get(key)
      const pending = askNow(databaseUrl, ask).then((answer) => {
        last.delete(key)
        last.set(key, answer)
        const oldest = last.keys().next().value
        if (last.size > MOST_LAST && oldest !== undefined) last.delete(oldest)
        return answer
      })
      if (known === undefined || known.touches < MANY_TOUCHES || Date.now() - known.readAtMs > OLDEST_MS) return pending
      // A failure that comes later is told by the next question.
      pending.catch(() => undefined)
      return Promise.race([pending, afterMs(PATIENCE_MS).then(() => known)])
    },
  }
}

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
