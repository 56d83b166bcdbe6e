import { chanceOf } from '../backtest/chance.ts'
import { canonicalOrder } from './canonical-order.ts'
import { weighingOf } from './credit-journeys.ts'
import { dealIntoBlocks } from './deal-into-blocks.ts'
import { journeyTotals } from './journey-totals.ts'
import { type Journeys, longestJourney } from './journeys.ts'
import type { AttributionModel, JourneyModel, ModelOptions } from './models.ts'
import { weighTouches } from './weigh-touches.ts'

/** Deals in random groups, with what each group adds to every sum: resampling groups is resampling deals, at a fraction of the work. */
export type BlockSums = {
  readonly blocks: number
  /** By model: credited conversions and money, block by block, a number a label. */
  readonly credits: readonly {
    readonly model: JourneyModel
    readonly conversions: Float64Array
    readonly cents: Float64Array
  }[]
  /** Touches of everybody, converted or not, block by block. */
  readonly touches: Float64Array
  /** First-order transitions, block by block; null when there are too many labels, or Markov is not wanted. */
  readonly transitions: Float64Array | null
  /** Attributed conversions and money by block. */
  readonly conversions: Float64Array
  readonly cents: Float64Array
}

const MOST_BLOCKS = 1000
const MOST_CELLS = 4_000_000
/** Up to so many labels, Markov is solved for each resample. */
export const MOST_RESOLVED_LABELS = 40

export function blockSums(
  journeys: Journeys,
  models: readonly AttributionModel[],
  options: Partial<ModelOptions>,
  seed: number,
): BlockSums {
  const size = journeys.labels.length
  const { attributed, nulls } = journeyTotals(journeys)
  const blocks = Math.max(
    1,
    Math.min(MOST_BLOCKS, Math.floor(MOST_CELLS / Math.max(1, size)), Math.ceil(attributed.conversions + nulls)),
  )
  const own = models.filter((model): model is JourneyModel => model !== 'markov')
  const sums = {
    blocks,
    credits: own.map((model) => ({
      model,
      conversions: new Float64Array(blocks * size),
      cents: new Float64Array(blocks * size),
    })),
    touches: new Float64Array(blocks * size),
    transitions:
      models.includes('markov') && (options.order ?? 1) === 1 && size <= MOST_RESOLVED_LABELS
        ? new Float64Array(blocks * (size + 1) * (size + 3))
        : null,
    conversions: new Float64Array(blocks),
    cents: new Float64Array(blocks),
  }
  const chance = chanceOf(seed)
  const weighing = weighingOf(journeys.labels, options)
  const weights = own.map(() => new Float64Array(longestJourney(journeys)))
  for (const j of canonicalOrder(journeys)) {
    const from = journeys.offsets[j] ?? 0
    const n = (journeys.offsets[j + 1] ?? 0) - from
    if (n === 0) continue
    const converted = journeys.conversions[j] ?? 0
    for (const [i, model] of own.entries()) {
      const into = weights[i]
      if (converted > 0 && into !== undefined) weighTouches(model, journeys, j, weighing, into)
    }
    const price = converted > 0 ? (journeys.cents[j] ?? 0) / converted : 0
    dealIntoBlocks(converted, blocks, chance, (block, amount) => {
      add(sums.conversions, block, amount)
      add(sums.cents, block, amount * price)
      addPath(sums, journeys, from, n, block, amount, true)
      for (const [i, { conversions, cents }] of sums.credits.entries()) {
        for (let k = 0; k < n; k += 1) {
          const cell = block * size + (journeys.touches[from + k] ?? 0)
          const credit = amount * (weights[i]?.[k] ?? 0)
          add(conversions, cell, credit)
          add(cents, cell, credit * price)
        }
      }
    })
    dealIntoBlocks(journeys.nulls[j] ?? 0, blocks, chance, (block, amount) =>
      addPath(sums, journeys, from, n, block, amount, false),
    )
  }
  return sums
}

function addPath(
  { touches, transitions }: BlockSums,
  journeys: Journeys,
  from: number,
  n: number,
  block: number,
  amount: number,
  isConverted: boolean,
): void {
  const size = journeys.labels.length
  const width = size + 3
  const begin = block * (size + 1) * width
  let row = 0
  for (let k = 0; k < n; k += 1) {
    const label = journeys.touches[from + k] ?? 0
    add(touches, block * size + label, amount)
    if (transitions !== null) add(transitions, begin + row * width + label + 1, amount)
    row = label + 1
  }
  if (transitions !== null) add(transitions, begin + row * width + width - (isConverted ? 2 : 1), amount)
}

function add(column: Float64Array, at: number, amount: number): void {
  column[at] = (column[at] ?? 0) + amount
}
