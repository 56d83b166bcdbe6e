import { openSheet, putJourneys, sheetCredits, sheetRemovalCredits } from '@ensemble/engine/attribution/credit-sheet.ts'
import type { Credits } from '@ensemble/engine/attribution/credits.ts'
import { kendallTau } from '@ensemble/engine/attribution/kendall-tau.ts'
import { type AttributionModel, attributionModels } from '@ensemble/engine/attribution/models.ts'
import { dictionaryOf } from './dictionary.ts'
import { inPieces, inSegment, isWithin, journeysIn } from './journeys-of.ts'
import type { KeptTally } from './kept-tallies.ts'
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

/** Every label by every model, kept as sums. Money is divided deal by deal, so that a label has exactly the sum of its deals. */
export function creditTally(past: TouchPast, question: JourneyQuestion): KeptTally<CreditAnswer> {
  const dictionary = dictionaryOf(past, question)
  const sheet = openSheet(attributionModels, {})
  const money = moneyOf(past, question)
  return {
    put(parties, sign) {
      const own = inSegment(past, question.segment, parties)
      inPieces(own, (some) => putJourneys(sheet, journeysIn(past, question, dictionary, some), sign))
      money.put(own, sign)
    },
    answer() {
      const { names } = dictionary
      const met = [...names.keys()]
        .filter((label) => (sheet.met.touches[label] ?? 0) > 0)
        .sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1))
      const credits = attributionModels.map((model): Credits | null =>
        model === 'markov' ? sheetRemovalCredits(sheet, names) : sheetCredits(sheet, model, names.length),
      )
      return {
        rows: met.map((label) => ({
          label: names[label] ?? '',
          touches: sheet.met.touches[label] ?? 0,
          journeys: sheet.met.journeys[label] ?? 0,
          converted: sheet.met.converted[label] ?? 0,
          credits: attributionModels.map((model, m) => ({
            model,
            conversions: credits[m]?.conversions[label] ?? 0,
            cents: credits[m]?.cents[label] ?? 0,
          })),
        })),
        conversions: sheet.attributedConversions,
        cents: sheet.attributedCents,
        unattributed: { conversions: sheet.unattributedConversions, cents: sheet.unattributedCents },
        nulls: sheet.nulls,
        ...money.leftOut(),
        concentration: concentrationOf(money.worth),
        agreement: agreementOf(credits.map((one) => Float64Array.from(met, (label) => one?.conversions[label] ?? 0))),
        segments: past.parties.segments.filter((_, i) => i > 0 && (past.parties.inSegment[i] ?? 0) > 0).sort(),
      }
    },
  }
}

/** What single deals are worth (how many of each amount), and those whose money is not counted in. */
function moneyOf(past: TouchPast, question: JourneyQuestion) {
  const { outcomes, book } = past
  const level = LEVELS.indexOf(question.level)
  const worth = new Map<number, number>()
  const others = new Map<number, number>()
  let withoutAmount = 0
  const add = (counts: Map<number, number>, key: number, sign: 1 | -1): void => {
    const count = (counts.get(key) ?? 0) + sign
    if (count === 0) counts.delete(key)
    else counts.set(key, count)
  }
  return {
    worth,
    put(parties: Uint32Array, sign: 1 | -1): void {
      const { deals } = book
      for (let p = 0; p < parties.length; p += 1) {
        const party = parties[p] ?? 0
        const first = deals.first[party] ?? 0
        for (let row = first; row < first + (deals.length[party] ?? 0); row += 1) {
          if (deals.level[row] !== level || !isWithin(question, deals.atMs[row] ?? 0)) continue
          const cents = deals.cents[row] ?? 0
          if (cents > 0) add(worth, cents, sign)
          const number = deals.reference[row] ?? 0
          if (Number.isNaN(outcomes.cents[number])) withoutAmount += sign
          else if ((outcomes.currency[number] ?? 0) > 0) add(others, outcomes.currency[number] ?? 0, sign)
        }
      }
    },
    leftOut: () => ({
      withoutAmount: level === 0 ? 0 : withoutAmount,
      otherCurrency: [...others]
        .map(([currency, count]) => ({ currency: outcomes.currencies[currency] ?? '', deals: count }))
        .sort((a, b) => b.deals - a.deals || (a.currency < b.currency ? -1 : 1)),
    }),
  }
}

function agreementOf(conversions: readonly Float64Array[]): CreditAnswer['agreement'] {
  return attributionModels.flatMap((a, i) =>
    attributionModels
      .slice(i + 1)
      .map((b, k) => ({ a, b, tau: kendallTau(conversions[i] ?? [], conversions[i + 1 + k] ?? []) })),
  )
}

/** How few deals carry the money: an average over them says little when it is a handful. */
function concentrationOf(worth: ReadonlyMap<number, number>): Concentration | null {
  const amounts = Float64Array.from(worth.keys()).sort().reverse()
  let deals = 0
  let sum = 0
  for (const [cents, count] of worth) {
    deals += count
    sum += cents * count
  }
  if (deals < 3 || sum === 0) return null
  const top = Math.max(1, Math.min(10, Math.ceil(deals / 10)))
  let [met, total, topTotal, half] = [0, 0, 0, 0]
  for (const cents of amounts)
    for (let left = worth.get(cents) ?? 0; left > 0 && (met < top || half === 0); left -= 1) {
      met += 1
      total += cents
      if (met <= top) topTotal = total
      if (half === 0 && total / sum >= 0.5) half = met
    }
  return { top, share: topTotal / sum, deals, half }
}
