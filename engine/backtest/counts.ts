import type { BacktestFigures } from './figures.ts'
import { GRADES } from './grades.ts'
import type { ScoredPair } from './verdicts.ts'

/** How many are marked in all of the columns. */
export function total(marks: Uint8Array, ...also: readonly Uint8Array[]): number {
  let n = 0
  for (let i = 0; i < marks.length; i++) if (marks[i] === 1 && also.every((other) => other[i] === 1)) n += 1
  return n
}

/** How many are marked in the first column alone. */
export function onlyIn(a: Uint8Array, b: Uint8Array): number {
  let n = 0
  for (let i = 0; i < a.length; i++) if (a[i] === 1 && b[i] !== 1) n += 1
  return n
}

/** Leads that qualify, by the grade with which they do. */
export function byGrade({ draft, inForce, cohort }: ScoredPair): BacktestFigures['byGrade'] {
  const counts = [draft, inForce].map(({ qualification }) => {
    const found = new Array<number>(GRADES.length).fill(0)
    for (const person of cohort) {
      const grade = qualification.grade[person] ?? 0
      if (!Number.isNaN(qualification.at[person])) found[grade] = (found[grade] ?? 0) + 1
    }
    return found
  })
  return GRADES.map((grade, index) => ({
    grade,
    draft: counts[0]?.[index] ?? 0,
    inForce: counts[1]?.[index] ?? 0,
  })).filter((each) => each.draft + each.inForce > 0)
}

/** Leads that qualify under the draft, by the clause that lets them in. */
export function byClause({ draft, cohort }: ScoredPair): BacktestFigures['byClause'] {
  const counts = draft.agreement.qualifyRules.map(({ clause }) => ({ clause, draft: 0 }))
  for (const person of cohort) {
    const found = counts[draft.qualification.clause[person] ?? -1]
    if (found !== undefined) found.draft += 1
  }
  return counts
}
