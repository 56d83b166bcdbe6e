import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { MERGE_FIELDS, type MergeField } from './contract.ts'

export type ContestedField = {
  field: MergeField
  into: string | null
  from: string | null
  suggested: 'from' | 'into'
  isContested: boolean
}

/** What is said of two people, field by field. Suggested is what was said last, or what alone is said. */
export function contestedFields(into: PersonState, from: PersonState): ContestedField[] {
  const isFromLater = (from.lastFact?.at ?? 0) > (into.lastFact?.at ?? 0)
  return MERGE_FIELDS.flatMap((field) => {
    const own = into.person[field] ?? null
    const other = from.person[field] ?? null
    if (own === null && other === null) return []
    const suggested = other === null ? 'into' : own === null ? 'from' : isFromLater ? 'from' : 'into'
    return [{ field, into: own, from: other, suggested, isContested: own !== null && other !== null && own !== other }]
  })
}

/** The values a human chose, as the traits of a fact; a field left out keeps the suggestion. */
export function chosenTraits(
  fields: readonly ContestedField[],
  chosen: Partial<Record<MergeField, 'from' | 'into'>>,
): Partial<Record<MergeField, string>> {
  const traits: Partial<Record<MergeField, string>> = {}
  for (const each of fields) {
    const value = each[chosen[each.field] ?? each.suggested]
    if (value !== null) traits[each.field] = value
  }
  return traits
}
