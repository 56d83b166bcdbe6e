import { parentPort } from 'node:worker_threads'
import type { FromThread, ToThread } from './past-message.ts'
import { warmTouches } from './warm-touches.ts'

const past = warmTouches()
let turn: Promise<void> = Promise.resolve()

async function answer({ id, databaseUrl, ask }: ToThread): Promise<void> {
  const tell = (message: FromThread): void => parentPort?.postMessage(message)
  try {
    tell({ id, answer: await past.answer(databaseUrl, ask) })
  } catch (error) {
    tell({ id, error })
  }
}

// One after the other: they share what is held.
parentPort?.on('message', (message: ToThread) => {
  turn = turn.then(() => answer(message))
})
