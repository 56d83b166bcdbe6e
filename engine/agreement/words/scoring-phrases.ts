import type { Team } from '../../lifecycle/state.ts'
import type { Duration } from '../../worktime/duration.ts'

export type LearnedTold = {
  model: string
  target: string
  positive: string
  atMost: number
  /** What each field reads, in words. */
  fields: readonly string[]
  /** Fields that might be written late, with why they are not. */
  inTime: readonly { field: string; why: string }[]
}

/** The sentences of one language about scores beside the main one, lead sources and learned scores. Conditions come in words. */
export type ScoringPhrases = {
  /** A clause of a score beside the main one. */
  inScore(name: string, sentence: string): string
  /** Added to a clause whose points fade at a pace of their own. */
  ownPace(sentence: string, duration: Duration): string
  eachDay(points: number): string
  qualifiedFor(product: string, condition: string): string
  source(name: string, condition: string, owner: Team | null, place: 'first' | 'later'): string
  otherSource: string
  learned(told: LearnedTold): string
}
