import { parentPort } from 'node:worker_threads'
import type { FromThread, ToThread } from './past-message.ts'
import { warmTouches } from './warm-touches.ts'

const past = warmTouches()
/** So often what is held is brought up to the present while nobody asks: the next question finds little news. */
const REST_MS = 30_000
let waiting: ToThread[] = []
let rest: NodeJS.Timeout | undefined
let isBusy = false

function tell(message: FromThread): void {
  parentPort?.postMessage(message)
}

/** What has come meanwhile is answered together: what is held is brought up to the present once for all of it. */
async function answerAll(): Promise<void> {
  if (isBusy) return
  isBusy = true
  clearTimeout(rest)
  let url = ''
  while (waiting.length > 0) {
    url = waiting[0]?.databaseUrl ?? ''
    const some = waiting.filter(({ databaseUrl }) => databaseUrl === url)
    waiting = waiting.filter(({ databaseUrl }) => databaseUrl !== url)
    try {
      const held = await past.bring(url)
      for (const { id, ask } of some) {
        const begun = past.begin(held, ask)
        if ('answer' in begun) tell({ id, answer: begun.answer })
        // What takes long is answered beside the rest.
        else
          begun.later.then(
            (answer) => tell({ id, answer }),
            (error: unknown) => tell({ id, error }),
          )
      }
    } catch (error) {
      for (const { id } of some) tell({ id, error })
    }
  }
  isBusy = false
  rest = setTimeout(() => void keepUp(url), REST_MS).unref()
}

async function keepUp(url: string): Promise<void> {
  if (isBusy) return
  isBusy = true
  // What fails is told by the next question, which tries again.
  const isKept = await past.bring(url).then(
    () => true,
    () => false,
  )
  isBusy = false
  if (waiting.length > 0) void answerAll()
  else if (isKept) rest = setTimeout(() => void keepUp(url), REST_MS).unref()
}

parentPort?.on('message', (message: ToThread) => {
  waiting.push(message)
  void answerAll()
})
