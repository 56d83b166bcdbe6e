import type { FactOf } from '../facts/fact.ts'
import { calendarOf, momentAfter, partOf, replan, stopClock } from './clocks.ts'
import { promisedTerm, promiseOf } from './promised-terms.ts'
import { decide, type Run } from './run.ts'
import type { AttemptState, RunningClock } from './state.ts'

/** The clause that says what becomes of clocks that run when a version comes into force. */
export const RUNNING_CLOCKS = 'running_clocks'

function takeTerm(run: Run, attempt: AttemptState, clock: RunningClock): void {
  const { fact, agreement, state } = run
  const term = promisedTerm(agreement, clock.name, state.grade)
  if (term === null) {
    stopClock(run, attempt, clock.name, 'the agreement changed')
    return
  }
  const calendar = calendarOf(run, attempt)
  const asPromised = momentAfter(calendar, clock.startedAt, term)
  const { isWorking } = term.duration
  const half = partOf(calendar, fact.at, momentAfter(calendar, fact.at, term), 0.5, isWorking)
  const from = clock.dueAt
  const dueAt = Math.max(asPromised, Math.min(from, half))
  clock.clause = promiseOf(agreement, clock.name)?.clause ?? clock.clause
  clock.term = term
  if (dueAt === from) return
  replan(run, attempt, clock, dueAt)
  decide(
    run,
    'clock.changed',
    RUNNING_CLOCKS,
    { clock: clock.name, from, dueAt, term: term.text, hasGrace: dueAt > asPromised },
    attempt.number,
  )
}

/**
 * A version came into force that has running clocks take its terms: each promise of sales that has not run out is due as if it
 * had been made under the new term, counted from its start. None is broken afterwards: at least half of the new term is
 * left from now, unless it was due sooner anyway. A promise no longer made ends.
 */
export function takeNewTerms(run: Run, fact: FactOf<'agreement.changed'>, attempt: AttemptState): void {
  if (run.agreement.runningClocks !== 'take' || run.agreement.version !== fact.data.version) return
  for (const clock of [...attempt.clocks]) {
    if (clock.name === 'parking' || clock.team !== 'sales' || clock.isBreached || clock.dueAt <= fact.at) continue
    takeTerm(run, attempt, clock)
  }
}
