import type { CompiledAgreement, Promise_, Term } from '../agreement/compiled.ts'
import type { ClockName } from './state.ts'

/** How soon a lead of this grade must be contacted: its own grade, then its letter, then "otherwise". */
export function firstContactTerm(agreement: CompiledAgreement, grade: string | null): Term | null {
  const promise = agreement.promises.firstContact
  if (promise === null) return null
  if (grade === null) return promise.otherwise
  return promise.byGrade.get(grade) ?? promise.byGrade.get(grade.slice(0, 1)) ?? promise.otherwise
}

/** What sales promised of a clock, or null. */
export function promiseOf({ promises }: CompiledAgreement, name: ClockName): Promise_ | null {
  switch (name) {
    case 'acceptance':
      return promises.acceptance
    case 'first contact':
      return promises.firstContact
    case 'attempts':
      return promises.attempts
    case 'verdict':
      return promises.verdict
    case 'next step':
      return promises.nextStep
    case 'parking':
    case 'recycling':
    case 'feedback':
      return null
  }
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
    case 'feedback':
      return null
  }
}
