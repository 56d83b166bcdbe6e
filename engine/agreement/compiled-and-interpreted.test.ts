import { expect, test } from 'vitest'
import { emptyState } from '../lifecycle/state.ts'
import { step } from '../lifecycle/step.ts'
import { leadContext } from '../scoring/context.ts'
import { pointsAt } from '../scoring/decay.ts'
import { compileAgreement } from './compile-agreement.ts'
import type { CompiledAgreement } from './compiled.ts'
import { interpretedAgreement } from './interpreted-for-test.ts'
import { diceOf, randomAgreement, randomLead } from './random-agreement-for-test.ts'

declare const process: { env: Record<string, string | undefined> }
/** ENSEMBLE_TEST_PAIRS=100000 for a long run. */
const PAIRS = Number(process.env.ENSEMBLE_TEST_PAIRS ?? 1_000)
const LEADS_EACH = 10

function concluded(agreement: CompiledAgreement, facts: ReturnType<typeof randomLead>) {
  let state = emptyState()
  const decisions = []
  for (const fact of facts) {
    const stepped = step(agreement, state, fact)
    state = stepped.state
    decisions.push(...stepped.decisions)
  }
  const context = leadContext(state, pointsAt(state, facts.at(-1)?.at ?? 0, agreement.halfLifeMs), agreement)
  const routes = agreement.routes.map((_, from) => agreement.route(context, from))
  const qualify = agreement.qualify(context)
  return { state, decisions, routes, qualify, also: agreement.alsoQualify(context, qualify) }
}

test('what is compiled concludes what the same clauses conclude when they are walked: scores, ledgers, clauses and the whole log', () => {
  const seen = { qualified: 0, routed: 0, also: 0, scored: 0 }
  for (let pair = 0; pair < PAIRS; pair += LEADS_EACH) {
    const source = randomAgreement(diceOf(pair + 1))
    const compiled = compileAgreement(source, 1)
    if (!compiled.ok) throw new Error(`${JSON.stringify(compiled.problems)}\n${source}`)
    const walked = interpretedAgreement(compiled.agreement)
    for (let lead = 0; lead < LEADS_EACH; lead++) {
      const facts = randomLead(diceOf(pair + lead + 1_000_003))
      const [one, other] = [concluded(compiled.agreement, facts), concluded(walked, facts)]
      // Compared as text: ten times faster than by value, and ledgers must be in the same order.
      if (JSON.stringify(one) !== JSON.stringify(other)) expect(one, source).toEqual(other)
      if (one.qualify >= 0) seen.qualified += 1
      if (one.also.length > 0) seen.also += 1
      if (one.routes.some((route) => route >= 0)) seen.routed += 1
      if (one.state.fitLines.length + one.state.ledger.length > 0) seen.scored += 1
    }
  }
  // The pairs are about something.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(PAIRS / 10)
}, 3_600_000)
