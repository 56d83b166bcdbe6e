import type { ClauseSentence } from '@ensemble/engine/agreement/clauses-of.ts'
import { lineFinder } from '@ensemble/engine/agreement/line-finder.ts'

export type LocatedClause = Omit<ClauseSentence, 'path'> & { line: number }

/** Clauses with the line of the document each stands in. */
export function locateClauses(document: string, clauses: readonly ClauseSentence[]): LocatedClause[] {
  const positionOf = lineFinder(document)
  return clauses.map(({ path, ...clause }) => ({ ...clause, line: positionOf(path).line }))
}
