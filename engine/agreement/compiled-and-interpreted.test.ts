import { expect, test } from 'vitest'
import type { DealState } from '../lifecycle/state.ts'
import { emptyState } from '../lifecycle/state.ts'
import { step } from '../lifecycle/step.ts'
import { dealContext } from '../pipeline/deal-context.ts'
import { leadContext } from '../scoring/context.ts'
import { pointsAt } from '../scoring/decay.ts'
import { compileAgreement } from './compile-agreement.ts'
import type { CompiledAgreement } from './compiled.ts'
import { interpretedAgreement } from './interpreted-for-test.ts'
import { type Dice, diceOf, randomAgreement, randomLead, randomPipelines } from './random-agreement-for-test.ts'

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

function randomDeal(dice: Dice, at: number): DealState {
  return {
    id: 'd',
    attempt: 1,
    name: dice.pick(null, 'retail', 'key'),
    stage: dice.pick('S0', 'S1', 'fr'),
    status: 'open',
    proof: 'none',
    amountCents: dice.pick(null, 0, 50, 100_000),
    currency: dice.pick(null, 'fr', 'EUR'),
    sdr: null,
    closer: null,
    openedAt: at - dice.upTo(100) * 86_400_000,
    closedAt: null,
    reason: null,
    nextStep: null,
    ...(dice.isLikely(0.5) ? { closeDate: '2026-07-01' } : {}),
    ...(dice.isLikely(0.5) ? { needAt: at } : {}),
    ...(dice.isLikely(0.5) ? { offerAt: at } : {}),
    ...(dice.isLikely(0.5) ? { competitors: [] } : {}),
    ...(dice.isLikely(0.5) ? { people: [{ role: dice.pick('decision maker', 'user') }] } : {}),
  }
}

test('the conditions of stages hold compiled exactly where they hold walked', () => {
  let held = 0
  let asked = 0
  for (let pair = 0; pair < PAIRS; pair += LEADS_EACH) {
    const dice = diceOf(pair + 77)
    const source = `${randomAgreement(dice)}${randomPipelines(dice)}`
    const compiled = compileAgreement(source, 1)
    if (!compiled.ok) throw new Error(`${JSON.stringify(compiled.problems)}\n${source}`)
    const { agreement } = compiled
    const walked = interpretedAgreement(agreement)
    for (let lead = 0; lead < LEADS_EACH; lead++) {
      const facts = randomLead(diceOf(pair + lead + 3))
      let state = emptyState()
      for (const fact of facts) state = step(agreement, state, fact).state
      const at = facts.at(-1)?.at ?? 0
      const context = dealContext(agreement, state, randomDeal(dice, at), at)
      for (const { exitWhen } of agreement.pipelines[0]?.stages ?? []) {
        if (exitWhen === null) continue
        const one = agreement.exitHolds(exitWhen, context)
        expect(one, source).toBe(walked.exitHolds(exitWhen, context))
        asked += 1
        if (one) held += 1
      }
    }
  }
  expect(held).toBeGreaterThan(asked / 10)
  expect(held).toBeLessThan(asked * 0.9)
}, 3_600_000)
