import { isMapping } from '../worktime/problem.ts'
import { clauseOn, type DocumentPath } from './problem.ts'

/** More than two teams can have read. */
export const MOST_CLAUSES = 5_000

/** The path of the first clause beyond the most an agreement may have, or null. */
export function clauseTooMany(document: unknown): DocumentPath | null {
  let seen = 0
  const look = (value: unknown, path: DocumentPath): DocumentPath | null => {
    if (!isMapping(value)) return null
    for (const [name, inner] of Object.entries(value)) {
      const here = [...path, name]
      if (clauseOn([name]) !== null) {
        seen += 1
        if (seen > MOST_CLAUSES) return here
      }
      const found = look(inner, here)
      if (found !== null) return found
    }
    return null
  }
  return look(document, [])
}
