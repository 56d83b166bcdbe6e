import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { FactOf } from '@ensemble/engine/facts/fact.ts'
import type { FactData, FactKind } from '@ensemble/engine/facts/kinds.ts'
import { refusalOf } from '@ensemble/engine/lifecycle/refusal.ts'
import type { DealState, PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { Caller } from '../../http/endpoint.ts'
import { whyNot } from '../facts/policy.ts'
import { sayRefusal } from '../facts/say-refusal.ts'

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

type Judged = { caller: Caller; agreement: CompiledAgreement; state: PersonState; deal: DealState; nowMs: number }

/** What this person may do with a deal now, and why not where not. Evidence that is missing is shown beside it, and refuses nothing here. */
export function mayDeal({ caller, agreement, state, deal, nowMs }: Judged): Record<string, Permission> {
  const owner = deal.closer === caller.id ? caller.id : (state.attempt?.owner ?? null)
  const language = caller.locale ?? 'en'
  const [reason = ''] = agreement.winLoss.says.keys()
  const id = { deal: deal.id }
  const signed = { ...id, document: '00000000-0000-4000-8000-000000000000', amountCents: 1 }
  const facts = [
    probe('deal.changed', id, nowMs),
    probe('deal.moved', { ...id, stage: deal.stage, override: 'probe' }, nowMs),
    probe('deal.won', { ...id, proof: 'none' }, nowMs),
    probe('contract.signed', signed, nowMs),
    probe('payment.received', signed, nowMs),
    probe('deal.lost', { ...id, reason }, nowMs),
    probe('deal.undecided', { ...id, reason }, nowMs),
    probe('deal.explained', { ...id, reason, saidBy: 'buyer' }, nowMs),
    probe('deal.reopened', id, nowMs),
  ]
  const may: Record<string, Permission> = {}
  for (const fact of facts) {
    const refusal = refusalOf(agreement, state, fact)
    const isAsked = refusal !== null && (refusal.code === 'evidence missing' || refusal.code === 'unknown stage')
    const why = whyNot(caller, fact.kind, owner) ?? (refusal === null || isAsked ? null : sayRefusal(refusal, language))
    may[fact.kind] = { isAllowed: why === null, why }
  }
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  const onlyManagers =
    language === 'fr'
      ? 'Seul un responsable fait avancer une affaire malgré des preuves manquantes.'
      : 'Only a manager moves a deal although evidence is missing.'
  may.override = { isAllowed: isManager, why: isManager ? null : onlyManagers }
  may.upload = may['contract.signed'] ?? { isAllowed: false, why: null }
  may.download =
    caller.role === 'viewer'
      ? {
          isAllowed: false,
          why: language === 'fr' ? 'Le rôle lecteur n’ouvre pas les documents.' : 'The role viewer opens no documents.',
        }
      : { isAllowed: true, why: null }
  return may
}
