import { performance } from 'node:perf_hooks'

/** Of the time of the thread that answers, the share above which a crowd stands before it. */
const CROWDED = 0.6
/** What has been answered may wait this long, and be this many, while a crowd is answered first. */
const MOST_HELD = 50_000
const MOST_HELD_MS = 15_000

/**
 * Whether what waits is to be left waiting, so that a crowd of single events is answered first. Told to the thread that takes in by a number that both see.
 * It holds for seconds: when much waits, or somebody long, both go on side by side until less than half of that is left.
 */
export class Crowd {
  readonly isHeld: Int32Array<SharedArrayBuffer> = new Int32Array(new SharedArrayBuffer(4))
  #before = performance.eventLoopUtilization()
  #isFull = false
  /** Whether the thread that answers has time for more than to answer. */
  hasTime = true

  /** `singles`: of what arrived since it was last looked at, how much came as single events. */
  look(arrived: { singles: number; all: number }, waits: { messages: number; forMs: number }): void {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, this.#before)
    this.#before = now
    this.hasTime = utilization < CROWDED
    const share = Math.max(waits.messages / MOST_HELD, waits.forMs / MOST_HELD_MS)
    this.#isFull = share >= 1 || (this.#isFull && share >= 0.5)
    const isCrowd = utilization >= CROWDED && arrived.singles * 2 > arrived.all
    Atomics.store(this.isHeld, 0, isCrowd && !this.#isFull ? 1 : 0)
  }

  letGo(): void {
    Atomics.store(this.isHeld, 0, 0)
    this.hasTime = true
  }
}
