import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { ExplainedError } from '../../explained-error.ts'

const MOST_DECIMALS = 6
const LEAST_DECIMALS = 2

/** Journeys whose money is in currency units, with it in whole minor units: cents, or as fine as the file is, up to six decimals. */
export function wholeUnits(journeys: Journeys, writtenDecimals: number): { journeys: Journeys; decimals: number } {
  const sum = journeys.cents.reduce((total, value) => total + Math.abs(value), 0)
  let decimals = Math.min(MOST_DECIMALS, Math.max(LEAST_DECIMALS, writtenDecimals))
  while (decimals > 0 && sum * 10 ** decimals > Number.MAX_SAFE_INTEGER) decimals -= 1
  if (sum > Number.MAX_SAFE_INTEGER)
    throw new ExplainedError(
      `The values sum to ${sum}, which cannot be counted exactly. Give them in thousands or millions.`,
    )
  return {
    journeys: { ...journeys, cents: journeys.cents.map((value) => Math.round(value * 10 ** decimals)) },
    decimals,
  }
}
