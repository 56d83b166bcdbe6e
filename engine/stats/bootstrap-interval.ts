import type { Interval } from './interval.ts'
import { quantileOfSorted } from './quantile.ts'
import { nextRandom, type RandomState } from './random.ts'

/**
 * Percentile bootstrap interval (Efron 1979) of a statistic of a sample: resampled `resamples` times with the given random
 * state, so that the same sample and seed give the same interval. Resamples for which the statistic is null are left out.
 * Null when fewer than two values, or no resample has a statistic.
 */
export function bootstrapInterval<T>(
  sample: readonly T[],
  statistic: (resample: readonly T[]) => number | null,
  state: RandomState,
  { resamples = 2000, confidence = 0.95 }: { resamples?: number; confidence?: number } = {},
): Interval | null {
  if (sample.length < 2) return null
  const found: number[] = []
  let current = state
  for (let i = 0; i < resamples; i += 1) {
    const resample: T[] = []
    for (let j = 0; j < sample.length; j += 1) {
      const draw = nextRandom(current)
      current = draw.state
      const chosen = sample[Math.floor(draw.value * sample.length)]
      if (chosen !== undefined) resample.push(chosen)
    }
    const value = statistic(resample)
    if (value !== null) found.push(value)
  }
  const sorted = Float64Array.from(found).sort()
  const low = quantileOfSorted(sorted, (1 - confidence) / 2)
  const high = quantileOfSorted(sorted, (1 + confidence) / 2)
  return low === null || high === null ? null : { low, high }
}
