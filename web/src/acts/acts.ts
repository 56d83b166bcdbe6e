import {
  IconArrowBackUp,
  IconBan,
  IconCalendarCheck,
  IconCalendarPlus,
  IconCheck,
  IconLifebuoy,
  IconMicrophone,
  IconPhoneCall,
  IconPhoneOff,
  IconTrophy,
  IconX,
} from '@tabler/icons-react'

/** What a seller can say about a lead with one key. `kind` is the fact it becomes. */
export const ACTS = [
  { id: 'accept', key: 'a', kind: 'lead.accepted', Icon: IconCheck },
  { id: 'contacted', key: 'c', kind: 'call.made', Icon: IconPhoneCall },
  { id: 'noAnswer', key: 'n', kind: 'call.made', Icon: IconPhoneOff },
  { id: 'voicemail', key: 'v', kind: 'call.made', Icon: IconMicrophone },
  { id: 'meeting', key: 'm', kind: 'meeting.held', Icon: IconCalendarCheck },
  { id: 'book', key: 'p', kind: 'meeting.booked', Icon: IconCalendarPlus },
  { id: 'reject', key: 'r', kind: 'lead.rejected', Icon: IconX },
  { id: 'disqualify', key: 'q', kind: 'lead.disqualified', Icon: IconBan },
  { id: 'sendBack', key: 'b', kind: 'lead.returned', Icon: IconArrowBackUp },
  { id: 'escalate', key: 'e', kind: 'lead.escalated', Icon: IconLifebuoy },
  { id: 'won', key: 'w', kind: 'deal.won', Icon: IconTrophy },
] as const

export type Act = (typeof ACTS)[number]
export type ActId = Act['id'] | 'note' | 'need' | 'feedback'

/** Acts that ask something first. */
export const ASKING = [
  'reject',
  'disqualify',
  'sendBack',
  'escalate',
  'won',
  'note',
  'need',
  'feedback',
  'book',
] as const
export type AskingAct = (typeof ASKING)[number]

/** True when the act opens a dialog before anything is recorded. */
export function isAsking(act: ActId): act is AskingAct {
  return ASKING.some((one) => one === act)
}

/** The data of the fact an act becomes when nothing has to be asked. */
export function dataOf(act: ActId): Record<string, unknown> {
  switch (act) {
    case 'contacted':
      return { outcome: 'connected' }
    case 'noAnswer':
      return { outcome: 'no answer' }
    case 'voicemail':
      return { outcome: 'voicemail' }
    default:
      return {}
  }
}

/** The fact kind of any act. */
export function kindOf(act: ActId): string {
  if (act === 'note') return 'note.written'
  if (act === 'feedback') return 'feedback.given'
  return ACTS.find((one) => one.id === act)?.kind ?? 'need.stated'
}

/** The act a lead waits for at its stage: it is the one button that stands out. */
export function expectedAct(stage: string): Act['id'] {
  switch (stage) {
    case 'inquiry':
    case 'qualified':
      return 'accept'
    case 'accepted':
      return 'contacted'
    case 'contacted':
      return 'meeting'
    default:
      return 'won'
  }
}
