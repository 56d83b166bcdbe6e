import type { Touch } from '../facts/fact.ts'
import { FACT_DATA, type FactKind, isFactKind } from '../facts/kinds.ts'

/** Kinds of facts by their number in `History.kind`. */
export const KIND_LIST: readonly FactKind[] = Object.keys(FACT_DATA).filter(isFactKind)

/** What the record says of a person beyond the facts that are folded: bits of `History.flags`. */
export const REAL = {
  /** Somebody was really given the lead. */
  handedOver: 1,
  /** A person of sales did something that was recorded. */
  worked: 2,
  /** A person of sales reached out, and it was recorded. */
  touched: 4,
  /** An import says that they were spoken with, or further; how and when is not told. */
  recordedLater: 8,
  accepted: 16,
  /** Rejected or disqualified. */
  turnedDown: 32,
} as const

/**
 * The stories of many people in columns: one number per fact and column, never an object. The facts of person `p` lie
 * from `firstOf[p]` to `firstOf[p + 1]`, in story order.
 */
export type History = {
  people: readonly string[]
  firstOf: Uint32Array
  flags: Uint8Array
  /** When the person really became qualified, epoch ms; NaN when never. */
  reallyQualifiedAt: Float64Array
  kind: Uint8Array
  /** Epoch ms. */
  at: Float64Array
  /** Index into `actors`; 0 is nobody. */
  actor: Uint32Array
  /** Index into `touches`; 0 is none. */
  touch: Uint32Array
  /** Index into `texts`. */
  data: Uint32Array
  actors: readonly string[]
  touches: readonly (Touch | null)[]
  /** Data of facts as JSON; the same text is kept once. */
  texts: readonly string[]
}

/** Number of facts. */
export function factCount(history: History): number {
  return history.firstOf[history.people.length] ?? 0
}
