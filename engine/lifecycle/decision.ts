import type { ClockName, Outcome, RouteAsk, Stage, Team } from './state.ts'

type LedgerLine = { clause: string; points: number; limitedBy?: string }

/** What the agreement concluded, by kind, with the values it concluded from. */
export type DecisionData = {
  scored: { axis: 'fit' | 'engagement'; lines: LedgerLine[]; total: number }
  graded: { from: string | null; to: string; fit: number; engagement: number }
  opened: { team: Team; from: 'first contact' | 'return' | 'recycling' }
  qualified: { grade: string | null; fit: number; engagement: number; ledger: string[] }
  advanced: { stage: Stage; isInferred: boolean; evidence: string }
  'routing.asked': { why: RouteAsk['why']; exclude: string[] }
  routed: { to: string; pool: string; passedOver: { who: string; why: string }[]; why: string }
  unroutable: { pool: string; passedOver: { who: string; why: string }[] }
  reassigned: { from: string; to: string; why: string }
  'clock.started': { clock: ClockName; team: Team; dueAt: number; term: string }
  'clock.stopped': { clock: ClockName; by: string; isKept: boolean; tookMs: number; workedMs: number }
  'clock.warned': { clock: ClockName; dueAt: number; whom: readonly string[] }
  'clock.breached': { clock: ClockName; team: Team; dueAt: number; owner: string | null; whom: readonly string[] }
  escalated: { clock: ClockName; whom: readonly string[] }
  returned: { to: Team; reason: string }
  closed: { outcome: Exclude<Outcome, 'open'>; reason: string | null }
  'recycling.planned': { dueAt: number; reason: string }
  ignored: { why: string }
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
