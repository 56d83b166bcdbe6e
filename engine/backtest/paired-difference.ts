import { type Interval, z95 } from '../stats/interval.ts'

export type PairedDifference = Interval & { difference: number }

/**
 * How many more leads the one decision takes than the other, both asked of the same `n` leads: `onlyA - onlyB` with its
 * 95 % interval (Agresti and Min 2005: half a lead is added to each of the four cells before Wald's interval for paired
 * proportions). In leads; 0 with no interval when both decide alike.
 */
export function pairedDifference(onlyA: number, onlyB: number, n: number): PairedDifference {
  const difference = onlyA - onlyB
  if (n === 0 || (onlyA === 0 && onlyB === 0)) return { difference, low: difference, high: difference }
  const [a, b, all] = [onlyA + 0.5, onlyB + 0.5, n + 2]
  const half = z95 * Math.sqrt(Math.max(0, a + b - (a - b) ** 2 / all))
  return { difference, low: Math.round(difference - half), high: Math.round(difference + half) }
}
