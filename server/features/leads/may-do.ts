import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { FactOf } from '@ensemble/engine/facts/fact.ts'
import type { FactData, FactKind } from '@ensemble/engine/facts/kinds.ts'
import { refusalOf } from '@ensemble/engine/lifecycle/refusal.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Caller } from '../../http/endpoint.ts'
import { whyNot } from '../facts/policy.ts'

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
  const judge = (key: string, kind: FactKind, refusal: string | null): void => {
    const why = whyNot(caller, kind, owner) ?? refusal
    may[key] = { isAllowed: why === null, why }
  }
  const deal = state.deals.find((each) => each.status === 'open')?.id ?? ''
  const reject = [...agreement.reject.keys()][0] ?? ''
  judge(
    'lead.accepted',
    'lead.accepted',
    refusalOf(agreement, state, probe('lead.accepted', {}, nowMs))?.message ?? null,
  )
  judge(
    'lead.rejected',
    'lead.rejected',
    refusalOf(agreement, state, probe('lead.rejected', { reason: reject }, nowMs))?.message ?? null,
  )
  judge(
    'lead.returned',
    'lead.returned',
    refusalOf(agreement, state, probe('lead.returned', {}, nowMs))?.message ?? null,
  )
  judge(
    'deal.opened',
    'deal.opened',
    refusalOf(agreement, state, probe('deal.opened', { deal: '' }, nowMs))?.message ?? null,
  )
  judge(
    'deal.moved',
    'deal.moved',
    refusalOf(agreement, state, probe('deal.moved', { deal, stage: '' }, nowMs))?.message ?? null,
  )
  judge(
    'deal.lost',
    'deal.lost',
    refusalOf(agreement, state, probe('deal.lost', { deal, reason: '' }, nowMs))?.message ?? null,
  )
  const hasLead = state.attempt !== null && state.attempt.outcome === 'open'
  for (const kind of ['call.made', 'meeting.held', 'deal.won', 'contract.signed', 'payment.received'] as const) {
    judge(
      kind,
      kind,
      hasLead || kind === 'contract.signed' || kind === 'payment.received' ? null : 'There is no open lead.',
    )
  }
  for (const kind of FREE) judge(kind, kind, null)
  const refusals: (string | null)[] = []
  const recycleAt = new Date(nowMs + DAY_MS).toISOString()
  for (const reason of agreement.disqualify.keys()) {
    const refusal =
      refusalOf(agreement, state, probe('lead.disqualified', { reason, recycleAt }, nowMs))?.message ?? null
    refusals.push(refusal)
    judge(`lead.disqualified:${reason}`, 'lead.disqualified', refusal)
  }
  judge('lead.disqualified', 'lead.disqualified', refusals.includes(null) ? null : (refusals.at(-1) ?? null))
  return may
}
