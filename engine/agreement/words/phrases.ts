import type { Stage, Team } from '../../lifecycle/state.ts'
import type { Duration } from '../../worktime/duration.ts'
import type { Delivery, Pool, RouteRule, Territory } from '../compiled.ts'
import type { HandoffContext } from '../marketing-promise-schema.ts'
import type { ScoringPhrases } from './scoring-phrases.ts'

export type Consequence = 'route again' | 'back to marketing' | 'close' | 'nurture'
/** What makes up for a missing conversation: one attempt, or all attempts of a clause. */
export type Needs = { attempts: number; clause: string | null }
export type Comeback = Duration | 'at a date given' | null
/** What a pool's sentence takes from elsewhere: its hours in words, the reasons that give a turn back, who hears of a fallback. */
export type PoolWords = { hours: string | null; reasons: readonly string[]; tell: string }

/** The sentences of one language. Conditions come ready in words. */
export type Phrases = {
  party(side: Team, team: string, signs: number | readonly string[]): string
  calendar(zone: string, hours: string, free: { place: string | null; dates: readonly string[]; away: number }): string
  points(points: number, condition: string): string
  eachTime(points: number, does: string, provided: string | null, atMostPerDay: number | null): string
  halfLife(duration: Duration): string
  letters(at: { A: number; B: number; C: number }): string
  numbers(at: { 1: number; 2: number; 3: number }): string
  stage(stage: Stage, owner: Team, knownAs: string | null, evidence: readonly string[]): string
  qualified(condition: string): string
  scoring: ScoringPhrases
  route(condition: string | null, place: 'first' | 'later', rule: RouteRule): string
  pool(pool: Pool, words: PoolWords): string
  territory(territory: Territory): string
  namedAccounts(name: string, accounts: readonly string[], pool: string | null): string
  nobodyFree(keepFor: Duration, tell: string): string
  deliver(delivery: Delivery): string
  give(context: readonly HandoffContext[]): string
  feedback(within: Duration): string
  acceptance(within: Duration): string
  /** Each term with its grades; the last is for every other grade. */
  firstContact(terms: readonly { term: Duration; grades: readonly string[] }[], otherwise: Duration): string
  attempts(atLeast: number, over: Duration): string
  verdict(within: Duration): string
  nextStep(within: Duration): string
  warn(part: number, whom: string): string
  breach(whom: string): string
  reassign(after: Duration, clocks: readonly string[], atMost: number): string
  tell(after: Duration, clocks: readonly string[], whom: string): string
  reject(reason: string, then: Consequence): string
  disqualify(reason: string, needs: Needs | null, comeback: Comeback, asks: string | null): string
  returns(after: Duration): string
  runningClocks(what: 'keep' | 'take'): string
  limit: string
  noRoute: string
  silent: Silent
}

/** What holds where the document says nothing. */
export type Silent = {
  holidays: string
  ownHours: string
  weekStart: string
  marketingPromises: string
  fit: string
  engagement: string
  uncapped(clauses: string): string
  routing: string
  poolLimit(pool: string): string
  ifNobody(clauses: string): string
  anyHour(pools: string): string
  noCredit(pools: string): string
  acceptance: string
  firstContact: string
  attempts: string
  verdict: string
  nextStep: string
  warn: string
  breach: string
  late: string
  lateOf(step: number, does: 'reassign' | 'tell'): string
  lateAtMost(step: number): string
  reject: string
  disqualify: string
  close(reasons: string): string
  pipelines(name: string, stages: string): string
  winNeeds: string
  probability(stages: string): string
  winLoss: string
  returns: string
  runningClocks: string
}
