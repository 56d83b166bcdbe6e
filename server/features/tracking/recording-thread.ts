import type { RecordedFact } from '../facts/incoming.ts'
import type { PreparedFact } from '../facts/prepare-facts.ts'

/** What the thread that answers asks of the one that takes in: to record the facts of one message at once. */
export type Asked = { ask: number; facts: readonly PreparedFact[] }
export type Told = { ask: number; recorded: RecordedFact[] } | { ask: number; failed: string; code: string }
type Waiting = { done(recorded: RecordedFact[]): void; failed(error: Error): void }

/** So many may be asked for at a time. */
const MOST = 100

/** Messages that another thread records, for whoever waits for them here. */
export class RecordingThread {
  readonly #post: (asked: Asked) => void
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor(post: (asked: Asked) => void) {
    this.#post = post
  }

  get hasRoom(): boolean {
    return this.#waiting.size < MOST
  }

  take(facts: readonly PreparedFact[]): Promise<RecordedFact[]> {
    return new Promise((done, failed) => {
      this.#last += 1
      this.#waiting.set(this.#last, { done, failed })
      this.#post({ ask: this.#last, facts })
    })
  }

  hear(told: Told): void {
    const waiting = this.#waiting.get(told.ask)
    this.#waiting.delete(told.ask)
    if ('recorded' in told) waiting?.done(told.recorded)
    else waiting?.failed(Object.assign(new Error(told.failed), { code: told.code }))
  }

  /** The thread is gone. Whether something was recorded is not known: it is sent again, and counts once. */
  end(): void {
    for (const { failed } of this.#waiting.values())
      failed(Object.assign(new Error('Connection terminated: the thread that records ended'), { code: '08006' }))
    this.#waiting.clear()
  }
}

/** The answer to what was asked, however it ends. */
export async function tellRecorded(
  { ask, facts }: Asked,
  record: (facts: readonly PreparedFact[]) => Promise<RecordedFact[]>,
): Promise<Told> {
  try {
    return { ask, recorded: await record(facts) }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    return { ask, failed: error instanceof Error ? error.message : String(error), code }
  }
}
