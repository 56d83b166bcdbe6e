import { Worker } from 'node:worker_threads'
import { type FromWarm, PLACES, type ToWarm } from './warm-message.ts'
import type { LiveAnswer } from './warm-past.ts'

export type WarmWorker = {
  /** Answers in the thread that holds the history. Rejects with the reason of `signal` when it is raised. */
  ask(question: Omit<ToWarm, 'id'>, signal: AbortSignal): Promise<LiveAnswer>
}

type Waiting = { resolve: (answer: LiveAnswer) => void; reject: (reason: unknown) => void }

/** How long a history is held after the last question. */
const HELD_MS = 10 * 60_000
const MOST_MEMORY_MB = 4_096

/** A thread that is begun with the first question, and let go of with what it holds when nobody has asked for a while. */
export function warmWorker(): WarmWorker {
  const dropped = new Int32Array(new SharedArrayBuffer(PLACES * 4))
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
    const thread = new Worker(new URL('./warm-thread.ts', import.meta.url), {
      workerData: { dropped: dropped.buffer },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    thread.on('message', (message: FromWarm) => {
      const each = waiting.get(message.id)
      waiting.delete(message.id)
      if (waiting.size === 0) thread.unref()
      if ('answer' in message) each?.resolve(message.answer)
      else if ('error' in message) each?.reject(message.error)
    })
    thread.on('error', over)
    thread.on('exit', (code) => {
      if (worker === thread) over(new Error(`the thread that holds the history ended (${code})`))
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
    ask(question, signal) {
      return new Promise((resolve, reject) => {
        signal.throwIfAborted()
        clearTimeout(rest)
        rest = setTimeout(letGo, HELD_MS).unref()
        worker ??= begin()
        worker.ref()
        asked += 1
        const id = asked
        const drop = (): void => {
          Atomics.store(dropped, id % PLACES, id)
          reject(signal.reason)
        }
        signal.addEventListener('abort', drop, { once: true })
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener('abort', drop)
            then(value)
          }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        worker.postMessage({ ...question, id })
      })
    },
  }
}
