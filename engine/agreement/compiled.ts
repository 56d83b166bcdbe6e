import type { Expression } from '../cel/ast.ts'
import type { FactKind } from '../facts/kinds.ts'
import type { StoredModel } from '../learning/stored-model.ts'
import type { ClockName, PersonState, Stage, Team } from '../lifecycle/state.ts'
import type { Evidence, WinNeeds } from '../pipeline/evidence.ts'
import type { Calendar } from '../worktime/calendar.ts'
import type { Duration } from '../worktime/duration.ts'
import type { AgreementDocument } from './document.ts'
import type { HandoffContext } from './marketing-promise-schema.ts'

/** What an expression sees: the person, their company, the lead, and the fact at hand under its noun. */
export type ExpressionContext = Readonly<Record<string, unknown>>

/** What is known of somebody, as conditions on who they are read it. */
export type Known = Readonly<Pick<PersonState, 'person' | 'account' | 'traits'>>

export type Term = { duration: Duration; text: string }
export type FitRule = { clause: string; points: number; because: string | null; when: Expression }
export type EngagementRule = {
  clause: string
  on: FactKind
  points: number
  because: string | null
  when: Expression | null
  /** Points this clause may give in one day of the agreement's calendar zone, or null for any number. */
  atMostPerDay: number | null
  /** How fast its points fade, or null for as fast as the score's others. */
  halfLifeMs: number | null
}
/** `product`: the score it qualifies for, or null for all of them. */
export type QualifyRule = { clause: string; because: string | null; when: Expression; product: string | null }
/** Points by a model learned from outcomes: `atMost` times its probability, rounded. */
export type LearnedRule = {
  clause: string
  because: string | null
  stored: StoredModel
  /** Where each field of the model is read. */
  reads: readonly { field: string; path: readonly string[] }[]
  atMost: number
  /** Null: of the main score. */
  score: string | null
  /** Why what the model warns of is known in time, by field. */
  knownInTime: Readonly<Record<string, string>>
}
/** Leads that came one way, by name. */
export type SourceRule = { name: string; when: Expression; owner: Team | null; because: string | null }
/**
 * One way of scoring people: who they are, what they did, and the grades made of both. The functions write the index of each
 * clause that held into `held` and return how many did: read it before the next call.
 */
export type ScoreRules = {
  halfLifeMs: number
  /** Points all of its engagement clauses together may give in one day, or null for any number. */
  atMostEachDay: number | null
  /** No clause fades at a pace of its own. */
  fadesAlike: boolean
  fitRules: readonly FitRule[]
  engagementRules: readonly EngagementRule[]
  learned: readonly LearnedRule[]
  /** The trace of the last call of `fit` or `engage`. */
  held: Int32Array
  /** How many of `fitRules` hold for this person, company and traits. */
  fit(state: Known): number
  /** For one kind of fact: how many of `engagementRules` hold for its data. Absent: no clause speaks of it. */
  engage: Partial<Record<FactKind, (state: Known, data: unknown, held: Int32Array, from: number) => number>>
  letters: { A: number; B: number; C: number }
  numbers: { 1: number; 2: number; 3: number }
}
export type NamedScore = ScoreRules & { name: string }
/** What a lead asks of whoever takes it. */
export type Needs = {
  /** A BCP-47 tag, the language of the person, or null for any. */
  speaks: string | null
  skills: readonly string[]
}
export type RouteRule = {
  clause: string
  to: { pool: string } | 'account owner' | 'territory' | 'named account'
  because: string | null
  when: Expression | null
  needs: Needs | null
  /** With nobody free: the lead waits, or the next clause decides. */
  ifNobody: 'wait' | 'next clause'
}
export type Limit = { atMost: number; per: 'day' | 'week' | 'month' }
export type Pool = {
  name: string
  people: { team: string } | { emails: string[] }
  order: 'round robin' | 'least loaded' | 'in this order'
  /** For each person. */
  limits: Limit[]
  /** For all of the pool together. */
  limitsTogether: Limit[]
  /** Shares by e-mail; whoever is not named has 1. Empty: everybody has the same. */
  weights: ReadonlyMap<string, number>
  needs: Needs | null
  /** When the pool takes leads, or null for at any time. */
  hours: Calendar | null
  /** Nobody takes a lead outside their own working time. */
  isOnlyWhenWorking: boolean
  /** Outside working hours: the lead waits for them, or the next clause decides. */
  outsideHours: 'wait' | 'next clause'
  /** An accepted rejection gives turn and limit back. */
  isCredited: boolean
  /** The pool asked when nobody of this one is free. */
  fallback: string | null
}
/** Places, with countries as ISO codes in capitals, regions in small letters, postcodes without spaces. */
export type Territory = {
  name: string
  countries: readonly string[]
  regions: readonly { country: string; name: string }[]
  postcodes: readonly { country: string; prefix: string }[]
  pool: string | null
}
/** Lists of companies by name, each with its pool or null, and the list of each company. */
export type NamedAccounts = {
  lists: ReadonlyMap<string, string | null>
  byDomain: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, string>
}
export type Promise_ = { clause: string; because: string | null }
/** So many qualified leads, or so much lead value, each week or month; of one channel or of all. */
export type Delivery = Promise_ & {
  per: 'week' | 'month'
  channel: string | null
} & (
    | { unit: 'leads'; goal: number; ofWhich: readonly { letter: 'A' | 'B' | 'C' | 'D'; atLeast: number }[] }
    | { unit: 'value'; goalCents: number; currency: string }
  )
export type LateStep =
  | { do: 'reassign'; after: Term; of: readonly ClockName[] | null; atMost: number }
  | { do: 'tell'; after: Term; of: readonly ClockName[] | null; whom: readonly string[] }
export type DisqualifyReason = {
  reason: string
  needs: string | null
  recycle: Term | 'at a date given' | null
  asks: string | null
}

/** A stage of a pipeline of deals. `probability` is between 0 and 1, or null where none is stated. */
export type PipelineStage = {
  name: string
  owner: Team
  knownAs: string | null
  /** What must be there before a deal leaves it. */
  exit: readonly Evidence[]
  exitWhen: Expression | null
  probability: number | null
}
export type Pipeline = {
  name: string
  because: string | null
  /** In order. */
  stages: readonly PipelineStage[]
  winNeeds: WinNeeds
  /** A win without its proof is refused; else it stands, and counts apart as unproven. */
  refusesUnproven: boolean
}

/**
 * An agreement ready to decide: expressions compiled into a few functions, durations and calendars read. What it says of
 * scoring at its top is the main score.
 */
export type CompiledAgreement = ScoreRules & {
  version: number
  document: AgreementDocument
  calendar: Calendar
  /** Scores beside the main one, such as one for each product. */
  scores: readonly NamedScore[]
  /** In order: the first that holds names the source of a lead. */
  sources: readonly SourceRule[]
  /** Index into `sources` of the first that holds, or -1. */
  source(context: ExpressionContext): number
  /** Index into `qualifyRules` of the first that holds, or -1. */
  qualify(context: ExpressionContext): number
  /** The clauses after the one that decided that hold as well, and lost by their place. */
  alsoQualify(context: ExpressionContext, decided: number): string[]
  qualifyRules: readonly QualifyRule[]
  /** Index into `routes` of the first at or after `from` that holds, or -1. */
  route(context: ExpressionContext, from: number): number
  routes: readonly RouteRule[]
  pools: ReadonlyMap<string, Pool>
  territories: ReadonlyMap<string, Territory>
  namedAccounts: NamedAccounts
  nobodyFree: { keepFor: Term; tell: string }
  stageOwners: Readonly<Record<Stage, Team>>
  knownAs: Readonly<Record<Stage, string | null>>
  promises: {
    acceptance: (Promise_ & { within: Term }) | null
    firstContact: (Promise_ & { byGrade: ReadonlyMap<string, Term>; otherwise: Term }) | null
    attempts: (Promise_ & { atLeast: number; over: Term }) | null
    verdict: (Promise_ & { within: Term }) | null
    nextStep: (Promise_ & { within: Term }) | null
  }
  marketing: {
    deliveries: readonly Delivery[]
    handoff: (Promise_ & { gives: readonly HandoffContext[] }) | null
    feedback: (Promise_ & { within: Term }) | null
  }
  late: {
    warnAt: number | null
    warnWhom: readonly string[]
    breachWhom: readonly string[]
    steps: readonly LateStep[]
  }
  reject: ReadonlyMap<string, 'route again' | 'back to marketing' | 'close' | 'nurture'>
  disqualify: ReadonlyMap<string, DisqualifyReason>
  /** In order, the first is the one of deals that name none. Never empty. */
  pipelines: readonly Pipeline[]
  /** False: the document is silent, and deals stand wherever facts say. */
  arePipelinesWritten: boolean
  /** Whether the condition of a stage holds for a deal. */
  exitHolds(condition: Expression, context: ExpressionContext): boolean
  /** Why deals are won and lost, one list for both: codes with their words, or null where the product has its own. */
  winLoss: { isWritten: boolean; says: ReadonlyMap<string, string | null> }
  /** What becomes of clocks that run when this version comes into force. */
  runningClocks: 'keep' | 'take'
  /** Silence after which an open attempt counts as over when the person comes back. Null: never. */
  staleAfterMs: number | null
}
