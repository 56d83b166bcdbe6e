import { setImmediate } from 'node:timers/promises'
import { type Accuracy, forecastAccuracy } from '@ensemble/engine/pipeline/forecast-accuracy.ts'
import { type ForecastRow, type Month, pastForecast } from '@ensemble/engine/pipeline/past-forecast.ts'
import { maturityDays, maturityMs, type StageRate, stageRates } from '@ensemble/engine/pipeline/stage-rates.ts'
import { chooseSlots } from './book/choose-slots.ts'
import type { DealBook } from './book/deal-book.ts'
import { countStages, durationsOf } from './book/forecast-counts.ts'
import { type AlivePast, concernedBy } from './book/past-deals.ts'

/** What own history says. It changes slowly. */
export type PastForecast = {
  /** When it was worked out (epoch ms). */
  atMs: number
  rates: StageRate[]
  maturityDays: number
  rows: ForecastRow<AlivePast>[]
  /** By seller and currency, and by currency. */
  accuracies: Map<string, Accuracy>
  together: Map<string, Accuracy>
}
type Kept = { version: number; past: PastForecast | null; running: Promise<PastForecast> | null }

/** Changed deals move it after so long; whoever asks first gives the last one and has it worked out beside. */
const KEEP_MS = 60_000
/** Without a change it still moves, as deals become old enough to count. */
const UNCHANGED_MS = 15 * 60_000
/** Nobody is given what is older than this: they wait. */
const OLDEST_MS = 20 * 60_000
const MOST_KEPT = 50
const kept = new WeakMap<DealBook, Map<string, Kept>>()

/** Resampling takes its time: each group by itself, what else this process does in between. */
async function accuraciesOf(
  rows: readonly ForecastRow<AlivePast>[],
  key: (row: ForecastRow<AlivePast>) => string,
): Promise<Map<string, Accuracy>> {
  const found = new Map<string, Accuracy>()
  for (const [name, some] of Map.groupBy(rows, key)) {
    found.set(name, forecastAccuracy(some))
    await setImmediate()
  }
  return found
}

async function compute(
  book: DealBook,
  pipelines: string[] | null,
  months: readonly Month[],
  asOfMs: number,
  nowMs: number,
): Promise<PastForecast> {
  // Read in one go, so that no change comes between.
  const isChosen = chooseSlots(book, pipelines, {}, nowMs)
  const durations = durationsOf(book, isChosen, asOfMs)
  const rates = stageRates(countStages(book, isChosen, asOfMs - maturityMs(durations), asOfMs))
  const rows = months.flatMap((month) => pastForecast(concernedBy(book, isChosen, month), month))
  return {
    atMs: nowMs,
    rates,
    maturityDays: maturityDays(durations),
    rows,
    accuracies: await accuraciesOf(rows, (row) => `${row.closer ?? ''} ${row.currency}`),
    together: await accuraciesOf(rows, (row) => row.currency),
  }
}

/** Rates of stages and the accuracy of past months as of a moment: of these very deals, or as they were at most minutes ago. */
export async function readPastForecast(
  book: DealBook,
  pipelines: string[] | null,
  months: readonly Month[],
  asOfMs: number,
  nowMs: number,
): Promise<PastForecast> {
  const all = kept.get(book) ?? new Map<string, Kept>()
  kept.set(book, all)
  const day = Math.floor(asOfMs / 86_400_000)
  const key = JSON.stringify([pipelines, months[0]?.fromMs, day, book.zone])
  if (!all.has(key) && all.size >= MOST_KEPT) all.clear()
  const here = all.get(key) ?? { version: -1, past: null, running: null }
  all.set(key, here)
  const { past } = here
  const ageMs = past === null ? Number.POSITIVE_INFINITY : nowMs - past.atMs
  if (past !== null && ageMs < (here.version === book.version ? UNCHANGED_MS : KEEP_MS)) return past
  here.running ??= begin(here, book, compute(book, pipelines, months, asOfMs, nowMs))
  if (past !== null && ageMs < OLDEST_MS) {
    here.running.catch(() => undefined)
    return past
  }
  return here.running
}

function begin(here: Kept, { version }: DealBook, computing: Promise<PastForecast>): Promise<PastForecast> {
  return computing
    .then((past) => {
      here.past = past
      here.version = version
      return past
    })
    .finally(() => {
      here.running = null
    })
}
