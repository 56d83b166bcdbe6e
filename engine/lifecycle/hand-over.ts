import type { FactOf } from '../facts/fact.ts'
import { startClock, stopClocks } from './clocks.ts'
import { decide, openAttempt, type Run } from './run.ts'
import type { AttemptState } from './state.ts'
import { startPromised } from './work.ts'

function park(run: Run, attempt: AttemptState, fact: FactOf<'lead.routed'>): void {
  const { nobodyFree } = run.agreement
  decide(run, 'unroutable', fact.data.clause, { pool: fact.data.pool, passedOver: fact.data.passedOver })
  // Somebody who is late keeps the lead when nobody else is free.
  if (attempt.owner !== null) return
  startClock(run, attempt, {
    name: 'parking',
    clause: 'nobody_free',
    team: attempt.team,
    term: nobodyFree.keepFor,
    strikes: [],
  })
  const clock = attempt.clocks.at(-1)
  if (clock !== undefined) clock.strikes = [{ at: clock.dueAt, do: 'retry', whom: [nobodyFree.tell] }]
}

/** The lead is somebody's: their clocks start, in their working time. With nobody free it is parked and the alarm goes. */
export function handOver(run: Run, fact: FactOf<'lead.routed'>): void {
  const attempt = openAttempt(run.state)
  if (attempt === null || attempt.number !== fact.data.attempt) {
    decide(run, 'ignored', fact.data.clause, { why: 'the lead it was routed for is closed' })
    return
  }
  attempt.awaiting = null
  attempt.pool = fact.data.pool
  const { to } = fact.data
  if (to === null) {
    park(run, attempt, fact)
    return
  }
  const from = attempt.owner
  stopClocks(run, attempt, 'handed over')
  if (fact.data.why === 'late') attempt.reassignments += 1
  attempt.owner = to
  attempt.calendar = fact.data.calendar
  attempt.routedAt = fact.at
  if (from !== null && from !== to) decide(run, 'reassigned', fact.data.clause, { from, to, why: fact.data.why })
  decide(run, 'routed', fact.data.clause, {
    to,
    pool: fact.data.pool,
    passedOver: fact.data.passedOver,
    why: fact.data.why,
  })
  if (attempt.stage === 'qualified') startPromised(run, attempt, 'acceptance')
  if (attempt.firstTouchAt === null) startPromised(run, attempt, 'first contact')
}
