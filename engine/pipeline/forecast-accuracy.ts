import { bootstrapInterval } from '../stats/bootstrap-interval.ts'
import { seedRandom } from '../stats/random.ts'
import type { ForecastRow } from './past-forecast.ts'
import { AT_LEAST } from './stage-rates.ts'

export type Accuracy = {
  months: number
  /** Deals that said something, and deals that brought something. */
  deals: number
  saidCents: number
  cameCents: number
  /** Came of said. Null when nothing was said. */
  ratio: number | null
  lowRatio: number | null
  highRatio: number | null
  /** Too few deals said something for the ratio to stand on. */
  isSmall: boolean
}

const RESAMPLES = 200

function ratioOf(rows: readonly ForecastRow[]): number | null {
  let said = 0
  let came = 0
  for (const row of rows) {
    said += row.saidCents ?? 0
    came += row.cameCents
  }
  return said === 0 ? null : came / said
}

/**
 * How far what was foreseen came true: money that came of money that was said, over past months, with a 95 % bootstrap interval over
 * deals (the same rows give the same interval). Rows are of one currency.
 */
export function forecastAccuracy(rows: readonly ForecastRow[], atLeast = AT_LEAST): Accuracy {
  const said = rows.filter((row) => row.saidCents !== null)
  // Resampling more rows than this changes the interval by less than it is rounded to.
  const sample = rows.length <= 500 ? rows : rows.filter((_, index) => index % Math.ceil(rows.length / 500) === 0)
  const interval =
    said.length === 0 ? null : bootstrapInterval(sample, ratioOf, seedRandom(rows.length), { resamples: RESAMPLES })
  return {
    months: new Set(rows.map((row) => row.month)).size,
    deals: rows.length,
    saidCents: said.reduce((sum, row) => sum + (row.saidCents ?? 0), 0),
    cameCents: rows.reduce((sum, row) => sum + row.cameCents, 0),
    ratio: ratioOf(rows),
    lowRatio: interval?.low ?? null,
    highRatio: interval?.high ?? null,
    isSmall: said.length < atLeast,
  }
}
