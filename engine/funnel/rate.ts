import { wilsonInterval } from '../stats/wilson-interval.ts'

/** A proportion with its sample: `k` of `n`, and the 95 % Wilson interval. `rate`, `low` and `high` are null when n is 0. */
export type Rate = {
  readonly n: number
  readonly k: number
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The rate of `k` in `n`, two counts. Throws RangeError when they make no proportion: k must be within 0..n. */
export function rateOf(k: number, n: number): Rate {
  if (!(k >= 0 && k <= n)) throw new RangeError(`${k} of ${n} is no proportion`)
  const interval = wilsonInterval(k, n)
  if (interval === null) return { n, k, rate: null, low: null, high: null }
  return { n, k, rate: k / n, low: interval.low, high: interval.high }
}
