import { z } from 'zod'
import { CONTACT_FACTS } from './contact-facts.ts'
import { DEAL_FACTS } from './deal-facts.ts'
import { short, text } from './fact-parts.ts'
import { LEAD_FACTS } from './lead-facts.ts'
import { LEARNT_FACTS } from './learnt-facts.ts'
import { PROSPECT_FACTS } from './prospect-facts.ts'

/** Whose doing a fact is. It decides who may record it and how the story paints it. */
export type FactSide = 'prospect' | 'marketing' | 'sales' | 'deal' | 'identity' | 'time'

/**
 * Every kind of fact with the shape of its data. The noun before the dot is the variable under which an
 * agreement's expression sees the data: `form.submitted` is read as `form.name`, `page.viewed` as `page.path`.
 */
export const FACT_DATA = {
  ...PROSPECT_FACTS,
  ...LEAD_FACTS,
  ...CONTACT_FACTS,
  ...LEARNT_FACTS,
  ...DEAL_FACTS,
  'clock.struck': z.object({ attempt: z.int().min(0), clock: short, startedAt: z.number() }),
  /** A version came into force that says what becomes of running clocks. Recorded by the product, at that moment. */
  'agreement.changed': z.object({ version: z.int().min(1) }),
  'fact.retracted': z.object({ fact: z.uuid(), note: text.optional() }),
} as const

export type FactKind = keyof typeof FACT_DATA
export type FactData = { [K in FactKind]: z.infer<(typeof FACT_DATA)[K]> }

type KindTraits = {
  side: FactSide
  /** Order among facts of one millisecond: who someone is, what they did, what was recorded, what we did, what followed. */
  rank: number
  /** The prospect raises a hand: opens the first attempt, or attempt N+1 after a closed one. */
  isHandRaise?: boolean
  /** A person of the owner's side reached out; it stops a clock (domain.md 2.4: automatic mail does not count). */
  isTouch?: boolean
}

export const FACT_KINDS: { [K in FactKind]: KindTraits } = {
  'person.identified': { side: 'identity', rank: 0 },
  'consent.given': { side: 'identity', rank: 0 },
  'consent.withdrawn': { side: 'identity', rank: 0 },
  'people.merged': { side: 'identity', rank: 0 },
  'merge.undone': { side: 'identity', rank: 8 },
  'page.viewed': { side: 'prospect', rank: 1 },
  'form.submitted': { side: 'prospect', rank: 1, isHandRaise: true },
  'event.tracked': { side: 'prospect', rank: 1 },
  'email.opened': { side: 'prospect', rank: 1 },
  'email.clicked': { side: 'prospect', rank: 1 },
  'email.replied': { side: 'prospect', rank: 1, isHandRaise: true },
  'email.auto_replied': { side: 'time', rank: 1 },
  'email.bounced': { side: 'time', rank: 4 },
  'letter.sent': { side: 'marketing', rank: 1 },
  'letter.answered': { side: 'prospect', rank: 1, isHandRaise: true },
  'event.attended': { side: 'prospect', rank: 1, isHandRaise: true },
  'call.received': { side: 'prospect', rank: 1, isHandRaise: true },
  'referral.made': { side: 'prospect', rank: 1, isHandRaise: true },
  'lead.recorded': { side: 'marketing', rank: 2, isHandRaise: true },
  'stage.recorded': { side: 'marketing', rank: 2 },
  'lead.routed': { side: 'time', rank: 6 },
  'lead.accepted': { side: 'sales', rank: 3 },
  'lead.rejected': { side: 'sales', rank: 4 },
  'lead.disqualified': { side: 'sales', rank: 4 },
  'lead.returned': { side: 'sales', rank: 4 },
  'lead.escalated': { side: 'sales', rank: 4 },
  'escalation.answered': { side: 'sales', rank: 4 },
  'lead.assigned': { side: 'sales', rank: 4 },
  'owner.calendar_changed': { side: 'time', rank: 6 },
  'owner.left': { side: 'time', rank: 6 },
  'call.made': { side: 'sales', rank: 3, isTouch: true },
  'call.answered': { side: 'sales', rank: 3, isTouch: true },
  'email.sent': { side: 'sales', rank: 3, isTouch: true },
  'message.sent': { side: 'sales', rank: 3, isTouch: true },
  'meeting.booked': { side: 'sales', rank: 3, isTouch: true },
  'meeting.moved': { side: 'sales', rank: 3 },
  'meeting.cancelled': { side: 'sales', rank: 3 },
  'meeting.missed': { side: 'sales', rank: 3 },
  'meeting.held': { side: 'sales', rank: 3, isTouch: true },
  'conversation.recorded': { side: 'sales', rank: 3 },
  'note.written': { side: 'sales', rank: 3 },
  'need.stated': { side: 'sales', rank: 3 },
  'need.judged': { side: 'sales', rank: 4 },
  'feedback.given': { side: 'sales', rank: 3 },
  'feedback.answered': { side: 'marketing', rank: 4 },
  'feedback.closed': { side: 'sales', rank: 5 },
  'feedback.reopened': { side: 'sales', rank: 5 },
  'deal.opened': { side: 'deal', rank: 4 },
  'deal.changed': { side: 'deal', rank: 5 },
  'deal.moved': { side: 'deal', rank: 5 },
  'deal.won': { side: 'deal', rank: 5 },
  'contract.signed': { side: 'deal', rank: 5 },
  'payment.received': { side: 'deal', rank: 5 },
  'deal.lost': { side: 'deal', rank: 5 },
  'deal.undecided': { side: 'deal', rank: 5 },
  'deal.explained': { side: 'deal', rank: 6 },
  'deal.reopened': { side: 'deal', rank: 5 },
  'clock.struck': { side: 'time', rank: 7 },
  'agreement.changed': { side: 'time', rank: 6 },
  'fact.retracted': { side: 'identity', rank: 8 },
}

/** True for one of the kinds this version knows. */
export function isFactKind(kind: string): kind is FactKind {
  return Object.hasOwn(FACT_DATA, kind)
}
