import { leadContext } from '../scoring/context.ts'
import { engagementAt } from '../scoring/score.ts'
import { advance, askRoute } from './attempts.ts'
import { decide, openAttempt, type Run } from './run.ts'

/** Tests the definition of a qualified lead and hands the lead over when it holds. */
export function qualifyIfDue(run: Run): void {
  const { state, agreement, fact } = run
  const attempt = openAttempt(state)
  if (attempt === null || attempt.stage !== 'inquiry' || attempt.isHeld) return
  const engagement = engagementAt(run, fact.at)
  const index = agreement.qualify(leadContext(state, engagement))
  const rule = agreement.qualifyRules[index]
  if (rule === undefined) return
  advance(run, attempt, 'qualified', 'by definition', rule.clause)
  decide(run, 'qualified', rule.clause, {
    grade: state.grade,
    fit: state.fit,
    engagement,
    ledger: state.ledger.map((entry) => entry.fact),
  })
  askRoute(run, attempt, { why: 'qualified', exclude: [], clause: rule.clause })
}

/** A lead past inquiry that nobody has, such as one told about long ago that is here again: it goes to sales when it qualifies today. */
export function routeIfNobodys(run: Run): void {
  const attempt = openAttempt(run.state)
  if (attempt === null || attempt.isHistory || run.fact.isHistory) return
  if (attempt.stage === 'inquiry' || attempt.owner !== null || attempt.awaiting !== null) return
  if (attempt.clocks.some((clock) => clock.name === 'parking')) return
  const index = run.agreement.qualify(leadContext(run.state, engagementAt(run, run.fact.at)))
  const rule = run.agreement.qualifyRules[index]
  if (rule !== undefined) askRoute(run, attempt, { why: 'qualified', exclude: [], clause: rule.clause })
}
