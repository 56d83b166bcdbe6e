import { type Accuracy, forecastAccuracy } from '@ensemble/engine/pipeline/forecast-accuracy.ts'
import { type ForecastRow, type Month, pastForecast } from '@ensemble/engine/pipeline/past-forecast.ts'
import { maturityDays, maturityMs, type StageRate, stageRates } from '@ensemble/engine/pipeline/stage-rates.ts'
import type { Context } from '../../context.ts'
import { type AlivePast, readDurations, readForeseen, readStageCounts } from './forecast-queries.ts'

/** What own history says: it changes slowly, and is read at most once a minute. */
export type PastForecast = {
  rates: StageRate[]
  maturityDays: number
  rows: ForecastRow<AlivePast>[]
  /** By seller and currency, and by currency. */
  accuracies: Map<string, Accuracy>
  together: Map<string, Accuracy>
}
type Kept = { atMs: number; past: Promise<PastForecast> }

const KEEP_MS = 60_000
const MOST_KEPT = 50
const kept = new WeakMap<object, Map<string, Kept>>()

async function compute(
  ctx: Context,
  pipelines: string[] | null,
  months: readonly Month[],
  asOfMs: number,
): Promise<PastForecast> {
  const scope = { pipelines, owner: null }
  const [foreseen, durations] = await Promise.all([
    readForeseen(ctx.db, scope, months),
    readDurations(ctx.db, scope, asOfMs),
  ])
  const rates = stageRates(await readStageCounts(ctx.db, scope, asOfMs - maturityMs(durations), asOfMs))
  const rows = months.flatMap((month) => pastForecast(foreseen, month))
  const grouped = (key: (row: ForecastRow<AlivePast>) => string): Map<string, Accuracy> =>
    new Map([...Map.groupBy(rows, key)].map(([name, some]) => [name, forecastAccuracy(some)]))
  return {
    rates,
    maturityDays: maturityDays(durations),
    rows,
    accuracies: grouped((row) => `${row.closer ?? ''} ${row.currency}`),
    together: grouped((row) => row.currency),
  }
}

/** Rates of stages and the accuracy of past months as of a moment, made once for all who ask within a minute. */
export function readPastForecast(
  ctx: Context,
  pipelines: string[] | null,
  months: readonly Month[],
  asOfMs: number,
): Promise<PastForecast> {
  const here = kept.get(ctx.db) ?? new Map<string, Kept>()
  kept.set(ctx.db, here)
  const nowMs = ctx.now()
  const day = Math.floor(asOfMs / 86_400_000)
  const key = JSON.stringify([pipelines, months[0]?.fromMs, day])
  const known = here.get(key)
  if (known !== undefined && nowMs - known.atMs < KEEP_MS) return known.past
  const past = compute(ctx, pipelines, months, asOfMs)
  if (here.size >= MOST_KEPT) here.clear()
  here.set(key, { atMs: nowMs, past })
  past.catch(() => here.delete(key))
  return past
}
