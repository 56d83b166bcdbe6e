import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { hashOf } from '../agreements/parties.ts'
import { type BacktestReport, runBacktest, titleOf } from '../backtests/run-backtest.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

const DAYS = 90
const DAY_MS = 86_400_000
/** Folding the past takes a core: two people are answered at once, the next after them. */
const MOST_AT_ONCE = 2
const REMEMBERED = 40

type Running = { stop: AbortController; by: string; done: Promise<unknown> }
type Shared = { running: Set<Running>; known: Map<string, BacktestReport> }
const houses = new WeakMap<object, Shared>()

function dayIn(zone: string, atMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    atMs,
  )
}

/** The 90 days that end with the newest lead, or today: an imported history may have ended years ago. */
async function lastDays(ctx: Context): Promise<{ from: string; to: string } | null> {
  const { rows } = await ctx.db.query<{ at: Date }>(
    'select opened_at as at from leads order by opened_at desc, person_id desc, attempt desc limit 1',
  )
  const last = rows[0]?.at.getTime()
  if (last === undefined) return null
  const { zone } = await readHouseSettings(ctx.db)
  const endMs = Math.min(last, ctx.now())
  return { from: dayIn(zone, endMs - (DAYS - 1) * DAY_MS), to: dayIn(zone, endMs + DAY_MS) }
}

/**
 * What a document would have done with the latest leads, against the version in force. Nothing is stored. One person has one
 * question open: asking again, or leaving, stops the one before. Null when there is no lead yet.
 */
export async function tryLive(
  ctx: Context,
  caller: Caller,
  document: string,
  left: AbortSignal,
): Promise<BacktestReport | null> {
  await titleOf(ctx, document)
  const house = houses.get(ctx.db) ?? { running: new Set(), known: new Map() }
  houses.set(ctx.db, house)
  const days = await lastDays(ctx)
  if (days === null) return null
  const { version } = ctx.agreements.at(ctx.now())
  const question = [hashOf(document), version, days.from, days.to, Math.floor(ctx.now() / 300_000)].join(' ')
  const known = house.known.get(question)
  if (known !== undefined) return known
  for (const each of house.running) if (each.by === caller.id) each.stop.abort(superseded())
  const stop = new AbortController()
  const onLeft = (): void => stop.abort(superseded())
  left.addEventListener('abort', onLeft, { once: true })
  while (house.running.size >= MOST_AT_ONCE && !stop.signal.aborted)
    await Promise.race([...house.running].map(({ done }) => done.catch(() => undefined)))
  stop.signal.throwIfAborted()
  const done = runBacktest(ctx, { ...days, segment: {}, document }, { signal: stop.signal })
  const entry: Running = { stop, by: caller.id, done }
  house.running.add(entry)
  try {
    const { report } = await done
    if (house.known.size >= REMEMBERED) house.known.clear()
    house.known.set(question, report)
    return report
  } finally {
    house.running.delete(entry)
    left.removeEventListener('abort', onLeft)
  }
}

function superseded(): Problem {
  return new Problem('conflict', 'A newer text is being tried.', { mend: 'Wait for its answer.' })
}
