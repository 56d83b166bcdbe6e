import { parentPort, workerData } from 'node:worker_threads'
import { type FromWarm, PLACES, type ToWarm } from './warm-message.ts'
import { warmPast } from './warm-past.ts'

class Dropped extends Error {}

const dropped = new Int32Array(workerData.dropped)
const past = warmPast()
let turn: Promise<void> = Promise.resolve()

async function answer({ id, databaseUrl, question, mark }: ToWarm): Promise<void> {
  const check = (): void => {
    if (Atomics.load(dropped, id % PLACES) === id) throw new Dropped()
  }
  const tell = (message: FromWarm): void => parentPort?.postMessage(message)
  try {
    check()
    tell({ id, answer: await past.answer(databaseUrl, question, mark, check) })
  } catch (error) {
    tell(error instanceof Dropped ? { id, isDropped: true } : { id, error })
  }
}

// One after the other: they share what is held.
parentPort?.on('message', (message: ToWarm) => {
  turn = turn.then(() => answer(message))
})
