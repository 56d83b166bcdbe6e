import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { FactOf } from '@ensemble/engine/facts/fact.ts'
import type { FactData, FactKind } from '@ensemble/engine/facts/kinds.ts'
import { type Refusal, refusalOf } from '@ensemble/engine/lifecycle/refusal.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Caller } from '../../http/endpoint.ts'
import { whyNot } from '../facts/policy.ts'
import { sayRefusal } from '../facts/say-refusal.ts'

const DAY_MS = 86_400_000

type Permission = { isAllowed: boolean; why: string | null }

function probe<K extends FactKind>(kind: K, data: FactData[K], nowMs: number): FactOf<K> {
  return {
    id: '',
    kind,
    at: nowMs,
    recordedAt: nowMs,
    source: '',
    messageId: '',
    actor: null,
    isHistory: false,
    touch: null,
    data,
  }
}

const FREE: readonly FactKind[] = [
  'note.written',
  'need.stated',
  'need.judged',
  'feedback.given',
  'meeting.booked',
  'email.sent',
  'message.sent',
  'stage.recorded',
  'person.identified',
  'fact.retracted',
]

/** What this person may do with this lead now, and why not where not. Screens show it; recordFacts enforces the same. */
export function mayDo(
  caller: Caller,
  agreement: CompiledAgreement,
  state: PersonState,
  nowMs: number,
): Record<string, Permission> {
  const owner = state.attempt?.owner ?? null
  const may: Record<string, Permission> = {}
  const language = caller.locale ?? 'en'
  const say = (refusal: Refusal | null): string | null => (refusal === null ? null : sayRefusal(refusal, language))
  const judge = (key: string, kind: FactKind, refusal: string | null): void => {
    const why = whyNot(caller, kind, owner) ?? refusal
    may[key] = { isAllowed: why === null, why }
  }
  const deal = state.deals.find((each) => each.status === 'open')?.id ?? ''
  const reject = [...agreement.reject.keys()][0] ?? ''
  judge('lead.accepted', 'lead.accepted', say(refusalOf(agreement, state, probe('lead.accepted', {}, nowMs))))
  judge(
    'lead.rejected',
    'lead.rejected',
    say(refusalOf(agreement, state, probe('lead.rejected', { reason: reject }, nowMs))),
  )
  judge('lead.returned', 'lead.returned', say(refusalOf(agreement, state, probe('lead.returned', {}, nowMs))))
  judge(
    'lead.escalated',
    'lead.escalated',
    say(refusalOf(agreement, state, probe('lead.escalated', { note: '.' }, nowMs))),
  )
  judge(
    'escalation.answered',
    'escalation.answered',
    say(refusalOf(agreement, state, probe('escalation.answered', { note: '.' }, nowMs))),
  )
  judge('deal.opened', 'deal.opened', say(refusalOf(agreement, state, probe('deal.opened', { deal: '' }, nowMs))))
  judge('deal.moved', 'deal.moved', say(refusalOf(agreement, state, probe('deal.moved', { deal, stage: '' }, nowMs))))
  judge('deal.lost', 'deal.lost', say(refusalOf(agreement, state, probe('deal.lost', { deal, reason: '' }, nowMs))))
  const hasLead = state.attempt !== null && state.attempt.outcome === 'open'
  for (const kind of ['call.made', 'meeting.held', 'deal.won', 'contract.signed', 'payment.received'] as const) {
    judge(
      kind,
      kind,
      hasLead || kind === 'contract.signed' || kind === 'payment.received'
        ? null
        : say({ code: 'no open lead', message: 'There is no open lead.' }),
    )
  }
  for (const kind of FREE) judge(kind, kind, null)
  const refusals: (string | null)[] = []
  const recycleAt = new Date(nowMs + DAY_MS).toISOString()
  for (const reason of agreement.disqualify.keys()) {
    const refusal = say(refusalOf(agreement, state, probe('lead.disqualified', { reason, recycleAt }, nowMs)))
    refusals.push(refusal)
    judge(`lead.disqualified:${reason}`, 'lead.disqualified', refusal)
  }
  judge('lead.disqualified', 'lead.disqualified', refusals.includes(null) ? null : (refusals.at(-1) ?? null))
  return may
}
