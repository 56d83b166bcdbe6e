/**
 * A rate pulled towards its parent's while observations are few: (successes + k parent)/(n + k), the weight `k` being that
 * many observations of the parent. Null when n + k is 0, that is when nothing is known.
 */
export function shrunkRate(successes: number, n: number, parentRate: number, k = 20): number | null {
  return n + k > 0 ? (successes + k * parentRate) / (n + k) : null
}
