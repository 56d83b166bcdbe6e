import type { CompiledAgreement, Term } from '../agreement/compiled.ts'
import type { ClockName } from './state.ts'

/** How soon a lead of this grade must be contacted: its own grade, then its letter, then "otherwise". */
export function firstContactTerm(agreement: CompiledAgreement, grade: string | null): Term | null {
  const promise = agreement.promises.firstContact
  if (promise === null) return null
  if (grade === null) return promise.otherwise
  return promise.byGrade.get(grade) ?? promise.byGrade.get(grade.slice(0, 1)) ?? promise.otherwise
}

/** The term of a clock of sales under an agreement, or null when it promises none. */
export function promisedTerm(agreement: CompiledAgreement, name: ClockName, grade: string | null): Term | null {
  const { promises } = agreement
  switch (name) {
    case 'acceptance':
      return promises.acceptance?.within ?? null
    case 'first contact':
      return firstContactTerm(agreement, grade)
    case 'attempts':
      return promises.attempts?.over ?? null
    case 'verdict':
      return promises.verdict?.within ?? null
    case 'next step':
      return promises.nextStep?.within ?? null
    case 'parking':
    case 'recycling':
      return null
  }
}
