import type { Client } from 'pg'
import { type CampaignDays, campaignDays, type DaysAnswer } from './campaign-days.ts'
import { countHeard, type HeardAnswer } from './count-heard.ts'
import { type CreditAnswer, creditTally } from './credit-tally.ts'
import { doubtAside } from './doubt-aside.ts'
import type { DoubtAnswer } from './doubt-labels.ts'
import { type EarningsAnswer, earningTally } from './earning-tally.ts'
import { type FlowAnswer, flowTally } from './flow-tally.ts'
import { journeysOf } from './journeys-of.ts'
import { keptTallies } from './kept-tallies.ts'
import { type DealsAnswer, listDeals } from './list-deals.ts'
import { type MonthsAnswer, monthTally } from './month-tally.ts'
import { openPastClient } from './past-client.ts'
import type { ToPast } from './question.ts'
import { broughtUp } from './read-past.ts'
import { type LeadSums, sumLeads } from './sum-leads.ts'
import type { TouchPast } from './touch-past.ts'

type Answers = {
  credits: CreditAnswer
  doubt: DoubtAnswer
  deals: DealsAnswer
  earnings: EarningsAnswer
  flow: FlowAnswer
  months: MonthsAnswer
  leads: LeadSums[]
  campaignDays: DaysAnswer
  heard: HeardAnswer
}
export type PastAnswer = {
  [W in ToPast['what']]: { what: W; found: Answers[W]; readAtMs: number; touches: number }
}[ToPast['what']]

const MOST_ANSWERS = 300
/** Intervals move little with a few touches more, and cost seconds: they are given again for so long, with the moment they are of. */
const DOUBT_HELD_MS = 5 * 60_000
const MOST_DOUBTS = 40

/** What is asked about, answered at once or, where it takes long, by and by: the next question need not wait for it. */
export type Begun = { answer: PastAnswer } | { later: Promise<PastAnswer> }
type Doubt = { ofMs: number; mark: string; answer: Promise<PastAnswer> }

/** Holds touches and outcomes, extended by what arrived before each answer; sums are changed by what changed, answers of the same state given again. */
export function warmTouches() {
  let held: { url: string; past: TouchPast } | null = null
  let client: { url: string; opened: Client } | null = null
  let answers = new Map<string, PastAnswer>()
  let answered: { past: TouchPast | null; version: number } = { past: null, version: -1 }
  const doubts = new Map<string, Doubt>()
  let days: { past: TouchPast; zone: string; counts: CampaignDays } | null = null
  const kept = {
    credits: keptTallies(creditTally),
    earnings: keptTallies(earningTally),
    flow: keptTallies(flowTally),
    months: keptTallies(monthTally),
  }

  const made = (past: TouchPast, ask: Exclude<ToPast, { what: 'doubt' }>): PastAnswer => {
    const about = { readAtMs: past.readUntilMs, touches: past.book.touches.count - past.book.touches.dead }
    const now = past.readUntilMs
    switch (ask.what) {
      case 'credits':
        return { what: 'credits', found: kept.credits.of(past, ask.of, now).answer(), ...about }
      case 'deals':
        return { what: 'deals', found: listDeals(past, ask), ...about }
      case 'earnings':
        return {
          what: 'earnings',
          found: kept.earnings.of(past, { of: ask.of, model: ask.model }, now).answer(),
          ...about,
        }
      case 'flow':
        return { what: 'flow', found: kept.flow.of(past, plainFlow(ask.of), now).answer(), ...about }
      case 'months':
        return { what: 'months', found: kept.months.of(past, ask.of, now).answer(), ...about }
      case 'leads':
        return { what: 'leads', found: sumLeads(past, ask.of), ...about }
      case 'heard':
        return { what: 'heard', found: countHeard(past, ask.of), ...about }
      case 'campaignDays':
        if (days === null || days.past !== past || days.zone !== ask.zone) {
          days?.counts.drop()
          days = { past, zone: ask.zone, counts: campaignDays(past, ask.zone) }
        }
        return { what: 'campaignDays', found: days.counts.of(ask.names), ...about }
    }
  }
  const doubtOf = (past: TouchPast, ask: Extract<ToPast, { what: 'doubt' }>): Promise<PastAnswer> => {
    const key = JSON.stringify(ask)
    const known = doubts.get(key)
    if (known !== undefined && known.mark === past.mark && past.readUntilMs - known.ofMs < DOUBT_HELD_MS)
      return known.answer
    const about = { readAtMs: past.readUntilMs, touches: past.book.touches.count - past.book.touches.dead }
    const answer = doubtAside(journeysOf(past, ask.of)).then(
      (found): PastAnswer => ({ what: 'doubt', found, ...about }),
    )
    if (doubts.size >= MOST_DOUBTS) doubts.clear()
    doubts.set(key, { ofMs: past.readUntilMs, mark: past.mark, answer })
    answer.catch(() => doubts.delete(key))
    return answer
  }
  const letGo = (): void => {
    held = null
    days = null
    answers = new Map()
    for (const each of Object.values(kept)) each.drop()
    void client?.opened.end().catch(() => undefined)
    client = null
  }
  /** Brings what is held up to the present. */
  const bring = async (databaseUrl: string): Promise<TouchPast> => {
    const before = held?.url === databaseUrl ? held.past : null
    try {
      if (client?.url !== databaseUrl) {
        await client?.opened.end().catch(() => undefined)
        client = { url: databaseUrl, opened: await openPastClient(databaseUrl) }
      }
      const past = await broughtUp(client.opened, databaseUrl, before)
      if (past !== before) for (const each of Object.values(kept)) each.drop()
      if (past !== answered.past || past.version !== answered.version) {
        answers = new Map()
        answered = { past, version: past.version }
        for (const each of Object.values(kept)) each.tidy(past.readUntilMs)
      }
      held = { url: databaseUrl, past }
      return past
    } catch (error) {
      // What was held may be half extended: the next question reads everything.
      letGo()
      throw error
    }
  }
  const begin = (past: TouchPast, ask: ToPast): Begun => {
    if (ask.what === 'doubt') return { later: doubtOf(past, ask) }
    const key = JSON.stringify(ask)
    const known = answers.get(key)
    if (known !== undefined) return { answer: { ...known, readAtMs: past.readUntilMs } }
    if (answers.size >= MOST_ANSWERS) answers.clear()
    const answer = made(past, ask)
    answers.set(key, answer)
    return { answer }
  }
  return {
    bring,
    begin,
    async answer(databaseUrl: string, ask: ToPast): Promise<PastAnswer> {
      const begun = begin(await bring(databaseUrl), ask)
      return 'answer' in begun ? begun.answer : begun.later
    },
    close: letGo,
  }
}

/** Whatever the level, look-back and transform, the picture is the same. */
function plainFlow(of: Extract<ToPast, { what: 'flow' }>['of']): typeof of {
  return { ...of, level: 'won', lookbackMs: null, transform: 'unique' }
}
