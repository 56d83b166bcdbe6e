import { Worker } from 'node:worker_threads'
import type { BusyRead } from './busy-of-calendar.ts'

const TIMEOUT_MS = 10_000

/** Reads the busy times of a calendar apart from everything else, within bounds of time and memory. */
export function readBusy(
  text: string,
  window: { fromMs: number; untilMs: number; home: string },
  timeoutMs: number = TIMEOUT_MS,
): Promise<BusyRead> {
  return new Promise((settle) => {
    const worker = new Worker(new URL('./busy-worker.ts', import.meta.url), {
      workerData: { text, window },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      execArgv: [],
    })
    const end = (read: BusyRead): void => {
      clearTimeout(timer)
      settle(read)
      void worker.terminate()
    }
    const timer = setTimeout(
      () =>
        end({
          ok: false,
          what: 'Working out the repeating events of this calendar takes too long.',
          mend: 'Look for an event that repeats without end.',
        }),
      timeoutMs,
    )
    worker.on('message', (read: BusyRead) => end(read))
    worker.on('error', () =>
      end({ ok: false, what: 'This calendar cannot be worked out.', mend: 'Export it again, with fewer events.' }),
    )
  })
}
