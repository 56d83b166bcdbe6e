import { startClock, stopClock } from './clocks.ts'
import { promisedTerm, promiseOf } from './promised-terms.ts'
import type { Run } from './run.ts'
import type { AttemptState, ClockName } from './state.ts'

/**
 * The clocks that sales owes for an open attempt as it stands, whether or not the agreement promises each. An attempt
 * without an owner owes none: somebody is being looked for, or marketing has it.
 */
export function owedClocks(attempt: AttemptState, attemptsPromised: number): readonly ClockName[] {
  if (attempt.owner === null) return []
  const isTouched = attempt.firstTouchAt !== null
  switch (attempt.stage) {
    case 'inquiry':
    case 'won':
      return []
    case 'qualified':
      return isTouched ? ['acceptance'] : ['acceptance', 'first contact']
    case 'accepted':
      if (!isTouched) return ['first contact', 'attempts']
      return attempt.touches < attemptsPromised ? ['attempts'] : attemptsPromised > 0 ? ['verdict'] : []
    case 'contacted':
      return ['verdict']
    case 'opportunity':
      return ['next step']
  }
}

/** Starts one of the promised clocks when the agreement has it and the attempt is live. */
export function startPromised(run: Run, attempt: AttemptState, name: ClockName): void {
  if (attempt.isHistory || run.fact.isHistory) return
  const promise = promiseOf(run.agreement, name)
  const term = promisedTerm(run.agreement, name, run.state.grade)
  if (promise === null || term === null) return
  startClock(run, attempt, { name, clause: promise.clause, team: 'sales', term })
}

/** Lets exactly the owed clocks run (invariant 2): stops what is owed no more, starts what is owed and promised. */
export function settleClocks(run: Run, attempt: AttemptState): void {
  const owed = owedClocks(attempt, run.agreement.promises.attempts?.atLeast ?? 0)
  for (const { name } of [...attempt.clocks]) {
    const isParked = name === 'parking' && attempt.owner === null
    if (!isParked && !owed.includes(name)) stopClock(run, attempt, name, run.fact.kind)
  }
  for (const name of owed) {
    if (!attempt.clocks.some((clock) => clock.name === name)) startPromised(run, attempt, name)
  }
}
