import { apportionInto } from './apportion.ts'
import { addExact, type ExactSums, exactSums, quantiseCents, quantiseConversions } from './exact-sums.ts'
import { type Journeys, longestJourney } from './journeys.ts'
import type { JourneyModel } from './models.ts'
import { isSingleTouch, singleTouch, type Weighing, weighTouches } from './weigh-touches.ts'

/** Running sums of one model, by label. */
export type CreditSums = {
  readonly conversions: ExactSums
  /** Exact parts of cents, to be divided in total; null when deals are divided one by one. */
  readonly money: ExactSums | null
  /** Whole cents of deals divided one by one. */
  cents: Float64Array
  attributedConversions: number
  attributedCents: number
  unattributedConversions: number
  unattributedCents: number
}

export function creditSums(labels: number, isByDeal: boolean): CreditSums {
  return {
    conversions: exactSums(labels),
    money: isByDeal ? null : exactSums(labels),
    cents: new Float64Array(isByDeal ? labels : 0),
    attributedConversions: 0,
    attributedCents: 0,
    unattributedConversions: 0,
    unattributedCents: 0,
  }
}

export type ModelSums = { readonly model: JourneyModel; readonly sums: CreditSums }

/**
 * Adds the credits of journeys to the sums of each model, or with `sign` -1 takes exactly the same away again. Journeys are the outer
 * loop: most convert nothing, and one that does is read from memory once for all models.
 */
export function accumulateCredits(
  journeys: Journeys,
  models: readonly ModelSums[],
  weighing: Weighing,
  sign: 1 | -1 = 1,
): void {
  const { conversions, cents, count } = journeys
  const scratch = scratchOf(longestJourney(journeys))
  for (let j = 0; j < count; j += 1) {
    const own = conversions[j] ?? 0
    const value = cents[j] ?? 0
    if (own === 0 && value === 0) continue
    for (let m = 0; m < models.length; m += 1) {
      const one = models[m]
      if (one !== undefined)
        creditJourney(journeys, j, one.model, weighing, one.sums, scratch, sign * own, sign * value)
    }
  }
}

function creditJourney(
  journeys: Journeys,
  j: number,
  model: JourneyModel,
  weighing: Weighing,
  sums: CreditSums,
  scratch: Scratch,
  own: number,
  value: number,
): void {
  const { offsets, touches } = journeys
  const from = offsets[j] ?? 0
  const n = (offsets[j + 1] ?? 0) - from
  if (n === 0) {
    sums.unattributedConversions += own
    sums.unattributedCents += value
    return
  }
  sums.attributedConversions += own
  sums.attributedCents += value
  if (isSingleTouch(model)) {
    const label = touches[from + singleTouch(model, journeys, from, n, weighing)] ?? 0
    addExact(sums.conversions, label, own)
    if (sums.money === null) sums.cents[label] = (sums.cents[label] ?? 0) + value
    else addExact(sums.money, label, value)
    return
  }
  weighTouches(model, journeys, j, weighing, scratch.weights)
  addConversions(sums.conversions, touches, from, n, scratch.weights, own)
  if (value !== 0) addMoney(sums, touches, from, n, scratch, value)
}

type Scratch = { readonly weights: Float64Array; readonly shares: Float64Array; readonly parts: Float64Array }

function scratchOf(length: number): Scratch {
  return { weights: new Float64Array(length), shares: new Float64Array(length), parts: new Float64Array(length) }
}

// What rounding leaves of a conversion goes to the last touch that has any of it.
function addConversions(
  sums: ExactSums,
  touches: Uint32Array,
  from: number,
  n: number,
  weights: Float64Array,
  own: number,
): void {
  let last = n - 1
  while (last > 0 && weights[last] === 0) last -= 1
  let rest = own
  for (let i = 0; i < last; i += 1) {
    const weight = weights[i] ?? 0
    if (weight === 0) continue
    const part = quantiseConversions(own * weight)
    rest -= part
    addExact(sums, touches[from + i] ?? 0, part)
  }
  addExact(sums, touches[from + last] ?? 0, rest)
}

function addMoney(
  sums: CreditSums,
  touches: Uint32Array,
  from: number,
  n: number,
  { weights, shares, parts }: Scratch,
  value: number,
): void {
  const { money, cents } = sums
  if (money !== null) {
    for (let i = 0; i < n; i += 1) {
      const share = value * (weights[i] ?? 0)
      if (share !== 0) addExact(money, touches[from + i] ?? 0, quantiseCents(share))
    }
    return
  }
  // A deal that is taken away must be divided as it was when it was put.
  const sign = value < 0 ? -1 : 1
  const amount = Math.abs(value)
  for (let i = 0; i < n; i += 1) shares[i] = amount * (weights[i] ?? 0)
  apportionInto(amount, shares, n, parts)
  for (let i = 0; i < n; i += 1) {
    const label = touches[from + i] ?? 0
    cents[label] = (cents[label] ?? 0) + sign * (parts[i] ?? 0)
  }
}
