import { accumulateCredits, type CreditSums, creditSums } from './accumulate-credits.ts'
import { divideByRemoval, type RemovalCredits } from './credit-by-removal.ts'
import type { Credits } from './credits.ts'
import { totalsOf, widenSums } from './exact-sums.ts'
import { byCodeUnit } from './journey-builder.ts'
import type { Journeys } from './journeys.ts'
import { type AttributionModel, defaultModelOptions, type JourneyModel, type ModelOptions } from './models.ts'
import { removalEffects } from './removal-effects.ts'
import { chainOfTransitions, noTransitions, putTransitions, type Transitions } from './transitions.ts'

/** The sums of one dimension and level, model by model; journeys are added and taken away. */
export type CreditSheet = {
  readonly options: ModelOptions
  readonly sums: ReadonlyMap<JourneyModel, CreditSums>
  /** Null when Markov is not kept. */
  readonly transitions: Transitions | null
  /** By label: touches, journeys that met it, and those of them that converted. */
  met: { touches: Float64Array; journeys: Float64Array; converted: Float64Array }
  isDirect: Uint8Array
  knownLabels: number
  attributedConversions: number
  attributedCents: number
  unattributedConversions: number
  unattributedCents: number
  nulls: number
}

export function openSheet(models: readonly AttributionModel[], options: Partial<ModelOptions>): CreditSheet {
  const own = models.filter((model): model is JourneyModel => model !== 'markov')
  return {
    options: { ...defaultModelOptions, ...options },
    sums: new Map(own.map((model) => [model, creditSums(0, true)])),
    transitions: models.includes('markov') ? noTransitions() : null,
    met: { touches: new Float64Array(0), journeys: new Float64Array(0), converted: new Float64Array(0) },
    isDirect: new Uint8Array(0),
    knownLabels: 0,
    attributedConversions: 0,
    attributedCents: 0,
    unattributedConversions: 0,
    unattributedCents: 0,
    nulls: 0,
  }
}

/** Adds journeys, or with `sign` -1 takes the same journeys away: the sheet is then as if they had never been added, to the last bit. */
export function putJourneys(sheet: CreditSheet, journeys: Journeys, sign: 1 | -1): void {
  makeRoom(sheet, journeys.labels)
  accumulateCredits(
    journeys,
    [...sheet.sums].map(([model, sums]) => ({ model, sums })),
    { ...sheet.options, isDirect: sheet.isDirect },
    sign,
  )
  putMet(sheet.met, journeys, sign)
  for (let j = 0; j < journeys.count; j += 1) {
    const conversions = sign * (journeys.conversions[j] ?? 0)
    const cents = sign * (journeys.cents[j] ?? 0)
    sheet.nulls += sign * (journeys.nulls[j] ?? 0)
    if (journeys.offsets[j] === journeys.offsets[j + 1]) {
      sheet.unattributedConversions += conversions
      sheet.unattributedCents += cents
    } else {
      sheet.attributedConversions += conversions
      sheet.attributedCents += cents
    }
  }
  if (sheet.transitions !== null) putTransitions(sheet.transitions, journeys, sign)
}

function makeRoom(sheet: CreditSheet, labels: readonly string[]): void {
  if (labels.length <= sheet.knownLabels) return
  const room = Math.max(labels.length, sheet.knownLabels * 2)
  for (const sums of sheet.sums.values()) {
    widenSums(sums.conversions, room)
    sums.cents = widened(sums.cents, room)
  }
  const { touches, journeys, converted } = sheet.met
  sheet.met = {
    touches: widened(touches, room),
    journeys: widened(journeys, room),
    converted: widened(converted, room),
  }
  const isDirect = new Uint8Array(room)
  isDirect.set(sheet.isDirect.subarray(0, sheet.knownLabels))
  for (let label = sheet.knownLabels; label < labels.length; label += 1)
    isDirect[label] = sheet.options.isDirect(labels[label] ?? '') ? 1 : 0
  sheet.isDirect = isDirect
  sheet.knownLabels = labels.length
}

function putMet(met: CreditSheet['met'], { count, offsets, touches, conversions }: Journeys, sign: 1 | -1): void {
  const lastMet = new Int32Array(met.touches.length).fill(-1)
  for (let j = 0; j < count; j += 1) {
    const isConverted = (conversions[j] ?? 0) > 0
    for (let i = offsets[j] ?? 0; i < (offsets[j + 1] ?? 0); i += 1) {
      const label = touches[i] ?? 0
      met.touches[label] = (met.touches[label] ?? 0) + sign
      if (lastMet[label] === j) continue
      lastMet[label] = j
      met.journeys[label] = (met.journeys[label] ?? 0) + sign
      if (isConverted) met.converted[label] = (met.converted[label] ?? 0) + sign
    }
  }
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
  const { transitions } = sheet
  if (transitions === null) return null
  // Solved in the order of the names, so that the order in which labels came in changes no digit.
  const order = [...labels.keys()]
    .filter((label) => (sheet.met.touches[label] ?? 0) > 0)
    .sort((a, b) => byCodeUnit(labels[a] ?? '', labels[b] ?? ''))
  const found = removalEffects(chainOfTransitions(transitions, order), order.length)
  const credits = divideByRemoval(found, {
    attributed: { conversions: sheet.attributedConversions, cents: sheet.attributedCents },
    unattributed: { conversions: sheet.unattributedConversions, cents: sheet.unattributedCents },
  })
  const back = (column: Float64Array): Float64Array => {
    const placed = new Float64Array(labels.length)
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
