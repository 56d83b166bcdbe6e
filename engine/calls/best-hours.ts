import { shrunkRate } from '../stats/shrunk-rate.ts'
import { wilsonInterval } from '../stats/wilson-interval.ts'
import { localTimeOf } from '../worktime/local-time.ts'

/** A call that was made: when by the wall clock of whoever was called, and whether they picked up. */
export type CallTried = { atMs: number; zone: string; isConnected: boolean }

/** One hour of one weekday (0 is Monday), on the clock of whoever is called. */
export type HourCell = {
  weekday: number
  hour: number
  /** Calls and connections. */
  n: number
  k: number
  /** Drawn towards what the hour and the weekday have by themselves while calls are few. */
  rate: number
  /** 95 % Wilson interval of k of n; null without a call. */
  low: number | null
  high: number | null
  /** Too few calls to say much of this hour alone. */
  isSmall: boolean
}

export type BestHours = { n: number; k: number; rate: number | null; cells: readonly HourCell[]; isSmall: boolean }

/** Weight of what is known otherwise, in calls (the default of `shrunkRate`); below it a cell says more of others than of itself. */
const WEIGHT = 20
const FEW_IN_ALL = 100
const HOURS = 24
const DAYS = 7

/**
 * The share of calls that reach somebody, by hour and weekday of the person called. A cell's rate is shrunk to hour x weekday
 * (independent effects on the share of all calls), and those to the share of all: p = (k + w parent)/(n + w).
 */
export function bestHours(calls: readonly CallTried[]): BestHours {
  const n = new Float64Array(DAYS * HOURS)
  const k = new Float64Array(DAYS * HOURS)
  let connected = 0
  for (const call of calls) {
    const { day, timeMs } = localTimeOf(call.zone, call.atMs)
    const cell = ((((day + 3) % DAYS) + DAYS) % DAYS) * HOURS + Math.floor(timeMs / 3_600_000)
    n[cell] = (n[cell] ?? 0) + 1
    if (!call.isConnected) continue
    k[cell] = (k[cell] ?? 0) + 1
    connected += 1
  }
  const all = calls.length === 0 ? null : connected / calls.length
  const base = all ?? 0
  const share = (cells: readonly number[]): number => {
    const sum = (of: Float64Array) => cells.reduce((total, cell) => total + (of[cell] ?? 0), 0)
    return shrunkRate(sum(k), sum(n), base, WEIGHT) ?? base
  }
  const every = (length: number) => Array.from({ length }, (_, index) => index)
  const byHour = every(HOURS).map((hour) => share(every(DAYS).map((day) => day * HOURS + hour)))
  const byDay = every(DAYS).map((day) => share(every(HOURS).map((hour) => day * HOURS + hour)))
  const cells = every(DAYS * HOURS).map((cell): HourCell => {
    const weekday = Math.floor(cell / HOURS)
    const hour = cell % HOURS
    const tried = n[cell] ?? 0
    const reached = k[cell] ?? 0
    const parent = base === 0 ? 0 : Math.min(1, ((byHour[hour] ?? base) * (byDay[weekday] ?? base)) / base)
    const interval = wilsonInterval(reached, tried)
    return {
      weekday,
      hour,
      n: tried,
      k: reached,
      rate: shrunkRate(reached, tried, parent, WEIGHT) ?? parent,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      isSmall: tried < WEIGHT,
    }
  })
  return { n: calls.length, k: connected, rate: all, cells, isSmall: calls.length < FEW_IN_ALL }
}

/** The rate of the hour a moment (epoch ms) falls into, on a zone's clock. */
export function rateAt(hours: BestHours, zone: string, ms: number): number {
  const { day, timeMs } = localTimeOf(zone, ms)
  const weekday = (((day + 3) % DAYS) + DAYS) % DAYS
  return hours.cells[weekday * HOURS + Math.floor(timeMs / 3_600_000)]?.rate ?? hours.rate ?? 0
}
