import { chanceOf } from '../backtest/chance.ts'
import type { Interval } from '../stats/interval.ts'
import { quantileOfSorted } from '../stats/quantile.ts'
import { type BlockSums, blockSums } from './block-sums.ts'
import { chainOfCounts } from './chain-of-counts.ts'
import type { Journeys } from './journeys.ts'
import { kendallTau } from './kendall-tau.ts'
import type { AttributionModel, ModelOptions } from './models.ts'
import { removalEffects } from './removal-effects.ts'

export type BootstrappedModel = {
  readonly model: AttributionModel
  /** By label. Money in minor units; the rate is credited conversions per touch, which says what a touch did and not how many there were. */
  readonly labels: readonly {
    readonly conversions: Interval
    readonly cents: Interval
    readonly perTouch: Interval | null
  }[]
  /** Mean Kendall's tau between the ranking of all deals and those of the resamples, by credits and by credits per touch. */
  readonly rankStability: number | null
  readonly rankStabilityPerTouch: number | null
}

export type Bootstrap = {
  readonly resamples: number
  readonly confidence: number
  readonly models: readonly BootstrappedModel[]
}

export type BootstrapOptions = { readonly seed?: number; readonly resamples?: number; readonly confidence?: number }

type Draws = { conversions: Float64Array; cents: Float64Array; perTouch: Float64Array }

/**
 * Percentile intervals of credits over deals drawn anew with their journeys (Efron 1979), the same for the same deals and seed. Markov of
 * order 1 with at most 40 labels is solved anew for each draw; else it is left out.
 */
export function bootstrapCredits(
  journeys: Journeys,
  models: readonly AttributionModel[],
  options: Partial<ModelOptions> = {},
  { seed = 1, resamples = 500, confidence = 0.95 }: BootstrapOptions = {},
): Bootstrap {
  const size = journeys.labels.length
  const sums = blockSums(journeys, models, options, seed)
  const found = models.filter((model) => model !== 'markov' || sums.transitions !== null)
  const draws = found.map<Draws>(() => ({
    conversions: new Float64Array(resamples * size),
    cents: new Float64Array(resamples * size),
    perTouch: new Float64Array(resamples * size),
  }))
  const chance = chanceOf(seed + 1)
  const whole = found.map((model) => drawn(sums, model, new Uint16Array(sums.blocks).fill(1), size))
  for (let round = 0; round < resamples; round += 1) {
    const times = new Uint16Array(sums.blocks)
    for (let k = 0; k < sums.blocks; k += 1) {
      const block = Math.floor(chance.next() * sums.blocks)
      times[block] = (times[block] ?? 0) + 1
    }
    for (const [i, model] of found.entries()) {
      const one = drawn(sums, model, times, size)
      draws[i]?.conversions.set(one.conversions, round * size)
      draws[i]?.cents.set(one.cents, round * size)
      draws[i]?.perTouch.set(one.perTouch, round * size)
    }
  }
  return {
    resamples,
    confidence,
    models: found.map((model, i) => summarise(model, draws[i], whole[i], size, resamples, confidence)),
  }
}

/** Credits of one draw of blocks. */
function drawn(sums: BlockSums, model: AttributionModel, times: Uint16Array, size: number): Draws {
  const touches = gather(sums.touches, times, size)
  const own = sums.credits.find((one) => one.model === model)
  const credits =
    own === undefined
      ? byRemoval(sums, times, size)
      : { conversions: gather(own.conversions, times, size), cents: gather(own.cents, times, size) }
  return { ...credits, perTouch: credits.conversions.map((value, i) => value / (touches[i] ?? 0)) }
}

function byRemoval(
  sums: BlockSums,
  times: Uint16Array,
  size: number,
): { conversions: Float64Array; cents: Float64Array } {
  const width = size + 3
  const counts = gather(sums.transitions ?? new Float64Array(0), times, (size + 1) * width)
  const { effects } = removalEffects(chainOfCounts({ width, counts }), size)
  const sum = effects.reduce((total, effect) => total + effect, 0) || 1
  const conversions = gather(sums.conversions, times, 1)[0] ?? 0
  const cents = gather(sums.cents, times, 1)[0] ?? 0
  return {
    conversions: effects.map((one) => (conversions * one) / sum),
    cents: effects.map((one) => (cents * one) / sum),
  }
}

function gather(column: Float64Array, times: Uint16Array, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let block = 0; block < times.length; block += 1) {
    const often = times[block] ?? 0
    if (often === 0) continue
    for (let i = 0; i < size; i += 1) sums[i] = (sums[i] ?? 0) + often * (column[block * size + i] ?? 0)
  }
  return sums
}

function summarise(
  model: AttributionModel,
  draws: Draws | undefined,
  whole: Draws | undefined,
  size: number,
  resamples: number,
  confidence: number,
): BootstrappedModel {
  const intervalOf = (column: Float64Array | undefined, label: number): Interval | null => {
    const values = Float64Array.from({ length: resamples }, (_, round) => column?.[round * size + label] ?? Number.NaN)
    const sorted = values.filter((value) => !Number.isNaN(value)).sort()
    const low = quantileOfSorted(sorted, (1 - confidence) / 2)
    const high = quantileOfSorted(sorted, (1 + confidence) / 2)
    return low === null || high === null ? null : { low, high }
  }
  const stability = (column: Float64Array | undefined, point: Float64Array | undefined): number | null => {
    if (column === undefined || point === undefined) return null
    const taus = Array.from({ length: resamples }, (_, round) =>
      kendallTau(column.subarray(round * size, (round + 1) * size), point),
    ).filter((tau) => tau !== null)
    return taus.length === 0 ? null : taus.reduce((sum, tau) => sum + tau, 0) / taus.length
  }
  return {
    model,
    labels: Array.from({ length: size }, (_, label) => ({
      conversions: intervalOf(draws?.conversions, label) ?? { low: 0, high: 0 },
      cents: intervalOf(draws?.cents, label) ?? { low: 0, high: 0 },
      perTouch: intervalOf(draws?.perTouch, label),
    })),
    rankStability: stability(draws?.conversions, whole?.conversions),
    rankStabilityPerTouch: stability(draws?.perTouch, whole?.perTouch),
  }
}
