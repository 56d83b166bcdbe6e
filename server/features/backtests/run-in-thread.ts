import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './backtest-thread.ts'

export type Watching = { signal?: AbortSignal; onProgress?: (share: number) => void }
type Done = Exclude<FromThread, { share: number }>

const MOST_MEMORY_MB = 4_096

/** Answers a question in a thread of its own, so that the server goes on answering. Rejects when `signal` is raised. */
export function runInThread(given: ToThread, { signal, onProgress = () => undefined }: Watching = {}): Promise<Done> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(new URL('./backtest-thread.ts', import.meta.url), {
      workerData: given,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const stop = (): void => {
      void worker.terminate()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromThread) => {
      if ('share' in message) onProgress(message.share)
      else resolve(message)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      reject(new Error(`the back-test ended before it was done (${code})`))
    })
  })
}
