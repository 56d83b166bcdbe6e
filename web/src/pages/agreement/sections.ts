import type { ClauseView } from './queries.ts'

/** The order in which the contract is read: from when we work to how a lead may come back. */
export const SECTIONS = [
  'parties',
  'calendar',
  'sources',
  'fit',
  'engagement',
  'grades',
  'scores',
  'learned',
  'stages',
  'routing',
  'promises',
  'late',
  'pipelines',
  'reasons',
  'returns',
] as const satisfies readonly ClauseView['section'][]

/** True for names such as F1 or S12; other clauses are known by their heading and need no chip. */
export function isNamed(clause: string): boolean {
  return /^[A-Z][A-Za-z]?\d{1,4}$/.test(clause)
}
