/**
 * Which facts are touches of marketing: what brought somebody to the house, or reached them. A page within a visit is none, nor is an opened
 * mail (machines open mail). A form or a recorded lead is one only when no touch came in the half hour before: else it is that visit.
 */
export const TOUCH_KINDS = {
  'page.viewed': { channel: null, isEcho: false },
  'form.submitted': { channel: null, isEcho: true },
  'lead.recorded': { channel: null, isEcho: true },
  'event.tracked': { channel: null, isEcho: true },
  'email.clicked': { channel: 'email', isEcho: false },
  'email.replied': { channel: 'email', isEcho: false },
  'letter.answered': { channel: 'direct mail', isEcho: false },
  'event.attended': { channel: 'event', isEcho: false },
  'call.received': { channel: 'phone', isEcho: false },
  'referral.made': { channel: 'referral', isEcho: false },
} as const satisfies Record<string, { channel: string | null; isEcho: boolean }>

/** A form sent so soon after an arrival belongs to it. */
export const VISIT_MS = 30 * 60_000

export const KINDS = Object.entries(TOUCH_KINDS)

/** What touches can be credited by, in the order of the book's labels. */
export const DIMENSIONS = ['channel', 'origin', 'campaign', 'landingPage', 'message'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const LEVELS = ['lead', 'opportunity', 'won'] as const
export type Level = (typeof LEVELS)[number]
