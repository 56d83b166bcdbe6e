import type { Fact } from './fact.ts'
import type { FactKind } from './kinds.ts'

/** A fact of which the kind is known to be one of ours, and its data to be that kind's: both were checked together before. */
export type CheckedParts = Omit<Fact, 'kind' | 'data'> & { kind: FactKind; data: unknown }

function isPaired(fact: CheckedParts): fact is Fact {
  return typeof fact.data === 'object' && fact.data !== null
}

/**
 * A fact made of parts that were checked before, as one of the kinds it can be. The pairing of kind and data cannot be told
 * to the compiler; it is told here and nowhere else. Throws when the data is no record, which every kind has.
 */
export function checkedFact(fact: CheckedParts): Fact {
  if (isPaired(fact)) return fact
  throw new Error(`the data of ${fact.kind} is not a record`)
}
