import type { FactOf } from '../facts/fact.ts'
import { advance } from './attempts.ts'
import { startClock, stopClocks } from './clocks.ts'
import type { DecisionData } from './decision.ts'
import { decide, openAttempt, type Run } from './run.ts'
import type { AttemptState } from './state.ts'

/** What the choice depended on, from its fact. Facts of before these were told have none of them. */
function choiceOf({ data }: FactOf<'lead.routed'>): DecisionData['unroutable'] {
  return {
    pool: data.pool,
    passedOver: data.passedOver,
    ...(data.considered === undefined ? {} : { considered: data.considered }),
    ...(data.outranked === undefined ? {} : { outranked: data.outranked }),
    ...(data.rule === undefined ? {} : { rule: data.rule }),
  }
}

function park(run: Run, attempt: AttemptState, fact: FactOf<'lead.routed'>): void {
  const { nobodyFree } = run.agreement
  const { waitUntil } = fact.data
  decide(run, 'unroutable', fact.data.clause, {
    ...choiceOf(fact),
    ...(waitUntil === undefined ? {} : { waitUntil }),
  })
  // Somebody who is late keeps the lead when nobody else is free.
  if (attempt.owner !== null || attempt.isHistory || fact.isHistory) return
  startClock(run, attempt, {
    name: 'parking',
    clause: 'nobody_free',
    team: attempt.team,
    term: nobodyFree.keepFor,
    strikes: [],
    dueAt: waitUntil,
  })
  const clock = attempt.clocks.at(-1)
  // Waiting for working hours is as agreed: nobody is told.
  const whom = waitUntil === undefined ? [nobodyFree.tell] : []
  if (clock !== undefined) clock.strikes = [{ at: clock.dueAt, do: 'retry', whom }]
}

/** An answer to a question still open counts even when the attempt has another number since: an earlier one became known. */
function whyVoid(attempt: AttemptState | null, fact: FactOf<'lead.routed'>): string | null {
  if (attempt === null) return 'the lead it was routed for is closed'
  if (attempt.number !== fact.data.attempt && attempt.awaiting === null) return 'it was routed for another attempt'
  if (attempt.isHistory && !fact.isHistory && fact.data.why !== 'by hand') return 'nobody is looked for: it is history'
  if (attempt.stage === 'inquiry' && (fact.data.why !== 'by hand' || fact.data.to === null))
    return 'the lead does not qualify'
  return null
}

/** The lead is somebody's: their clocks start, in their working time. With nobody free it is parked and the alarm goes. */
export function handOver(run: Run, fact: FactOf<'lead.routed'>): void {
  const attempt = openAttempt(run.state)
  const why = whyVoid(attempt, fact)
  if (attempt === null || why !== null) {
    decide(run, 'ignored', fact.data.clause, { why: why ?? '' })
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
  // Whoever is given an old lead by hand today is to work it.
  if (!fact.isHistory) attempt.isHistory = false
  stopClocks(run, attempt, 'handed over')
  if (fact.data.why === 'late') attempt.reassignments += 1
  if (attempt.asked != null) attempt.asked = null
  attempt.owner = to
  attempt.calendar = fact.data.calendar
  attempt.routedAt = fact.at
  if (from !== null && from !== to) decide(run, 'reassigned', fact.data.clause, { from, to, why: fact.data.why })
  const { insteadOf, isCredit } = fact.data
  decide(run, 'routed', fact.data.clause, {
    to,
    ...choiceOf(fact),
    why: fact.data.why,
    ...(insteadOf === undefined ? {} : { insteadOf }),
    ...(isCredit === undefined ? {} : { isCredit }),
  })
  if (insteadOf !== undefined && !fact.isHistory) {
    const whom = [run.agreement.nobodyFree.tell]
    decide(run, 'overflowed', fact.data.clause, { pool: fact.data.pool, insteadOf, whom })
  }
  attempt.isHeld = false
  advance(run, attempt, 'qualified', 'by hand')
}
