import {
  IconBriefcase,
  IconCalendar,
  IconClock,
  IconEye,
  IconFileText,
  IconHandStop,
  IconId,
  IconMail,
  IconMessage,
  IconPencil,
  IconPhone,
  IconTrophy,
} from '@tabler/icons-react'
import type { FactView } from '../api/types.ts'

/** The sign of a kind of fact. */
export function iconOf(kind: string) {
  if (kind === 'page.viewed') return IconEye
  if (kind === 'form.submitted') return IconFileText
  if (kind.startsWith('email.') || kind.startsWith('letter.')) return IconMail
  if (kind.startsWith('call.')) return IconPhone
  if (kind.startsWith('meeting.')) return IconCalendar
  if (kind === 'deal.won' || kind === 'contract.signed' || kind === 'payment.received') return IconTrophy
  if (kind.startsWith('deal.')) return IconBriefcase
  if (kind.startsWith('clock.')) return IconClock
  if (kind === 'lead.rejected' || kind === 'lead.disqualified') return IconHandStop
  if (kind === 'note.written' || kind.startsWith('need.')) return IconPencil
  if (kind.startsWith('person.') || kind.startsWith('consent.')) return IconId
  return IconMessage
}

/** The team a fact stands under on the rail: what the prospect does belongs to nobody. */
export function hueOf(fact: FactView): 'marketing' | 'sales' | 'none' | 'them' {
  if (fact.side === 'marketing') return 'marketing'
  if (fact.side === 'sales' || fact.side === 'deal') return 'sales'
  return fact.side === 'prospect' ? 'them' : 'none'
}
