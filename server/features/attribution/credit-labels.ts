import { attributeAll } from '@ensemble/engine/attribution/attribute.ts'
import { journeyTotals } from '@ensemble/engine/attribution/journey-totals.ts'
import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { kendallTau } from '@ensemble/engine/attribution/kendall-tau.ts'
import { type AttributionModel, attributionModels } from '@ensemble/engine/attribution/models.ts'
import { isWithin } from './journeys-of.ts'
import type { JourneyQuestion } from './question.ts'
import { LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

export type Credit = { model: AttributionModel; conversions: number; cents: number }
export type CreditRow = {
  /** Empty: touches without one. */
  label: string
  touches: number
  /** Journeys that met it, and those of them that converted. */
  journeys: number
  converted: number
  credits: Credit[]
}
export type CreditAnswer = {
  rows: CreditRow[]
  conversions: number
  cents: number
  unattributed: { conversions: number; cents: number }
  nulls: number
  /** Deals of the period in another currency, and without an amount: they count as conversions, not as money. */
  otherCurrency: { currency: string; deals: number }[]
  withoutAmount: number
  concentration: Concentration | null
  agreement: { a: AttributionModel; b: AttributionModel; tau: number | null }[]
  segments: string[]
}
export type Concentration = { top: number; share: number; deals: number; half: number }

/** Every label by every model. Money is divided deal by deal, so that a label has exactly the sum of its deals. */
export function creditLabels(past: TouchPast, journeys: Journeys, question: JourneyQuestion): CreditAnswer {
  const credits = attributeAll(journeys, attributionModels, {}, 'by-deal')
  const met = metBy(journeys)
  const rows = journeys.labels.map((label, i) => ({
    label,
    touches: met.touches[i] ?? 0,
    journeys: met.journeys[i] ?? 0,
    converted: met.converted[i] ?? 0,
    credits: attributionModels.map((model, m) => ({
      model,
      conversions: credits[m]?.conversions[i] ?? 0,
      cents: credits[m]?.cents[i] ?? 0,
    })),
  }))
  const totals = journeyTotals(journeys)
  return {
    rows: rows.filter((row) => row.touches > 0),
    ...totals.attributed,
    unattributed: totals.unattributed,
    nulls: totals.nulls,
    ...moneyLeftOut(past, question),
    concentration: concentrationOf(journeys),
    agreement: attributionModels.flatMap((a, i) =>
      attributionModels.slice(i + 1).map((b, k) => ({
        a,
        b,
        tau: kendallTau(credits[i]?.conversions ?? [], credits[i + 1 + k]?.conversions ?? []),
      })),
    ),
    segments: [...new Set(past.segmentOf.filter((segment) => segment !== null))].sort(),
  }
}

function metBy({ count, labels, offsets, touches, conversions }: Journeys) {
  const found = {
    touches: new Float64Array(labels.length),
    journeys: new Float64Array(labels.length),
    converted: new Float64Array(labels.length),
  }
  const lastMet = new Int32Array(labels.length).fill(-1)
  for (let j = 0; j < count; j += 1)
    for (let i = offsets[j] ?? 0; i < (offsets[j + 1] ?? 0); i += 1) {
      const label = touches[i] ?? 0
      found.touches[label] = (found.touches[label] ?? 0) + 1
      if (lastMet[label] === j) continue
      lastMet[label] = j
      found.journeys[label] = (found.journeys[label] ?? 0) + 1
      if ((conversions[j] ?? 0) > 0) found.converted[label] = (found.converted[label] ?? 0) + 1
    }
  return found
}

function moneyLeftOut(past: TouchPast, question: JourneyQuestion) {
  const others = new Map<string, number>()
  let withoutAmount = 0
  const { book, deals } = past
  const level = LEVELS.indexOf(question.level)
  for (const [party, segment] of past.segmentOf.entries()) {
    if (question.segment !== null && segment !== question.segment) continue
    for (let at = book.deals.first[party] ?? -1; at >= 0; at = book.deals.next[at] ?? -1) {
      const deal = deals[at]
      if (deal === undefined || deal.level !== level || !isWithin(question, deal.atMs)) continue
      if (deal.currency === null) withoutAmount += 1
      else if (deal.isOtherCurrency) others.set(deal.currency, (others.get(deal.currency) ?? 0) + 1)
    }
  }
  return {
    withoutAmount: level === 0 ? 0 : withoutAmount,
    otherCurrency: [...others].map(([currency, count]) => ({ currency, deals: count })),
  }
}

/** How few deals carry the money: an average over them says little when it is a handful. */
function concentrationOf({ count, cents }: Journeys): Concentration | null {
  const values = cents
    .subarray(0, count)
    .filter((value) => value > 0)
    .sort()
    .reverse()
  const sum = values.reduce((total, value) => total + value, 0)
  if (values.length < 3 || sum === 0) return null
  const top = Math.max(1, Math.min(10, Math.ceil(values.length / 10)))
  const shareOf = (n: number): number => values.subarray(0, n).reduce((total, value) => total + value, 0) / sum
  let half = 1
  while (shareOf(half) < 0.5) half += 1
  return { top, share: shareOf(top), deals: values.length, half }
}
