import { type Rate, rateOf } from '../funnel/rate.ts'
import { quantile } from '../stats/quantile.ts'

/** Fewer matured deals than this make no rate one can stand on. */
export const AT_LEAST = 20

/** Deals that reached a stage and have had their time: how many, and how many of them were won. */
export type StageCount = { pipeline: string; stage: string; matured: number; won: number }
export type StageRate = { pipeline: string; stage: string; rate: Rate; isSmall: boolean }

const DAY_MS = 86_400_000

/**
 * How long a deal needs: the time within which nine of ten closed deals were closed, in ms. Deals that entered a stage less long ago
 * are not matured: most of them could not have been won yet. 0 where nothing is closed. `durationsMs`: from the opening to the end.
 * Source: domain.md 1.4 (matured cohorts).
 */
export function maturityMs(durationsMs: ArrayLike<number>): number {
  return Math.max(0, quantile(durationsMs, 0.9) ?? 0)
}

/** The same in whole days, for saying it. */
export function maturityDays(durationsMs: ArrayLike<number>): number {
  return Math.ceil(maturityMs(durationsMs) / DAY_MS)
}

/** From stage to win, of own matured deals, each with its 95 % Wilson interval. */
export function stageRates(counts: readonly StageCount[], atLeast = AT_LEAST): StageRate[] {
  return counts.map(({ pipeline, stage, matured, won }) => ({
    pipeline,
    stage,
    rate: rateOf(won, matured),
    isSmall: matured < atLeast,
  }))
}
