import { Worker } from 'node:worker_threads'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import type { DoubtAnswer } from './doubt-labels.ts'

/** Works out the doubt in a thread of its own, from a copy of the journeys. */
export function doubtAside(journeys: Journeys): Promise<DoubtAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./doubt-thread.ts', import.meta.url))
    thread.once('message', (found: DoubtAnswer) => {
      resolve(found)
      void thread.terminate()
    })
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that weighs doubt ended (${code})`)))
    thread.postMessage(journeys)
  })
}
