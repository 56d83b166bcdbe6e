import type { QualifyRule } from '../agreement/compiled.ts'
import { leadContext, sourceNameOf } from '../scoring/context.ts'
import { pointsAt } from '../scoring/decay.ts'
import { engagementAt } from '../scoring/score.ts'
import { advance, askRoute } from './attempts.ts'
import type { DecisionData } from './decision.ts'
import { decide, openAttempt, type Run } from './run.ts'

/** The score a definition was met with: that of its product, else the main one. */
function metBy({ state, agreement, fact }: Run, rule: QualifyRule, engagement: number): DecisionData['qualified'] {
  const rules = agreement.scores.find(({ name }) => name === rule.product)
  const card = rules === undefined ? undefined : state.scores?.[rules.name]
  const ledger = (card ?? state).ledger.map((entry) => entry.fact)
  if (rules === undefined || card === undefined) return { grade: state.grade, fit: state.fit, engagement, ledger }
  const left = pointsAt(card, fact.at, rules.halfLifeMs)
  return { grade: card.grade, fit: card.fit, engagement: left, ledger, product: rules.name }
}

/** Tests the definition of a qualified lead and hands the lead over when it holds. */
export function qualifyIfDue(run: Run): void {
  const { state, agreement, fact } = run
  const attempt = openAttempt(state)
  if (attempt === null || attempt.stage !== 'inquiry' || attempt.isHeld) return
  const engagement = engagementAt(run, fact.at)
  const context = leadContext(state, engagement, agreement)
  const index = agreement.qualify(context)
  const rule = agreement.qualifyRules[index]
  if (rule === undefined) return
  advance(run, attempt, 'qualified', 'by definition', rule.clause)
  const alsoHeld = agreement.alsoQualify(context, index)
  const source = sourceNameOf(agreement, state)
  decide(run, 'qualified', rule.clause, {
    ...metBy(run, rule, engagement),
    ...(alsoHeld.length === 0 ? {} : { alsoHeld }),
    ...(source === null ? {} : { source }),
  })
  askRoute(run, attempt, { why: 'qualified', exclude: [], clause: rule.clause })
}

/** A lead past inquiry that nobody has, such as one told about long ago that is here again: it goes to sales when it qualifies today. */
export function routeIfNobodys(run: Run): void {
  const attempt = openAttempt(run.state)
  if (attempt === null || attempt.isHistory || run.fact.isHistory) return
  if (attempt.stage === 'inquiry' || attempt.owner !== null || attempt.awaiting !== null) return
  if (attempt.clocks.some((clock) => clock.name === 'parking')) return
  const index = run.agreement.qualify(leadContext(run.state, engagementAt(run, run.fact.at), run.agreement))
  const rule = run.agreement.qualifyRules[index]
  if (rule !== undefined) askRoute(run, attempt, { why: 'qualified', exclude: [], clause: rule.clause })
}
