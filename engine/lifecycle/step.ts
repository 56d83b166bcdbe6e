import type { CompiledAgreement } from '../agreement/compiled.ts'
import { compareOrder, type Fact, type FactOf, orderOf } from '../facts/fact.ts'
import { FACT_KINDS } from '../facts/kinds.ts'
import { grade, scoreEngagement, scoreFit } from '../scoring/score.ts'
import { advance, askRoute, noteOwner, noteTouch, openIfDue, wake } from './attempts.ts'
import { replanClocks } from './clocks.ts'
import { changeDeal, explainDeal, loseDeal, moveDeal, noteEvidence, openDeal, reopenDeal, winDeal } from './deals.ts'
import type { Decision } from './decision.ts'
import { answerHelp, askForHelp, assign } from './escalate.ts'
import { answerFeedback, giveFeedback, isAnswering } from './feedback.ts'
import { handOver } from './hand-over.ts'
import { takeIdentity } from './identify.ts'
import { takeNewTerms } from './new-terms.ts'
import { settleClocks } from './owed.ts'
import { qualifyIfDue, routeIfNobodys } from './qualify.ts'
import { refusalOf } from './refusal.ts'
import { decide, openAttempt, type Run } from './run.ts'
import type { PersonState, ScoreCard } from './state.ts'
import { strike } from './strike.ts'
import { accept, disqualify, giveBack, leave, reachOut, reject, takeOver, talkedWith } from './work.ts'

export type Stepped = { state: PersonState; decisions: Decision[] }

function recordStage(run: Run): void {
  const { fact } = run
  const attempt = openAttempt(run.state)
  if (fact.kind !== 'stage.recorded' || attempt === null) return
  advance(run, attempt, fact.data.stage, fact.isHistory ? 'as recorded elsewhere' : 'by hand')
  attempt.owner = fact.data.owner ?? attempt.owner
  takeOver(attempt, null)
  attempt.isHeld = false
  if (attempt.stage === 'qualified' && attempt.owner === null)
    askRoute(run, attempt, { why: 'qualified', exclude: [], clause: null })
}

function work(run: Run): void {
  const { fact } = run
  const attempt = openAttempt(run.state)
  if (attempt === null) return
  switch (fact.kind) {
    case 'lead.accepted':
      accept(run, attempt, 'accepted')
      return
    case 'lead.rejected':
      reject(run, attempt, fact.data.reason)
      return
    case 'lead.disqualified':
      disqualify(run, attempt, fact)
      return
    case 'lead.returned':
      giveBack(run, attempt, fact.data)
      return
    case 'lead.escalated':
      askForHelp(run, attempt, fact)
      return
    case 'escalation.answered':
      answerHelp(run, attempt, fact)
      return
    case 'lead.assigned':
      assign(run, attempt, fact)
      return
    case 'agreement.changed':
      takeNewTerms(run, fact, attempt)
      return
    case 'call.made':
      reachOut(run, attempt, 'call', fact.data.outcome === 'connected')
      return
    case 'email.sent':
    case 'message.sent':
      if (!isAutomatic(fact)) reachOut(run, attempt, fact.kind === 'email.sent' ? 'e-mail' : 'message', false)
      return
    case 'meeting.booked':
      reachOut(run, attempt, 'meeting', false)
      return
    case 'meeting.held':
      reachOut(run, attempt, 'meeting', true)
      return
    case 'call.answered':
      reachOut(run, attempt, 'call', true)
      return
    case 'call.received':
      if (fact.actor !== null) reachOut(run, attempt, 'call', true)
      return
    case 'email.replied':
      if (attempt.touches > 0) talkedWith(run, attempt)
      return
    case 'owner.calendar_changed':
      if (attempt.owner !== fact.data.owner) return
      attempt.calendar = fact.data.calendar
      replanClocks(run, attempt)
      return
    case 'owner.left':
      if (attempt.owner === fact.data.owner) leave(run, attempt)
      return
    case 'person.identified':
      attempt.isHeld = false
      return
    default:
      return
  }
}

function apply(run: Run): void {
  const { fact } = run
  switch (fact.kind) {
    case 'stage.recorded':
      recordStage(run)
      return
    case 'lead.routed':
      handOver(run, fact)
      return
    case 'clock.struck':
      strike(run, fact)
      return
    case 'deal.opened':
      openDeal(run, fact)
      return
    case 'deal.changed':
      changeDeal(run, fact)
      return
    case 'deal.moved':
      moveDeal(run, fact)
      return
    case 'deal.won':
    case 'contract.signed':
    case 'payment.received':
      winDeal(run, fact)
      return
    case 'deal.lost':
    case 'deal.undecided':
      loseDeal(run, fact)
      return
    case 'deal.explained':
      explainDeal(run, fact)
      return
    case 'deal.reopened':
      reopenDeal(run, fact)
      return
    case 'feedback.given':
      giveFeedback(run, fact)
      return
    default:
      if (isAnswering(fact)) answerFeedback(run, fact)
      else work(run)
  }
}

/** A mail that says so, and one of today that nobody is named for, comes of a program: it stops no clock. */
function isAutomatic(fact: FactOf<'email.sent'> | FactOf<'message.sent'>): boolean {
  return fact.data.isAutomatic === true || (fact.actor === null && !fact.isHistory)
}

/** Whether a fact breaks the silence around a lead: somebody did something, not the product and not its mail programs. */
function isHeardOf(fact: Fact): boolean {
  if ((fact.kind === 'email.sent' || fact.kind === 'message.sent') && isAutomatic(fact)) return false
  return FACT_KINDS[fact.kind].side !== 'time' && fact.kind !== 'fact.retracted'
}

/** Applies one fact to a state in place. For folds over many facts; `step` is the same without touching its input. */
export function applyFact(agreement: CompiledAgreement, state: PersonState, fact: Fact): Decision[] {
  const run: Run = { agreement, state, fact, decisions: [] }
  state.lastFact = orderOf(fact)
  const refusal = refusalOf(agreement, state, fact)
  if (refusal !== null) {
    const { message: why, code, missing } = refusal
    decide(run, 'ignored', null, { why, code, ...(missing === undefined ? {} : { code, missing }) })
    return run.decisions
  }
  noteTouch(state, fact)
  const isKnownBetter = takeIdentity(state, fact)
  openIfDue(run)
  wake(run)
  const isTime = FACT_KINDS[fact.kind].side === 'time'
  scoreFit(run, isKnownBetter, isTime)
  scoreEngagement(run)
  if (!isTime) grade(run)
  noteEvidence(run)
  apply(run)
  // Terms change; who qualifies is asked when somebody does something.
  if (fact.kind !== 'agreement.changed') {
    qualifyIfDue(run)
    routeIfNobodys(run)
  }
  const attempt = openAttempt(state)
  if (attempt === null) return run.decisions
  settleClocks(run, attempt)
  noteOwner(attempt)
  if (isHeardOf(fact)) attempt.lastFactAt = fact.at
  return run.decisions
}

/**
 * What the agreement concludes from one fact: the next state and the decisions in order. Pure: the state given is left as it was. Facts must come in story order; a fact
 * that belongs earlier is brought in by folding the story anew (`fold`).
 */
export function step(agreement: CompiledAgreement, state: PersonState, fact: Fact): Stepped {
  const next = structuredCopy(state)
  const decisions = applyFact(agreement, next, fact)
  return { state: next, decisions }
}

/** Whether a fact continues the story at its end, so that one `step` suffices. */
export function isNext(state: PersonState, fact: Fact): boolean {
  return state.lastFact === null || compareOrder(state.lastFact, orderOf(fact)) < 0
}

function cardsCopied(scores: NonNullable<PersonState['scores']>): Record<string, ScoreCard> {
  return Object.fromEntries(
    Object.entries(scores).map(([name, card]) => [
      name,
      { ...card, ledger: card.ledger.slice(), capUsed: { ...card.capUsed } },
    ]),
  )
}

/** A copy that shares only what is never changed in place. */
function structuredCopy(state: PersonState): PersonState {
  const { attempt } = state
  return {
    ...state,
    ledger: state.ledger.slice(),
    capUsed: { ...state.capUsed },
    ...(state.scores === undefined ? {} : { scores: cardsCopied(state.scores) }),
    deals: state.deals.map((deal) => ({ ...deal })),
    ...(state.feedback === undefined
      ? {}
      : {
          feedback: state.feedback.map((each) => ({
            ...each,
            clock: each.clock === null ? null : { ...each.clock },
          })),
        }),
    attempt:
      attempt === null
        ? null
        : {
            ...attempt,
            marks: { ...attempt.marks },
            clocks: attempt.clocks.map((clock) => ({ ...clock })),
            touchChannels: attempt.touchChannels.slice(),
          },
  }
}
