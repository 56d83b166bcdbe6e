import { Worker } from 'node:worker_threads'
import type { Config } from '../../config.ts'
import type { Context } from '../../context.ts'
import { readInboxState } from './inbox-state.ts'
import { intakeOf } from './intake.ts'
import { RecordingThread, type Told } from './recording-thread.ts'

const LOOK_EVERY_MS = 2_000
const START_AGAIN_MS = 1_000
/** It takes a moment to load, which the first crowd need not wait for; a process that lives shortly need not load it. */
const START_AHEAD_MS = 20_000

/**
 * Sees to it that what waits in the inbox is taken in, by a thread that is started when something first waits there, or a while after the start: from this process, or from one that was
 * killed. A thread that ends by itself is started again.
 */
export function runTaking(ctx: Context, url: string, config: Config): { stop(): Promise<void> } {
  let thread: Worker | null = null
  let isStopped = false
  const start = (): void => {
    if (thread !== null || isStopped) return
    const made = new Worker(new URL('./taking-thread.ts', import.meta.url), {
      workerData: { url, config, isHeld: intakeOf(ctx).crowd.isHeld },
      // Thousands of facts live from their reading to their writing: they should not be carried about meanwhile.
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    })
    thread = made
    const beside = new RecordingThread((asked) => made.postMessage(asked))
    made.on('message', (told: Told | 'ready') => {
      if (told === 'ready') intakeOf(ctx).beside = beside
      else beside.hear(told)
    })
    made.on('error', (error) =>
      ctx.log.error({ err: error }, 'the thread that takes in events failed; it is started again'),
    )
    made.on('exit', () => {
      thread = null
      intakeOf(ctx).beside = null
      beside.end()
      if (!isStopped) setTimeout(() => void look(), START_AGAIN_MS).unref()
    })
  }
  const look = async (): Promise<void> => {
    if (thread !== null) return
    const { waiting, failed } = await readInboxState(ctx.db).catch(() => ({ waiting: 0, failed: 0 }))
    if (waiting + failed > 0) start()
  }
  intakeOf(ctx).onPut = () => {
    if (thread === null) start()
    else thread.postMessage('wake')
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  const ahead = config.intake === 'whole' ? null : setTimeout(start, START_AHEAD_MS).unref()
  void look()
  return {
    async stop() {
      isStopped = true
      clearInterval(timer)
      if (ahead !== null) clearTimeout(ahead)
      const ending = thread
      if (ending === null) return
      intakeOf(ctx).beside = null
      const gone = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage('stop')
      await gone
    },
  }
}
