import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { RecordedFact } from '../facts/incoming.ts'
import type { PreparedFact } from '../facts/prepare-facts.ts'
import { recordPrepared } from '../facts/record-facts.ts'
import { isOfConnection } from './passing-fault.ts'

/** The facts of one message: stored together or not at all. */
type Unit = {
  facts: readonly PreparedFact[]
  done(recorded: RecordedFact[]): void
  failed(error: unknown): void
}
type Lane = { waiting: Unit[]; isBusy: boolean; lastUnits: number }

/** Two transactions at a time: one computes while the other waits for the disk. */
const LANES = 2
/** Facts of one transaction: large enough to share a commit, small enough that the last to come do not wait long. */
const MOST_AT_ONCE = 1_000
/** Where the last transaction held this many messages, the next waits a moment for as many: sharing makes each cheaper. */
const MANY_UNITS = 6
const GATHER_MS = 3
/** Messages sent one by one are waited for by browsers, batches by servers that send them again: how long either may have to wait. */
export const PATIENCE_MS = { one: 300, batch: 5_000 } as const
export type Manner = keyof typeof PATIENCE_MS
/** Facts that may wait in any case, until it is known how fast this machine stores them. */
const MAY_WAIT: Readonly<Record<Manner, number>> = { one: 200, batch: 20_000 }
const WINDOW_MS = 250

function laneOf(facts: readonly PreparedFact[]): number {
  const text = facts[0]?.keys.at(-1)?.value ?? facts[0]?.personId ?? ''
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) | 0
  return (hash >>> 0) % LANES
}

/** Stores messages that arrive at the same time in one transaction, and tells each what became of it after the commit. */
export class Receiver {
  readonly #ctx: Context
  readonly #lanes: Lane[] = Array.from({ length: LANES }, () => ({ waiting: [], isBusy: false, lastUnits: 0 }))
  #waiting = 0
  #perMs = 0
  #window = { sinceMs: 0, facts: 0 }

  constructor(ctx: Context) {
    this.#ctx = { ...ctx, db: ctx.receivingDb ?? ctx.db }
  }

  /** Facts that are not stored yet. */
  get waiting(): number {
    return this.#waiting
  }

  /** Refuses newcomers when those who wait already take longer than the newcomer would wait: what is accepted is answered soon. */
  requireRoom(manner: Manner): void {
    if (this.#waiting <= Math.max(MAY_WAIT[manner], this.#perMs * PATIENCE_MS[manner])) return
    throw new Problem('not-ready', 'More events arrive than can be stored just now.', {
      mend: 'Send it again in a few seconds. Nothing of it was stored.',
    })
  }

  /** Resolves with what became of each fact, once it is committed. One message that fails does not harm its neighbours. */
  take(facts: readonly PreparedFact[]): Promise<RecordedFact[]> {
    const lane = this.#lanes[laneOf(facts)]
    return new Promise((done, failed) => {
      if (lane === undefined) return
      this.#waiting += facts.length
      lane.waiting.push({ facts, done, failed })
      if (lane.isBusy) return
      lane.isBusy = true
      // What else arrives in this turn of the loop goes along.
      setImmediate(() => void this.#work(lane))
    })
  }

  async #work(lane: Lane): Promise<void> {
    while (lane.waiting.length > 0) {
      if (lane.lastUnits >= MANY_UNITS && lane.waiting.length < lane.lastUnits) await delay(GATHER_MS)
      const units: Unit[] = []
      let facts = 0
      while (facts < MOST_AT_ONCE) {
        const unit = lane.waiting.shift()
        if (unit === undefined) break
        units.push(unit)
        facts += unit.facts.length
      }
      lane.lastUnits = units.length
      await this.#store(units)
      this.#waiting -= facts
      this.#noteSpeed(facts)
    }
    lane.isBusy = false
  }

  /** The speed of the last quarter of a second in which there was always more to do. */
  #noteSpeed(facts: number): void {
    const nowMs = performance.now()
    if (this.#waiting === 0 || this.#window.sinceMs === 0) {
      this.#window = { sinceMs: this.#waiting === 0 ? 0 : nowMs, facts: 0 }
      return
    }
    this.#window.facts += facts
    const { sinceMs, facts: stored } = this.#window
    if (nowMs - sinceMs < WINDOW_MS) return
    this.#perMs = stored / (nowMs - sinceMs)
    this.#window = { sinceMs: nowMs, facts: 0 }
  }

  async #store(units: readonly Unit[]): Promise<void> {
    try {
      const recorded = await recordPrepared(
        this.#ctx,
        units.flatMap((unit) => unit.facts),
        { onRefused: 'report' },
      )
      let from = 0
      for (const unit of units) {
        unit.done(recorded.slice(from, from + unit.facts.length))
        from += unit.facts.length
      }
    } catch (error) {
      if (units.length === 1 || isOfConnection(error)) for (const unit of units) unit.failed(error)
      else {
        const half = Math.ceil(units.length / 2)
        await this.#store(units.slice(0, half))
        await this.#store(units.slice(half))
      }
    }
  }
}

const receivers = new WeakMap<Context, Receiver>()

/** The receiver of this process. */
export function receiverOf(ctx: Context): Receiver {
  const known = receivers.get(ctx)
  if (known !== undefined) return known
  const made = new Receiver(ctx)
  receivers.set(ctx, made)
  return made
}
