import type { FactOf } from '../facts/fact.ts'
import { missingProof } from '../pipeline/missing-proof.ts'
import { firstStageOf, pipelineOf } from '../pipeline/pipeline-of.ts'
import { advance, beginAttempt, close } from './attempts.ts'
import { enterStage, noteTerms, takeTerms } from './deal-terms.ts'
import { startPromised } from './owed.ts'
import { decide, openAttempt, type Run } from './run.ts'
import type { AttemptState, DealState } from './state.ts'
import { takeOver } from './work.ts'

type Closing = FactOf<'deal.won'> | FactOf<'contract.signed'> | FactOf<'payment.received'>
type Dropping = FactOf<'deal.lost'> | FactOf<'deal.undecided'>

function dealOf(run: Run, id: string, pipeline?: string): DealState {
  const known = run.state.deals.find((deal) => deal.id === id)
  if (known !== undefined) return known
  const attempt = run.state.attempt ?? beginAttempt(run, 'first contact')
  const deal: DealState = {
    id,
    attempt: attempt.number,
    name: null,
    ...(pipeline === undefined ? {} : { pipeline }),
    stage: firstStageOf(pipelineOf(run.agreement, { pipeline })),
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
    ...(attempt.needAt === undefined ? {} : { needAt: attempt.needAt }),
    ...(attempt.meetingAt === undefined ? {} : { meetingAt: attempt.meetingAt }),
  }
  enterStage(deal, deal.stage, run.fact.at)
  run.state.deals.push(deal)
  return deal
}

/** A deal stands: the lead is an opportunity, and a next step is owed from now on. */
export function openDeal(run: Run, fact: FactOf<'deal.opened'>): void {
  const { data } = fact
  const deal = dealOf(run, data.deal, data.pipeline)
  takeTerms(deal, data)
  if (data.stage !== undefined && deal.status === 'open') enterStage(deal, data.stage, fact.at)
  if (data.need !== undefined) {
    deal.need = data.need
    deal.needAt ??= fact.at
  }
  deal.sdr = data.sdr ?? deal.sdr
  deal.closer = data.closer ?? deal.closer ?? fact.actor
  if (deal.status === 'open') noteTerms(deal, fact.at)
  const attempt = openAttempt(run.state)
  if (attempt === null || deal.status !== 'open') return
  deal.attempt = attempt.number
  takeOver(attempt, deal.closer)
  advance(run, attempt, 'opportunity', 'a deal was opened')
  startPromised(run, attempt, 'next step')
}

/** What is known of a deal changed. A new next step starts its clock anew. */
export function changeDeal(run: Run, fact: FactOf<'deal.changed'>): void {
  const { data } = fact
  const deal = run.state.deals.find((each) => each.id === data.deal)
  if (deal === undefined) {
    decide(run, 'ignored', null, { why: `there is no deal ${data.deal}` })
    return
  }
  const before = deal.pipeline
  takeTerms(deal, data)
  deal.closer = data.closer ?? deal.closer
  if (data.offerSent === true) deal.offerAt ??= fact.at
  if (data.offerSent === false) delete deal.offerAt
  if (deal.status !== 'open') return
  if (deal.pipeline !== before) enterStage(deal, firstStageOf(pipelineOf(run.agreement, deal)), fact.at)
  noteTerms(deal, fact.at)
  const attempt = openAttempt(run.state)
  if (data.nextStep !== undefined && attempt?.stage === 'opportunity') startPromised(run, attempt, 'next step')
}

export function moveDeal(run: Run, fact: FactOf<'deal.moved'>): void {
  const deal = dealOf(run, fact.data.deal, fact.data.pipeline)
  takeTerms(deal, fact.data)
  if (deal.status === 'open') {
    enterStage(deal, fact.data.stage, fact.at)
    noteTerms(deal, fact.at)
  }
  const attempt = openAttempt(run.state)
  if (attempt?.stage === 'opportunity') startPromised(run, attempt, 'next step')
}

function takeProof(deal: DealState, fact: Closing): void {
  if (fact.kind === 'contract.signed') {
    deal.proof = deal.proof === 'payment' ? 'payment' : 'contract'
    deal.signedAt ??= fact.at
  } else if (fact.kind === 'payment.received') {
    deal.proof = 'payment'
    deal.paidAt ??= fact.at
  } else if (deal.proof === 'none') deal.proof = fact.data.proof
}

function winAttempt(run: Run, attempt: AttemptState): void {
  advance(run, attempt, 'won', run.fact.kind)
  close(run, attempt, 'won', null, null)
}

type Why = { reason?: string | undefined; also?: string[] | undefined; competitor?: string | undefined }
type Word = Why & { saidBy?: 'seller' | 'buyer' | 'survey' | undefined; note?: string | undefined }

/** Adds why a deal ended so, by whoever says it; a seller where nobody is named. */
function takeWord(run: Run, deal: DealState, { reason, also, saidBy, competitor, note }: Word): void {
  if (competitor !== undefined && deal.competitors?.includes(competitor) !== true)
    deal.competitors = [...(deal.competitors ?? []), competitor]
  if (reason === undefined) return
  deal.said = [
    ...(deal.said ?? []),
    {
      fact: run.fact.id,
      at: run.fact.at,
      saidBy: saidBy ?? 'seller',
      reasons: [...new Set([reason, ...(also ?? [])])].slice(0, 3),
      competitor: competitor ?? null,
      note: note ?? null,
    },
  ]
}

function closeDeal(deal: DealState, status: 'won' | 'lost' | 'undecided', atMs: number): void {
  if (deal.status === 'open') deal.closedFrom = deal.stage
  deal.status = status
  deal.stage = status
  deal.stageAt = atMs
  deal.closedAt = atMs
}

/** Won: by the team's word, or with its proof. Proof that comes later only adds to what is known. */
export function winDeal(run: Run, fact: Closing): void {
  const deal = dealOf(run, fact.data.deal)
  // A payment may be a part; what the deal is worth is said otherwise.
  const isPart = fact.kind === 'payment.received' && deal.amountCents !== null
  if (!isPart) takeTerms(deal, { amountCents: fact.data.amountCents, currency: fact.data.currency })
  takeProof(deal, fact)
  if (fact.kind === 'deal.won') {
    deal.name = fact.data.name ?? deal.name
    deal.sdr = fact.data.sdr ?? deal.sdr
    deal.closer = fact.data.closer ?? deal.closer ?? fact.actor
    takeWord(run, deal, fact.data)
  }
  if (deal.status === 'won') return
  // A proof that is not enough is kept; the deal stays where it is.
  if (fact.kind !== 'deal.won' && missingProof(run.agreement, deal).length > 0) return
  closeDeal(deal, 'won', fact.at)
  deal.reason = deal.said?.at(-1)?.reasons[0] ?? null
  const attempt = run.state.attempt ?? beginAttempt(run, 'first contact')
  deal.attempt = attempt.number
  attempt.owner ??= deal.closer
  if (attempt.outcome !== 'won') winAttempt(run, attempt)
}

/**
 * Lost, or not decided at all: with a reason. The lead is lost with the last open deal of its own; a deal of an earlier
 * attempt ends alone.
 */
export function loseDeal(run: Run, fact: Dropping): void {
  const deal = dealOf(run, fact.data.deal)
  if (deal.status !== 'open') {
    decide(run, 'ignored', null, { why: 'the deal is closed already' })
    return
  }
  closeDeal(deal, fact.kind === 'deal.lost' ? 'lost' : 'undecided', fact.at)
  deal.reason = fact.data.reason
  takeWord(run, deal, fact.data)
  const attempt = openAttempt(run.state)
  if (attempt === null || deal.attempt !== attempt.number) return
  if (run.state.deals.some((each) => each.status === 'open' && each.attempt === attempt.number)) return
  advance(run, attempt, 'opportunity', 'a deal was lost')
  close(run, attempt, 'lost', fact.data.reason, null)
}

/** Why a deal ended so, told afterwards. */
export function explainDeal(run: Run, fact: FactOf<'deal.explained'>): void {
  const deal = run.state.deals.find((each) => each.id === fact.data.deal)
  if (deal === undefined) decide(run, 'ignored', null, { why: `there is no deal ${fact.data.deal}` })
  else takeWord(run, deal, fact.data)
}

/** Lost or undecided, and now they talk again: the deal stands where it stood, and its lead is open with it. */
export function reopenDeal(run: Run, fact: FactOf<'deal.reopened'>): void {
  const deal = run.state.deals.find((each) => each.id === fact.data.deal)
  if (deal === undefined || (deal.status !== 'lost' && deal.status !== 'undecided')) {
    decide(run, 'ignored', null, { why: 'there is no such deal that was lost' })
    return
  }
  deal.status = 'open'
  deal.closedAt = null
  deal.reason = null
  // What was said of the earlier end stays in its facts.
  delete deal.said
  enterStage(deal, fact.data.stage ?? deal.closedFrom ?? firstStageOf(pipelineOf(run.agreement, deal)), fact.at)
  delete deal.closedFrom
  noteTerms(deal, fact.at)
  reopenAttempt(run, deal)
}

/** The lead that was lost with the deal is worked again; one that has come back since takes the deal to itself. */
function reopenAttempt(run: Run, deal: DealState): void {
  const { attempt } = run.state
  if (attempt === null) return
  if (attempt.outcome === 'lost' && attempt.number === deal.attempt) {
    attempt.outcome = 'open'
    attempt.reason = null
    attempt.closedAt = null
    attempt.closedWith = null
    decide(run, 'advanced', null, { stage: attempt.stage, isInferred: false, evidence: 'a deal was taken up again' })
  }
  if (attempt.outcome !== 'open') return
  deal.attempt = attempt.number
  takeOver(attempt, deal.closer)
  advance(run, attempt, 'opportunity', 'a deal was taken up again')
  startPromised(run, attempt, 'next step')
}

/** Needs and meetings are evidence for the deals that stand and for those that are opened later in the same attempt. */
export function noteEvidence(run: Run): void {
  const { fact, state } = run
  const isNeed =
    (fact.kind === 'need.stated' && fact.data.isKnown) ||
    (fact.kind === 'need.judged' && fact.data.verdict === 'confirmed')
  if (!isNeed && fact.kind !== 'meeting.held') return
  const at = isNeed ? 'needAt' : 'meetingAt'
  const attempt = openAttempt(state)
  if (attempt !== null) attempt[at] ??= fact.at
  for (const deal of state.deals) if (deal.status === 'open') deal[at] ??= fact.at
}
