import { FACT_KINDS, type FactKind, isFactKind } from '@ensemble/engine/facts/kinds.ts'
import type { Role } from '../../http/contract.ts'
import type { Caller } from '../../http/endpoint.ts'

/** Kinds only the product itself records. */
const OWN: readonly FactKind[] = [
  'lead.routed',
  'people.merged',
  'merge.undone',
  'lead.assigned',
  'clock.struck',
  'owner.calendar_changed',
  'agreement.changed',
  'call.answered',
  'email.auto_replied',
  'email.bounced',
]
/** Kinds that act on a lead as its owner. */
const AS_OWNER: readonly FactKind[] = [
  'lead.accepted',
  'lead.rejected',
  'lead.disqualified',
  'lead.returned',
  'lead.escalated',
  'call.made',
  'email.sent',
  'message.sent',
  'meeting.booked',
  'meeting.moved',
  'meeting.cancelled',
  'meeting.missed',
  'meeting.held',
  'deal.opened',
  'deal.changed',
  'deal.moved',
  'deal.won',
  'contract.signed',
  'payment.received',
  'deal.lost',
  'deal.undecided',
  'deal.explained',
  'deal.reopened',
]
const BOTH_TEAMS: readonly FactKind[] = [
  'conversation.recorded',
  'note.written',
  'need.stated',
  'need.judged',
  'feedback.given',
  'feedback.closed',
  'feedback.reopened',
  'person.identified',
  'consent.given',
  'consent.withdrawn',
  'fact.retracted',
]

/** Whether a role may record a kind of fact at all. */
export function mayRecord(role: Role, kind: FactKind): boolean {
  if (role === 'viewer' || OWN.includes(kind)) return false
  if (role === 'admin' || role === 'manager') return true
  if (BOTH_TEAMS.includes(kind)) return true
  const isSales = AS_OWNER.includes(kind)
  const { side } = FACT_KINDS[kind]
  if (role === 'seller')
    return (
      isSales ||
      kind === 'call.received' ||
      kind === 'email.replied' ||
      kind === 'referral.made' ||
      kind === 'lead.recorded'
    )
  return !isSales && (side === 'prospect' || side === 'marketing')
}

const ROLES_FR: Record<Role, string> = {
  admin: 'administrateur',
  manager: 'responsable',
  marketer: 'marketing',
  seller: 'commercial',
  viewer: 'lecteur',
}

/** Why this person may not record this on a lead with this owner; null when they may. Sellers act on their own leads and on nobody's. */
export function whyNot(caller: Caller, kind: string, owner: string | null): string | null {
  const isFrench = caller.locale === 'fr'
  if (!isFactKind(kind)) return isFrench ? `« ${kind} » n’est pas un type de fait.` : `"${kind}" is no kind of fact.`
  if (OWN.includes(kind))
    return isFrench ? `Seul Ensemble enregistre ${kind}.` : `Only Ensemble itself records ${kind}.`
  if (!mayRecord(caller.role, kind)) {
    return isFrench
      ? `Le rôle ${ROLES_FR[caller.role]} ne permet pas cela.`
      : `The role ${caller.role} may not record ${kind}.`
  }
  if (caller.role !== 'seller' || !AS_OWNER.includes(kind) || owner === null || owner === caller.id) return null
  return isFrench ? 'Ce prospect est à un autre commercial.' : 'This lead is another seller’s.'
}
