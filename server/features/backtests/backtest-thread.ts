import { parentPort, workerData } from 'node:worker_threads'
import { type BacktestAnswer, compareOn, type SuggestAnswer, suggestFrom } from './answers.ts'
import type { PastQuestion } from './question.ts'

export type ToThread = { databaseUrl: string; question: PastQuestion }
export type FromThread = { share: number } | { compared: BacktestAnswer } | { suggested: SuggestAnswer }

const QUIET_MS = 150

const { databaseUrl, question }: ToThread = workerData
let lastToldAt = 0
const tell = (message: FromThread): void => parentPort?.postMessage(message)
const onProgress = (share: number): void => {
  const now = performance.now()
  if (now - lastToldAt < QUIET_MS) return
  lastToldAt = now
  tell({ share })
}
if (question.task === 'compare') tell({ compared: await compareOn(databaseUrl, question, onProgress) })
else tell({ suggested: await suggestFrom(databaseUrl, question, onProgress) })
