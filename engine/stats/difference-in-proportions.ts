import { type Interval, z95 } from './interval.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type Difference = Interval & { readonly difference: number }

/**
 * How much higher the second proportion is than the first, with its interval: Newcombe's hybrid score interval (1998,
 * method 10), made of the two Wilson intervals. Null when a sample is empty.
 */
export function differenceInProportions(
  successesA: number,
  nA: number,
  successesB: number,
  nB: number,
  z: number = z95,
): Difference | null {
  const a = wilsonInterval(successesA, nA, z)
  const b = wilsonInterval(successesB, nB, z)
  if (a === null || b === null) return null
  const pA = successesA / nA
  const pB = successesB / nB
  const difference = pB - pA
  const low = difference - Math.hypot(pB - b.low, a.high - pA)
  const high = difference + Math.hypot(b.high - pB, pA - a.low)
  return { difference, low, high }
}
