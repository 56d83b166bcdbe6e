import type { Rate } from '../funnel/rate.ts'
import type { ClockName } from '../lifecycle/state.ts'
import type { Money } from './money.ts'
import type { PairedDifference } from './paired-difference.ts'

export type PromiseCounts = { kept: number; broken: number; unknowable: number; running: number }
export type Days = { n: number; medianDays: number | null }

/** One place on the trade-off curve: how many leads a week qualify, and how good they are. */
export type CurvePoint = {
  /** Points added to every cut-off, or the number of cells taken from the best on. */
  at: number
  qualified: number
  perWeek: number
  /** Of the matured. */
  winRate: Rate
  /** Of those with a verdict. */
  acceptance: Rate
  missedWon: number
}

export type SellerLoad = {
  /** User id. */
  seller: string
  /** Leads first given to them. */
  draft: number
  inForce: number
  /** Every hand-over, also of leads that somebody else had before. */
  draftPerWeek: number
  /** Most in one week. */
  draftBusiest: number
  /** Null: no limit. */
  capacityPerWeek: number | null
}

/** Why the history cannot tell something, with how many leads it is about. */
export type Silence = {
  what:
    | 'nobody worked'
    | 'young'
    | 'promises unknowable'
    | 'no amounts'
    | 'few wins'
    | 'nobody in pools'
    | 'unroutable'
    | 'rates from the same leads'
    | 'learnt from'
    | 'maybe learnt from'
  n: number
}

/**
 * What a draft would have concluded over a history, beside the version in force folded the same way and what really
 * happened. Every count is of people first met in the period; every list of them can be asked for (`NUMBERS`).
 */
export type BacktestFigures = {
  leads: number
  qualified: { draft: Rate; inForce: Rate; really: Rate; difference: PairedDifference; both: number }
  byGrade: { grade: string; draft: number; inForce: number }[]
  byClause: { clause: string; draft: number }[]
  winRate: { draft: Rate; inForce: Rate; really: Rate; all: Rate }
  acceptance: { draft: Rate; inForce: Rate; really: Rate }
  won: {
    all: number
    draft: Rate
    inForce: Rate
    really: Rate
    difference: PairedDifference
    missed: number
    /** Against the version in force, where both catch it. */
    earlier: Days
    later: Days
    same: number
  }
  promises: {
    draft: PromiseCounts
    inForce: PromiseCounts
    byClock: { clock: ClockName; draft: PromiseCounts; inForce: PromiseCounts }[]
    /** Of the promises whose end is known. */
    brokenRate: { draft: Rate; inForce: Rate }
    difference: number
  }
  /** `currency`: of the amounts; null when none is told. Wins in another count as wins without an amount. */
  money: Money & { currency: string | null; wonWithAmount: number }
  load: {
    weeks: { fromMs: number; draft: number; inForce: number; really: number }[]
    capacityPerWeek: number | null
    draftPerWeek: number
    inForcePerWeek: number
    sellers: SellerLoad[]
    unroutable: { draft: number; inForce: number }
  }
  curve: {
    /** The draft with every cut-off moved by so many points; null when its definition reads no score. */
    cutOffs: CurvePoint[] | null
    /** Cells of origin and landing page, best first. */
    bestFirst: CurvePoint[]
  }
  maturityDays: number | null
  matured: number
  cannotSay: Silence[]
}

/** The lists of leads behind the numbers: each a bit of `LeadRows.numbers`. */
export const NUMBERS = [
  'seen',
  'qualified',
  'qualified in force',
  'really qualified',
  'only draft',
  'only in force',
  'won',
  'won caught',
  'won caught in force',
  'won missed',
  'won earlier',
  'won later',
  'promises kept',
  'promises broken',
  'promises unknowable',
  'promises broken in force',
  'unroutable',
  'nobody worked',
  'young',
] as const
export type NumberName = (typeof NUMBERS)[number]

/** The leads of the cohort, one by one, in columns. */
export type LeadRows = {
  /** Index into the history's people. */
  person: Uint32Array
  numbers: Uint32Array
  draftAt: Float64Array
  inForceAt: Float64Array
  reallyAt: Float64Array
  /** Index into `GRADES` + 1 under the draft; 0 when it does not qualify. */
  grade: Uint8Array
  /** Index into the roster + 1 of the first seller under the draft; 0 for none. */
  seller: Uint32Array
  wonAt: Float64Array
  wonCents: Float64Array
}
