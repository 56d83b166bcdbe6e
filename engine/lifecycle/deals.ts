import type { FactOf } from '../facts/fact.ts'
import { advance, beginAttempt, close } from './attempts.ts'
import { startPromised } from './owed.ts'
import { decide, openAttempt, type Run } from './run.ts'
import type { AttemptState, DealState } from './state.ts'
import { takeOver } from './work.ts'

type Closing = FactOf<'deal.won'> | FactOf<'contract.signed'> | FactOf<'payment.received'>

function dealOf(run: Run, id: string): DealState {
  const known = run.state.deals.find((deal) => deal.id === id)
  if (known !== undefined) return known
  const attempt = run.state.attempt ?? beginAttempt(run, 'first contact')
  const deal: DealState = {
    id,
    attempt: attempt.number,
    name: null,
    stage: 'open',
    status: 'open',
    proof: 'none',
    amountCents: null,
    currency: null,
    sdr: null,
    closer: null,
    openedAt: run.fact.at,
    closedAt: null,
    reason: null,
    nextStep: null,
  }
  run.state.deals.push(deal)
  return deal
}

function takeMoney(deal: DealState, data: { amountCents?: number | undefined; currency?: string | undefined }): void {
  deal.amountCents = data.amountCents ?? deal.amountCents
  deal.currency = data.currency ?? deal.currency
}

/** A deal stands: the lead is an opportunity, and a next step is owed from now on. */
export function openDeal(run: Run, fact: FactOf<'deal.opened'>): void {
  const deal = dealOf(run, fact.data.deal)
  takeMoney(deal, fact.data)
  deal.name = fact.data.name ?? deal.name
  deal.nextStep = fact.data.nextStep ?? deal.nextStep
  deal.sdr = fact.data.sdr ?? deal.sdr
  deal.closer = fact.data.closer ?? deal.closer ?? fact.actor
  const attempt = openAttempt(run.state)
  if (attempt === null || deal.status !== 'open') return
  deal.attempt = attempt.number
  takeOver(attempt, deal.closer)
  advance(run, attempt, 'opportunity', 'a deal was opened')
  startPromised(run, attempt, 'next step')
}

export function moveDeal(run: Run, fact: FactOf<'deal.moved'>): void {
  const deal = dealOf(run, fact.data.deal)
  takeMoney(deal, fact.data)
  if (deal.status === 'open') deal.stage = fact.data.stage
  deal.nextStep = fact.data.nextStep ?? deal.nextStep
  const attempt = openAttempt(run.state)
  if (attempt?.stage === 'opportunity') startPromised(run, attempt, 'next step')
}

function takeProof(deal: DealState, fact: Closing): void {
  if (fact.kind === 'contract.signed') deal.proof = deal.proof === 'payment' ? 'payment' : 'contract'
  else if (fact.kind === 'payment.received') deal.proof = 'payment'
  else if (deal.proof === 'none') deal.proof = fact.data.proof
}

function winAttempt(run: Run, attempt: AttemptState): void {
  advance(run, attempt, 'won', run.fact.kind)
  close(run, attempt, 'won', null, null)
}

/** Won: by the team's word, or with its proof. Proof that comes later only adds to what is known. */
export function winDeal(run: Run, fact: Closing): void {
  const deal = dealOf(run, fact.data.deal)
  takeMoney(deal, fact.data)
  takeProof(deal, fact)
  if (fact.kind === 'deal.won') {
    deal.name = fact.data.name ?? deal.name
    deal.sdr = fact.data.sdr ?? deal.sdr
    deal.closer = fact.data.closer ?? deal.closer ?? fact.actor
  }
  if (deal.status === 'won') return
  deal.status = 'won'
  deal.stage = 'won'
  deal.closedAt = fact.at
  const attempt = run.state.attempt ?? beginAttempt(run, 'first contact')
  deal.attempt = attempt.number
  attempt.owner ??= deal.closer
  if (attempt.outcome !== 'won') winAttempt(run, attempt)
}

/** Lost: with a reason. The lead is lost with the last open deal of its own; a deal of an earlier attempt ends alone. */
export function loseDeal(run: Run, fact: FactOf<'deal.lost'>): void {
  const deal = dealOf(run, fact.data.deal)
  if (deal.status !== 'open') {
    decide(run, 'ignored', null, { why: 'the deal is closed already' })
    return
  }
  deal.status = 'lost'
  deal.stage = 'lost'
  deal.closedAt = fact.at
  deal.reason = fact.data.reason
  const attempt = openAttempt(run.state)
  if (attempt === null || deal.attempt !== attempt.number) return
  if (run.state.deals.some((each) => each.status === 'open' && each.attempt === attempt.number)) return
  advance(run, attempt, 'opportunity', 'a deal was lost')
  close(run, attempt, 'lost', fact.data.reason, null)
}
