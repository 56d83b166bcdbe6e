import type { LocatedClause } from './locate-clauses.ts'

type Section = LocatedClause['section']

/**
 * The conclusions by which a clause is said to have decided something: one for each time, not each step that followed.
 * Points are in the lines of `scored`, under no clause of their own.
 */
const DECIDES: Partial<Record<Section, readonly string[]>> = {
  stages: ['qualified'],
  routing: ['routed', 'unroutable'],
  promises: ['clock.stopped', 'clock.breached'],
  reasons: ['closed', 'returned', 'routing.asked'],
}

/** The kinds of decision that count for a clause; empty when it decides nothing by itself. */
export function kindsOf({ section, clause }: Pick<LocatedClause, 'section' | 'clause'>): readonly string[] {
  if (clause === 'nobody_free') return ['clock.started']
  return DECIDES[section] ?? []
}

/** True for clauses that give points. */
export function isScoring({ section, clause }: Pick<LocatedClause, 'section' | 'clause'>): boolean {
  return (section === 'fit' || section === 'engagement') && clause !== 'half_life'
}
