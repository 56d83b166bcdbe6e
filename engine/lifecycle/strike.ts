import type { FactOf } from '../facts/fact.ts'
import { askRoute } from './attempts.ts'
import { breach } from './clocks.ts'
import { strikeFeedback } from './feedback.ts'
import { decide, type Run } from './run.ts'
import type { AttemptState, RunningClock, Strike } from './state.ts'
import { recycle } from './work.ts'

function doStrike(run: Run, attempt: AttemptState, clock: RunningClock, strike: Strike): void {
  const about = { clock: clock.name, dueAt: clock.dueAt, whom: strike.whom }
  switch (strike.do) {
    case 'warn':
      decide(run, 'clock.warned', clock.clause, about, attempt.number)
      return
    case 'breach':
      breach(run, attempt, clock, strike.whom)
      return
    case 'tell':
      decide(run, 'escalated', clock.clause, { clock: clock.name, whom: strike.whom }, attempt.number)
      return
    case 'reassign':
      if (attempt.awaiting !== null) return
      askRoute(run, attempt, {
        why: 'late',
        exclude: [...attempt.hadBy],
        clause: clock.clause,
      })
      return
    case 'retry':
      if (strike.whom.length > 0)
        decide(run, 'escalated', clock.clause, { clock: clock.name, whom: strike.whom }, attempt.number)
      askRoute(run, attempt, { why: 'nobody free', exclude: [...attempt.hadBy], clause: clock.clause })
      return
    case 'recycle':
      recycle(run, attempt)
  }
}

/**
 * A clock ran to its next mark. A strike for a clock that stopped meanwhile, or that started anew, does nothing. The clock is
 * known by its name and start: the attempt may have got another number since, when an earlier one became known.
 */
export function strike(run: Run, fact: FactOf<'clock.struck'>): void {
  strikeFeedback(run, fact)
  const { attempt } = run.state
  if (attempt === null) return
  const clock = attempt.clocks.find((each) => each.name === fact.data.clock && each.startedAt === fact.data.startedAt)
  if (clock === undefined) return
  for (
    let next = clock.strikes[clock.next];
    next !== undefined && next.at <= fact.at;
    next = clock.strikes[clock.next]
  ) {
    clock.next += 1
    doStrike(run, attempt, clock, next)
  }
}
