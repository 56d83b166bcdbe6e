import type { CompiledAgreement } from '../agreement/compiled.ts'
import type { Fact } from '../facts/fact.ts'
import type { Missing } from '../pipeline/evidence.ts'
import { feedbackOf } from './feedback.ts'
import { refuseDeal } from './refuse-deal.ts'
import { openAttempt } from './run.ts'
import { type AttemptState, type PersonState, STAGES } from './state.ts'

/** Why a person may not do this now. `code` is for the screen's own words. */
export type Refusal = {
  code:
    | 'no open lead'
    | 'not qualified'
    | 'already accepted'
    | 'already contacted'
    | 'not contacted'
    | 'too few attempts'
    | 'unknown reason'
    | 'date needed'
    | 'unknown deal'
    | 'deal is closed'
    | 'reason needed'
    | 'nothing asked'
    | 'unknown feedback'
    | 'feedback is settled'
    | 'feedback is open'
    | 'deal is open'
    | 'deal is won'
    | 'unknown pipeline'
    | 'unknown stage'
    | 'evidence missing'
    | 'proof missing'
    | 'document needed'
    | 'amount needed'
  message: string
  /** What is asked and not there. */
  missing?: Missing[]
}

function refuse(code: Refusal['code'], message: string): Refusal {
  return { code, message }
}

function refuseDisqualify(
  agreement: CompiledAgreement,
  attempt: AttemptState,
  data: { reason: string; recycleAt?: string | undefined },
  atMs: number,
): Refusal | null {
  const reason = agreement.disqualify.get(data.reason)
  if (reason === undefined) {
    return refuse(
      'unknown reason',
      `"${data.reason}" is not a reason to disqualify in this agreement: ${[...agreement.disqualify.keys()].join(', ')}.`,
    )
  }
  if (reason.recycle === 'at a date given' && (data.recycleAt === undefined || Date.parse(data.recycleAt) <= atMs))
    return refuse('date needed', `"${data.reason}" needs the date, still to come, on which to try again.`)
  if (attempt.twoWayAt !== null) return null
  if (reason.needs === null)
    return refuse('not contacted', 'Disqualify comes after a conversation with the person. Before any contact, reject.')
  const needed = reason.needs === 'an attempt' ? 1 : (agreement.promises.attempts?.atLeast ?? 1)
  if (attempt.touches >= needed) return null
  return refuse(
    'too few attempts',
    `"${data.reason}" needs ${needed} attempts (${reason.needs}); there have been ${attempt.touches}.`,
  )
}

function refuseReturn(
  attempt: AttemptState,
  data: { to?: 'marketing' | 'pool' | undefined; note?: string | undefined },
) {
  if (attempt.stage === 'inquiry') return refuse('not qualified', 'Marketing has this lead already.')
  if (data.to === undefined) return null
  if (data.to === 'marketing' && attempt.twoWayAt !== null)
    return refuse('already contacted', 'After a conversation a lead goes back to the pool, not to marketing.')
  return (data.note ?? '').trim() === '' ? refuse('reason needed', 'Say why it is sent back.') : null
}

function refuseAnswer(state: PersonState, kind: string, id: string): Refusal | null {
  const feedback = feedbackOf(state, id)
  if (feedback === null)
    return refuse('unknown feedback', 'There is no such feedback here; it may have been taken back.')
  if (kind === 'feedback.reopened')
    return feedback.status === 'open' ? refuse('feedback is open', 'It is open: marketing owes the answer.') : null
  return feedback.status === 'closed'
    ? refuse('feedback is settled', 'It is settled. Take it up again to go on with it.')
    : null
}

/**
 * Whether the agreement lets a person record this fact in this state: null when it does. Facts told afterwards
 * (history) and facts that claim no right are never refused. Rejection is before contact, disqualification after (domain.md 1.3).
 */
export function refusalOf(agreement: CompiledAgreement, state: PersonState, fact: Fact): Refusal | null {
  if (fact.isHistory) return null
  const attempt = openAttempt(state)
  switch (fact.kind) {
    case 'lead.accepted':
      if (attempt === null) return refuse('no open lead', 'There is no open lead to accept.')
      if (attempt.stage === 'inquiry')
        return refuse('not qualified', 'This lead has not qualified yet; marketing still owns it.')
      if (attempt.stage !== 'qualified') return refuse('already accepted', 'This lead is accepted already.')
      return null
    case 'lead.rejected':
      if (attempt === null) return refuse('no open lead', 'There is no open lead to reject.')
      if (attempt.stage === 'inquiry')
        return refuse('not qualified', 'This lead has not qualified yet; there is nothing to reject.')
      if (attempt.firstTouchAt !== null || STAGES.indexOf(attempt.stage) > STAGES.indexOf('accepted'))
        return refuse('already contacted', 'Rejecting is for before the first contact. Disqualify it instead.')
      if (!agreement.reject.has(fact.data.reason)) {
        return refuse(
          'unknown reason',
          `"${fact.data.reason}" is not a reason to reject in this agreement: ${[...agreement.reject.keys()].join(', ')}.`,
        )
      }
      return null
    case 'lead.disqualified':
      if (attempt === null) return refuse('no open lead', 'There is no open lead to disqualify.')
      return refuseDisqualify(agreement, attempt, fact.data, fact.at)
    case 'lead.returned':
      if (attempt === null) return refuse('no open lead', 'There is no open lead to send back.')
      return refuseReturn(attempt, fact.data)
    case 'lead.escalated':
      if (attempt === null) return refuse('no open lead', 'There is no open lead to ask the manager about.')
      return fact.data.note.trim() === '' ? refuse('reason needed', 'Say in a line what the manager is asked.') : null
    case 'escalation.answered':
      return attempt?.asked == null ? refuse('nothing asked', 'Nobody waits for an answer about this lead.') : null
    case 'lead.assigned':
      return attempt === null ? refuse('no open lead', 'There is no open lead to give to somebody.') : null
    case 'feedback.answered':
    case 'feedback.closed':
    case 'feedback.reopened':
      return refuseAnswer(state, fact.kind, fact.data.feedback)
    case 'deal.opened':
    case 'deal.changed':
    case 'deal.moved':
    case 'deal.won':
    case 'contract.signed':
    case 'payment.received':
    case 'deal.lost':
    case 'deal.undecided':
    case 'deal.explained':
    case 'deal.reopened':
      return refuseDeal(agreement, state, fact)
    default:
      return null
  }
}
