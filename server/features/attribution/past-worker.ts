import { Worker } from 'node:worker_threads'
import type { FromThread } from './past-message.ts'
import type { ToPast } from './question.ts'
import type { PastAnswer } from './warm-touches.ts'

type Waiting = { resolve: (answer: PastAnswer) => void; reject: (reason: unknown) => void }
export type PastWorker = { ask(databaseUrl: string, ask: ToPast): Promise<PastAnswer> }

/** How long touches are held after the last question. */
const HELD_MS = 30 * 60_000
const MOST_MEMORY_MB = 6_144

/** A thread that is begun with the first question, and let go of with what it holds when nobody has asked for a while. */
export function pastWorker(): PastWorker {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0
  let rest: NodeJS.Timeout | undefined

  const over = (reason: unknown): void => {
    worker = null
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
      if ('answer' in message) each?.resolve(message.answer)
      else each?.reject(message.error)
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
    void thread.terminate()
  }
  return {
    ask(databaseUrl, ask) {
      return new Promise((resolve, reject) => {
        clearTimeout(rest)
        rest = setTimeout(letGo, HELD_MS).unref()
        worker ??= begin()
        worker.ref()
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, databaseUrl, ask })
      })
    },
  }
}
