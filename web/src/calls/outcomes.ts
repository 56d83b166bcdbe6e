import { IconMicrophone, IconPhoneCall, IconPhoneOff, IconPhonePause, IconPhoneX } from '@tabler/icons-react'
import type { Lead } from '../api/types.ts'

/** What can come of a call, each by one key. */
export const OUTCOMES = [
  { outcome: 'connected', key: 'c', Icon: IconPhoneCall },
  { outcome: 'no answer', key: 'n', Icon: IconPhoneOff },
  { outcome: 'voicemail', key: 'v', Icon: IconMicrophone },
  { outcome: 'busy', key: 'b', Icon: IconPhonePause },
  { outcome: 'wrong number', key: 'w', Icon: IconPhoneX },
] as const

export type Outcome = (typeof OUTCOMES)[number]['outcome']

/** The reasons of the agreement that somebody who was spoken with may be disqualified for; those of wrong data and silence are none. */
export function spokenReasons(lead: Lead | undefined): { reason: string; asksDate: boolean }[] {
  return (lead?.reasons.disqualify ?? [])
    .filter(({ needs }) => needs === null)
    .map(({ reason, asksDate }) => ({ reason, asksDate }))
}
