import { accumulateCredits, type CreditSums, creditSums } from './accumulate-credits.ts'
import { chainOfCounts } from './chain-of-counts.ts'
import { countTransitions } from './count-transitions.ts'
import { divideByRemoval, type RemovalCredits } from './credit-by-removal.ts'
import { weighingOf } from './credit-journeys.ts'
import type { Credits } from './credits.ts'
import { totalsOf, widenSums } from './exact-sums.ts'
import { byCodeUnit } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'
import type { AttributionModel, JourneyModel, ModelOptions } from './models.ts'
import { removalEffects } from './removal-effects.ts'

/** Up to so many labels a sheet keeps transitions for Markov. */
export const MOST_CHAINED_LABELS = 1000

/** The sums of one dimension and level, model by model; journeys are added and taken away. */
export type CreditSheet = {
  readonly options: Partial<ModelOptions>
  readonly sums: ReadonlyMap<JourneyModel, CreditSums>
  /** First-order transitions at [row * stride + column]; null when Markov is not kept. Converting and lost ends by row. */
  chain: { stride: number; counts: Float64Array; converted: Float64Array; lost: Float64Array } | null
  attributedConversions: number
  attributedCents: number
  unattributedConversions: number
  unattributedCents: number
  nulls: number
}

export function openSheet(models: readonly AttributionModel[], options: Partial<ModelOptions>): CreditSheet {
  const own = models.filter((model): model is JourneyModel => model !== 'markov')
  return {
    options,
    sums: new Map(own.map((model) => [model, creditSums(0, true)])),
    chain: models.includes('markov')
      ? { stride: 0, counts: new Float64Array(0), converted: new Float64Array(0), lost: new Float64Array(0) }
      : null,
    attributedConversions: 0,
    attributedCents: 0,
    unattributedConversions: 0,
    unattributedCents: 0,
    nulls: 0,
  }
}

/** Adds journeys, or with `sign` -1 takes the same journeys away: the sheet is then as if they had never been added, to the last bit. */
export function putJourneys(sheet: CreditSheet, journeys: Journeys, sign: 1 | -1): void {
  const weighing = weighingOf(journeys.labels, sheet.options)
  for (const sums of sheet.sums.values()) {
    widenSums(sums.conversions, journeys.labels.length)
    if (sums.cents.length < journeys.labels.length) sums.cents = widened(sums.cents, journeys.labels.length * 2)
  }
  accumulateCredits(
    journeys,
    [...sheet.sums].map(([model, sums]) => ({ model, sums })),
    weighing,
    sign,
  )
  for (let j = 0; j < journeys.count; j += 1) {
    const isTouched = journeys.offsets[j] !== journeys.offsets[j + 1]
    const conversions = sign * (journeys.conversions[j] ?? 0)
    const cents = sign * (journeys.cents[j] ?? 0)
    sheet.nulls += sign * (journeys.nulls[j] ?? 0)
    if (isTouched) {
      sheet.attributedConversions += conversions
      sheet.attributedCents += cents
    } else {
      sheet.unattributedConversions += conversions
      sheet.unattributedCents += cents
    }
  }
  if (sheet.chain !== null && journeys.labels.length > MOST_CHAINED_LABELS) sheet.chain = null
  if (sheet.chain !== null) putTransitions(sheet.chain, journeys, sign)
}

function putTransitions(chain: NonNullable<CreditSheet['chain']>, journeys: Journeys, sign: 1 | -1): void {
  const rows = journeys.labels.length + 1
  if (rows > chain.stride) widenChain(chain, Math.max(rows, chain.stride * 2, 16))
  const { counts, width } = countTransitions(journeys)
  for (let row = 0; row < rows; row += 1) {
    const begin = row * width
    for (let column = 1; column < rows; column += 1) {
      const count = counts[begin + column] ?? 0
      if (count === 0) continue
      const cell = row * chain.stride + column
      chain.counts[cell] = (chain.counts[cell] ?? 0) + sign * count
    }
    chain.converted[row] = (chain.converted[row] ?? 0) + sign * (counts[begin + width - 2] ?? 0)
    chain.lost[row] = (chain.lost[row] ?? 0) + sign * (counts[begin + width - 1] ?? 0)
  }
}

function widenChain(chain: NonNullable<CreditSheet['chain']>, stride: number): void {
  const counts = new Float64Array(stride * stride)
  for (let row = 0; row < chain.stride; row += 1)
    counts.set(chain.counts.subarray(row * chain.stride, (row + 1) * chain.stride), row * stride)
  chain.counts = counts
  chain.converted = widened(chain.converted, stride)
  chain.lost = widened(chain.lost, stride)
  chain.stride = stride
}

function widened(column: Float64Array, length: number): Float64Array {
  const wider = new Float64Array(Math.max(length, column.length))
  wider.set(column)
  return wider
}

/** Credits of a model that weighs journeys by themselves, by the numbers of the labels. Null when the sheet does not keep it. */
export function sheetCredits(sheet: CreditSheet, model: JourneyModel, labels: number): Credits | null {
  const sums = sheet.sums.get(model)
  if (sums === undefined) return null
  return {
    conversions: widened(totalsOf(sums.conversions), labels).slice(0, labels),
    cents: widened(sums.cents, labels).slice(0, labels),
    unattributed: { conversions: sheet.unattributedConversions, cents: sheet.unattributedCents },
  }
}

/** Markov removal credits of order 1, by the numbers of the labels; null when the sheet keeps no transitions. */
export function sheetRemovalCredits(sheet: CreditSheet, labels: readonly string[]): RemovalCredits | null {
  const { chain } = sheet
  if (chain === null) return null
  // Solved in the order of the names, so that the order in which labels came in changes no digit.
  const order = [...labels.keys()].sort((a, b) => byCodeUnit(labels[a] ?? '', labels[b] ?? ''))
  const size = labels.length
  const width = size + 3
  const rowOf = (place: number): number => (place === 0 ? 0 : (order[place - 1] ?? 0) + 1)
  const counts = new Float64Array((size + 1) * width)
  for (let row = 0; row <= size; row += 1) {
    const source = rowOf(row)
    if (source >= chain.stride) continue
    for (let column = 1; column <= size; column += 1) {
      const target = rowOf(column)
      counts[row * width + column] = target < chain.stride ? (chain.counts[source * chain.stride + target] ?? 0) : 0
    }
    counts[row * width + width - 2] = chain.converted[source] ?? 0
    counts[row * width + width - 1] = chain.lost[source] ?? 0
  }
  const found = removalEffects(chainOfCounts({ width, counts }), size)
  const credits = divideByRemoval(found, {
    attributed: { conversions: sheet.attributedConversions, cents: sheet.attributedCents },
    unattributed: { conversions: sheet.unattributedConversions, cents: sheet.unattributedCents },
  })
  const back = (column: Float64Array): Float64Array => {
    const placed = new Float64Array(size)
    for (const [place, label] of order.entries()) placed[label] = column[place] ?? 0
    return placed
  }
  return {
    base: found.base,
    effects: back(found.effects),
    conversions: back(credits.conversions),
    cents: back(credits.cents),
    unattributed: credits.unattributed,
  }
}
