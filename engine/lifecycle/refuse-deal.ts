import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Missing } from '../pipeline/evidence.ts'
import { missingToMove } from '../pipeline/missing-evidence.ts'
import { missingProof } from '../pipeline/missing-proof.ts'
import { firstStageOf, pipelineOf } from '../pipeline/pipeline-of.ts'
import type { Refusal } from './refusal.ts'
import { openAttempt } from './run.ts'
import type { DealState, PersonState } from './state.ts'

type OfDeal = Extract<Fact, { data: { deal: string } }>

const no = (code: Refusal['code'], message: string, missing?: Missing[]): Refusal => ({
  code,
  message,
  ...(missing === undefined ? {} : { missing }),
})

const CLOSED = no('deal is closed', 'This deal is closed already.')

function quoted(names: readonly string[]): string {
  return names.join(', ')
}

function unknownReason(agreement: CompiledAgreement, data: { reason?: string; also?: string[] }): Refusal | null {
  const { isWritten, says } = agreement.winLoss
  if (!isWritten) return null
  const wrong = [...(data.reason === undefined ? [] : [data.reason]), ...(data.also ?? [])].find(
    (each) => !says.has(each),
  )
  if (wrong === undefined) return null
  return no(
    'unknown reason',
    `"${wrong}" is not a reason for wins and losses in this agreement: ${quoted([...says.keys()])}.`,
  )
}

function refusePlace(
  agreement: CompiledAgreement,
  deal: { pipeline?: string | undefined },
  stage: string | undefined,
): Refusal | null {
  if (!agreement.arePipelinesWritten) return null
  const pipeline = pipelineOf(agreement, deal)
  if (pipeline === null)
    return no(
      'unknown pipeline',
      `There is no pipeline "${deal.pipeline}" in this agreement: ${quoted(agreement.pipelines.map((each) => each.name))}.`,
    )
  if (stage === undefined || pipeline.stages.some((each) => each.name === stage)) return null
  return no(
    'unknown stage',
    `"${pipeline.name}" has no stage "${stage}": ${quoted(pipeline.stages.map((each) => each.name))}.`,
  )
}

function refuseMove(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  fact: FactOf<'deal.moved'>,
): Refusal | null {
  const { pipeline = deal.pipeline, stage, override } = fact.data
  const place = refusePlace(agreement, { pipeline }, stage)
  if (place !== null) return place
  if (override !== undefined && override.trim() !== '') return null
  // Into another pipeline, the stages of the one it leaves ask nothing.
  if (pipelineOf(agreement, { pipeline })?.name !== pipelineOf(agreement, deal)?.name) return null
  const missing = missingToMove(agreement, state, told(deal, fact.data), stage, fact.at)
  return missing.length === 0
    ? null
    : no('evidence missing', `The deal cannot move to "${stage}" yet: evidence is missing.`, missing)
}

/** The deal as it will be with what the same fact says: an amount given with a move is evidence for it. */
function told(
  deal: DealState,
  data: { amountCents?: number; closeDate?: string | null; nextStep?: string; competitors?: readonly string[] },
): DealState {
  return {
    ...deal,
    amountCents: data.amountCents ?? deal.amountCents,
    nextStep: data.nextStep ?? deal.nextStep,
    ...(data.closeDate == null ? {} : { closeDate: data.closeDate }),
    ...(data.competitors === undefined ? {} : { competitors: data.competitors }),
  }
}

function refuseWin(
  agreement: CompiledAgreement,
  state: PersonState,
  known: DealState | undefined,
  fact: FactOf<'deal.won'>,
): Refusal | null {
  const reason = unknownReason(agreement, fact.data)
  if (reason !== null || !agreement.arePipelinesWritten) return reason
  if (known?.status === 'won') return null
  const deal: DealState = known ?? bare(agreement, fact)
  const pipeline = pipelineOf(agreement, deal)
  const proof = pipeline?.refusesUnproven === true ? missingProof(agreement, deal) : []
  if (proof.length > 0)
    return no('proof missing', 'A win needs its proof by this agreement; without it the deal stays open.', proof)
  if (deal.status !== 'open' || fact.data.override?.trim()) return null
  const missing = missingToMove(agreement, state, told(deal, fact.data), null, fact.at)
  return missing.length === 0
    ? null
    : no('evidence missing', 'The deal cannot be won yet: evidence is missing.', missing)
}

/** A deal nobody has told of before. */
function bare(agreement: CompiledAgreement, fact: FactOf<'deal.won'>): DealState {
  return {
    id: fact.data.deal,
    attempt: 0,
    name: null,
    stage: firstStageOf(pipelineOf(agreement, {})),
    status: 'open',
    proof: 'none',
    amountCents: null,
    currency: null,
    sdr: null,
    closer: null,
    openedAt: fact.at,
    closedAt: null,
    reason: null,
    nextStep: null,
  }
}

/** Closed means proof: where the agreement asks for it, a signature comes with its paper and a payment with its amount. */
function refuseProof(
  agreement: CompiledAgreement,
  deal: DealState | undefined,
  fact: FactOf<'contract.signed'> | FactOf<'payment.received'>,
): Refusal | null {
  if (!agreement.arePipelinesWritten) return null
  if (pipelineOf(agreement, deal ?? {})?.refusesUnproven !== true) return null
  if (fact.kind === 'payment.received')
    return fact.data.amountCents === undefined || fact.data.amountCents === 0
      ? no('amount needed', 'Say how much was paid.')
      : null
  return fact.data.document === undefined
    ? no(
        'document needed',
        'A signed contract is proof with its PDF: add the document with its date and who signed it.',
      )
    : null
}

/** Whether the agreement lets a person record this fact of a deal; null when it does. */
export function refuseDeal(agreement: CompiledAgreement, state: PersonState, fact: OfDeal): Refusal | null {
  const deal = state.deals.find((each) => each.id === fact.data.deal)
  switch (fact.kind) {
    case 'deal.opened':
      if (openAttempt(state) === null) return no('no open lead', 'There is no open lead to open a deal for.')
      if (deal !== undefined && deal.status !== 'open') return CLOSED
      return refusePlace(agreement, { pipeline: fact.data.pipeline ?? deal?.pipeline }, fact.data.stage)
    case 'deal.won':
      return refuseWin(agreement, state, deal, fact)
    case 'contract.signed':
    case 'payment.received':
      return refuseProof(agreement, deal, fact)
    default:
      return deal === undefined
        ? no('unknown deal', `There is no deal ${fact.data.deal} here.`)
        : refuseKnown(agreement, state, deal, fact)
  }
}

function refuseKnown(
  agreement: CompiledAgreement,
  state: PersonState,
  deal: DealState,
  fact: Exclude<OfDeal, { kind: 'deal.opened' | 'deal.won' | 'contract.signed' | 'payment.received' }>,
): Refusal | null {
  const isClosed = deal.status !== 'open'
  switch (fact.kind) {
    case 'deal.changed':
      return fact.data.pipeline === undefined ? null : refusePlace(agreement, fact.data, undefined)
    case 'deal.moved':
      return isClosed ? CLOSED : refuseMove(agreement, state, deal, fact)
    case 'deal.lost':
    case 'deal.undecided':
      return isClosed ? CLOSED : unknownReason(agreement, fact.data)
    case 'deal.explained':
      return isClosed
        ? unknownReason(agreement, fact.data)
        : no('deal is open', 'This deal is still open: why it ended is said when it ends.')
    case 'deal.reopened':
      if (deal.status === 'lost' || deal.status === 'undecided') return refusePlace(agreement, deal, fact.data.stage)
      return isClosed
        ? no('deal is won', 'A win is taken back, not reopened: take back what closed it.')
        : no('deal is open', 'This deal is open.')
  }
}
