import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'

export type Arrived = {
  at: number
  type: string
  /** `accepted`: it waits to be taken in, and is counted then. */
  what: 'recorded' | 'duplicate' | 'bot' | 'staff' | 'refused' | 'accepted'
  /** What a person recognises it by: the event's name or the page's path. */
  name: string
  /** The first letters of who it is about: enough to tell two visitors apart. */
  who: string
  personId: string | null
  library: string | null
  why: string | null
}

const MOST = 100
const EVERY_MS = 1_000

/** What has arrived lately in this process, and how much of what: for the page that shows whether a site sends. */
class Tally {
  readonly #ctx: Context
  readonly #process = randomUUID()
  readonly #counts = new Map<Arrived['what'], number>()
  #tail: Arrived[] = []
  #news = 0
  #timer: NodeJS.Timeout | null = null

  constructor(ctx: Context) {
    this.#ctx = ctx
  }

  note(arrived: Arrived): void {
    this.#tail.push(arrived)
    this.#news += 1
    if (this.#tail.length > 2 * MOST) this.#tail = this.#tail.slice(-MOST)
    this.count(arrived.what, arrived.what === 'accepted' ? 0 : 1)
  }

  /** Whether so much arrived since it was last written down that one more would only push another out. */
  isFull(): boolean {
    return this.#news >= MOST
  }

  count(what: Arrived['what'], by: number): void {
    if (by > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + by)
    this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref()
  }

  /** Brings it to the database, where every process's page reads it. What is lost by a crash is a second of counting. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const counts = [...this.#counts]
    const hasNews = this.#news > 0
    this.#counts.clear()
    this.#news = 0
    try {
      if (counts.length > 0) await this.#writeCounts(counts)
      if (!hasNews) return
      await this.#ctx.db.query(
        `insert into tracking_tails (process, seen_at, events) values ($1, $2, $3)
         on conflict (process) do update set seen_at = excluded.seen_at, events = excluded.events`,
        [this.#process, new Date(this.#ctx.now()), JSON.stringify(this.#tail.slice(-MOST))],
      )
    } catch (error) {
      this.#ctx.log.debug({ err: error }, 'what arrived lately was not counted')
    }
  }

  async #writeCounts(counts: readonly (readonly [Arrived['what'], number])[]): Promise<void> {
    await this.#ctx.db.query(
      `insert into tracking_counts (day, what, n) select $1::date, k.what, k.n from unnest($2::text[], $3::bigint[]) as k(what, n) order by k.what
       on conflict (day, what) do update set n = tracking_counts.n + excluded.n`,
      [
        new Date(this.#ctx.now()).toISOString().slice(0, 10),
        counts.map(([what]) => what),
        counts.map(([, count]) => count),
      ],
    )
  }
}

const tallies = new WeakMap<Context, Tally>()

export function tallyOf(ctx: Context): Tally {
  const known = tallies.get(ctx)
  if (known !== undefined) return known
  const made = new Tally(ctx)
  tallies.set(ctx, made)
  return made
}
