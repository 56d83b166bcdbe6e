import type { Journeys } from '@ensemble/engine/attribution/journeys.ts'
import { type CreditAnswer, creditLabels } from './credit-labels.ts'
import { doubtAside } from './doubt-aside.ts'
import type { DoubtAnswer } from './doubt-labels.ts'
import { type FlowAnswer, flowOf } from './flow-of.ts'
import { journeysOf } from './journeys-of.ts'
import { type DealsAnswer, listDeals } from './list-deals.ts'
import { type EarningsAnswer, listEarnings } from './list-earnings.ts'
import { type MonthsAnswer, monthsOf } from './months-of.ts'
import type { JourneyQuestion, ToPast } from './question.ts'
import { upToDate } from './read-past.ts'
import type { TouchPast } from './touch-past.ts'

type Answers = {
  credits: CreditAnswer
  doubt: DoubtAnswer
  deals: DealsAnswer
  earnings: EarningsAnswer
  flow: FlowAnswer
  months: MonthsAnswer
}
export type PastAnswer = {
  [W in ToPast['what']]: { what: W; found: Answers[W]; readAtMs: number; touches: number }
}[ToPast['what']]

const MOST_ANSWERS = 300
const MOST_JOURNEYS = 3
/** Intervals move little with a few touches more, and cost seconds: they are given again for so long, with the moment they are of. */
const DOUBT_HELD_MS = 5 * 60_000
const MOST_DOUBTS = 40

/** What is asked about, answered at once or, where it takes long, by and by: the next question need not wait for it. */
export type Begun = { answer: PastAnswer } | { later: Promise<PastAnswer> }
type Doubt = { ofMs: number; mark: string; answer: Promise<PastAnswer> }

/** Holds touches and outcomes, extended by what arrived before each answer; answers of the same state are given again. */
export function warmTouches() {
  let held: { url: string; past: TouchPast } | null = null
  let answers = new Map<string, PastAnswer>()
  let journeys = new Map<string, Journeys>()
  let version = -1
  const doubts = new Map<string, Doubt>()

  const of = (past: TouchPast, question: JourneyQuestion): Journeys => {
    const key = JSON.stringify(question)
    const known = journeys.get(key)
    if (known !== undefined) return known
    if (journeys.size >= MOST_JOURNEYS) journeys = new Map()
    const made = journeysOf(past, question)
    journeys.set(key, made)
    return made
  }
  const asked = (past: TouchPast, ask: Exclude<ToPast, { what: 'doubt' }>): PastAnswer => {
    const about = { readAtMs: past.readUntilMs, touches: past.book.touches.count }
    switch (ask.what) {
      case 'credits':
        return { what: 'credits', found: creditLabels(past, of(past, ask.of), ask.of), ...about }
      case 'deals':
        return { what: 'deals', found: listDeals(past, ask), ...about }
      case 'earnings':
        return { what: 'earnings', found: listEarnings(past, ask), ...about }
      case 'flow':
        return { what: 'flow', found: flowOf(past, ask.of), ...about }
      case 'months':
        return { what: 'months', found: monthsOf(past, ask.of, ask.zone), ...about }
    }
  }
  const doubtOf = (past: TouchPast, ask: Extract<ToPast, { what: 'doubt' }>): Promise<PastAnswer> => {
    const key = JSON.stringify(ask)
    const known = doubts.get(key)
    if (known !== undefined && known.mark === past.mark && past.readUntilMs - known.ofMs < DOUBT_HELD_MS)
      return known.answer
    const about = { readAtMs: past.readUntilMs, touches: past.book.touches.count }
    const made = doubtAside(of(past, ask.of)).then((found): PastAnswer => ({ what: 'doubt', found, ...about }))
    if (doubts.size >= MOST_DOUBTS) doubts.clear()
    doubts.set(key, { ofMs: past.readUntilMs, mark: past.mark, answer: made })
    made.catch(() => doubts.delete(key))
    return made
  }
  const begin = async (databaseUrl: string, ask: ToPast): Promise<Begun> => {
    const before = held?.url === databaseUrl ? held.past : null
    let past: TouchPast
    try {
      past = await upToDate(databaseUrl, before)
    } catch (error) {
      // What was held may be half extended: the next question reads everything.
      held = null
      version = -1
      throw error
    }
    if (past !== before || past.version !== version) {
      answers = new Map()
      journeys = new Map()
    }
    held = { url: databaseUrl, past }
    version = past.version
    if (ask.what === 'doubt') return { later: doubtOf(past, ask) }
    const key = JSON.stringify(ask)
    const known = answers.get(key)
    if (known !== undefined) return { answer: known }
    if (answers.size >= MOST_ANSWERS) answers.clear()
    const made = asked(past, ask)
    answers.set(key, made)
    return { answer: made }
  }
  return {
    begin,
    async answer(databaseUrl: string, ask: ToPast): Promise<PastAnswer> {
      const begun = await begin(databaseUrl, ask)
      return 'answer' in begun ? begun.answer : begun.later
    },
  }
}
