import { parentPort } from 'node:worker_threads'
import type { FromThread, ToThread } from './past-message.ts'
import { warmTouches } from './warm-touches.ts'

const past = warmTouches()
let turn: Promise<void> = Promise.resolve()

async function answer({ id, databaseUrl, ask }: ToThread): Promise<void> {
  const tell = (message: FromThread): void => parentPort?.postMessage(message)
  try {
    const begun = await past.begin(databaseUrl, ask)
    if ('answer' in begun) tell({ id, answer: begun.answer })
    else
      begun.later.then(
        (found) => tell({ id, answer: found }),
        (error: unknown) => tell({ id, error }),
      )
  } catch (error) {
    tell({ id, error })
  }
}

// One after the other, since they share what is held; what takes long is answered beside them.
parentPort?.on('message', (message: ToThread) => {
  turn = turn.then(() => answer(message))
})
