import type { Missing } from '../pipeline/evidence.ts'
import type { LearnedLine } from '../scoring/learned-lines.ts'
import type { Refusal } from './refusal.ts'
import type { ClockName, Outcome, RouteAsk, Stage, Team } from './state.ts'

type LedgerLine = { clause: string; points: number; limitedBy?: string; learned?: LearnedLine['learned'] }

/** What a choice of owner depended on, as its fact told it. */
type Choice = {
  pool: string
  passedOver: { who: string; why: string; clause?: string | undefined; pool?: string | undefined }[]
  considered?: { clause: string; why: string }[]
  outranked?: string[]
  rule?: string
}

/** What the agreement concluded, by kind, with the values it concluded from. */
export type DecisionData = {
  /** `score`: which one, absent for the main score. */
  scored: { axis: 'fit' | 'engagement'; lines: LedgerLine[]; total: number; score?: string }
  graded: { from: string | null; to: string; fit: number; engagement: number; score?: string }
  opened: { team: Team; from: 'first contact' | 'return' | 'recycling' }
  /** `alsoHeld`: clauses that held too and stand later; `product`: the score whose definition was met, with its grade. */
  qualified: {
    grade: string | null
    fit: number
    engagement: number
    ledger: string[]
    alsoHeld?: string[]
    product?: string
    source?: string
  }
  advanced: { stage: Stage; isInferred: boolean; evidence: string }
  'routing.asked': { why: RouteAsk['why']; exclude: string[] }
  routed: Choice & { to: string; why: string; note?: string; insteadOf?: string; isCredit?: true }
  unroutable: Choice & { waitUntil?: number }
  /** Nobody of the pool meant was free: its fallback took the lead, and somebody is told. */
  overflowed: { pool: string; insteadOf: string; whom: readonly string[] }
  /** The rejection stands as agreed: whoever was given the lead gets their turn back. */
  'turn.returned': { to: string; pool: string; reason: string; routedAt: number }
  reassigned: { from: string; to: string; why: string }
  'clock.started': { clock: ClockName; team: Team; dueAt: number; term: string; feedback?: string }
  /** A running clock took other terms. `hasGrace`: it would have been over already, or all but. */
  'clock.changed': { clock: ClockName; from: number; dueAt: number; term: string; hasGrace: boolean }
  'clock.stopped': {
    clock: ClockName
    by: string
    isKept: boolean
    tookMs: number
    workedMs: number
    feedback?: string
  }
  'clock.warned': { clock: ClockName; dueAt: number; whom: readonly string[]; feedback?: string }
  'clock.breached': {
    clock: ClockName
    team: Team
    dueAt: number
    owner: string | null
    whom: readonly string[]
    feedback?: string
  }
  escalated: { clock: ClockName; whom: readonly string[]; feedback?: string }
  'help.asked': { by: string | null; note: string; whom: readonly string[] }
  'help.answered': { to: string | null; by: string | null; note: string }
  returned: { to: Team | 'pool'; reason: string }
  closed: { outcome: Exclude<Outcome, 'open'>; reason: string | null }
  'recycling.planned': { dueAt: number; reason: string }
  ignored: { why: string; code?: Refusal['code']; missing?: Missing[] }
}

export type DecisionKind = keyof DecisionData

/** One conclusion, with the clause and the fact it follows from. The version is the agreement's that `step` was given. */
export type Decision = {
  [K in DecisionKind]: {
    what: K
    at: number
    attempt: number
    clause: string | null
    fact: string
    data: DecisionData[K]
  }
}[DecisionKind]
