import type { FactOf } from '../facts/fact.ts'
import { advance } from './attempts.ts'
import { stopClocks } from './clocks.ts'
import { decide, type Run } from './run.ts'
import type { AttemptState } from './state.ts'

/** Whoever works the lead asks the manager. No clock stops for it. */
export function askForHelp(run: Run, attempt: AttemptState, fact: FactOf<'lead.escalated'>): void {
  attempt.asked = { at: fact.at, by: fact.actor, note: fact.data.note }
  decide(run, 'help.asked', null, { by: fact.actor, note: fact.data.note, whom: ['manager'] }, attempt.number)
}

/** The manager says what to do. */
export function answerHelp(run: Run, attempt: AttemptState, fact: FactOf<'escalation.answered'>): void {
  const to = attempt.asked?.by ?? null
  attempt.asked = null
  decide(run, 'help.answered', null, { to, by: fact.actor, note: fact.data.note }, attempt.number)
}

/** A manager gives the lead to somebody, or takes it: as a hand-over, with their reason in place of a clause. */
export function assign(run: Run, attempt: AttemptState, fact: FactOf<'lead.assigned'>): void {
  const { to, calendar, note } = fact.data
  const from = attempt.owner
  if (attempt.asked != null) answerHelp(run, attempt, { ...fact, kind: 'escalation.answered', data: { note } })
  if (!fact.isHistory) attempt.isHistory = false
  attempt.awaiting = null
  stopClocks(run, attempt, 'handed over')
  attempt.owner = to
  attempt.calendar = calendar
  attempt.routedAt = fact.at
  attempt.isHeld = false
  if (from !== null && from !== to) decide(run, 'reassigned', null, { from, to, why: 'by hand' })
  decide(run, 'routed', null, { to, pool: attempt.pool ?? '', passedOver: [], why: 'by hand', note })
  advance(run, attempt, 'qualified', 'by hand')
}
