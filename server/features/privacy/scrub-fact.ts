import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { FactKind } from '@ensemble/engine/facts/kinds.ts'

const DEAL_TERMS = ['pipeline', 'closeDate', 'nextStepAt', 'products', 'competitors', 'people'] as const
const DEAL_ENDS = ['reason', 'also', 'saidBy', 'competitor'] as const

/** What of a fact counts for scores, clocks and money and names nobody. Everything that is not listed goes. */
const KEPT: Record<FactKind, readonly string[]> = {
  'person.identified': [],
  'consent.given': ['purpose'],
  'consent.withdrawn': ['purpose'],
  'people.merged': ['from', 'merge'],
  'merge.undone': ['merge', 'person'],
  'page.viewed': ['path'],
  'form.submitted': ['name', 'path', 'wantsCall'],
  'event.tracked': ['name'],
  'email.opened': ['name'],
  'email.clicked': ['name'],
  'email.replied': ['name'],
  'email.auto_replied': [],
  'email.bounced': ['how'],
  'letter.sent': ['name'],
  'letter.answered': ['name'],
  'event.attended': ['name'],
  'call.received': ['durationS'],
  'referral.made': [],
  'lead.recorded': [],
  'stage.recorded': ['stage', 'owner'],
  'lead.routed': [
    'attempt',
    'to',
    'pool',
    'clause',
    'why',
    'passedOver',
    'considered',
    'outranked',
    'rule',
    'insteadOf',
    'isCredit',
    'waitUntil',
    'calendar',
  ],
  'lead.accepted': [],
  'lead.rejected': ['reason'],
  'lead.disqualified': ['reason', 'recycleAt'],
  'lead.returned': ['to'],
  'lead.escalated': [],
  'escalation.answered': [],
  'lead.assigned': ['to', 'calendar', 'isConfirmed'],
  'owner.calendar_changed': ['owner', 'calendar'],
  'owner.left': ['owner', 'why'],
  'call.made': ['outcome', 'durationS', 'startedAt', 'session', 'heardOfUs', 'message'],
  'call.answered': ['durationS'],
  'email.sent': ['isAutomatic', 'durationS'],
  'message.sent': ['isAutomatic', 'network', 'durationS'],
  'meeting.booked': ['startsAt', 'meeting', 'name', 'by'],
  'meeting.moved': ['startsAt', 'meeting', 'by'],
  'meeting.cancelled': ['meeting', 'by'],
  'meeting.missed': ['meeting'],
  'meeting.held': ['durationS', 'meeting', 'talkShare'],
  'conversation.recorded': ['conversation', 'how', 'callKind', 'durationS', 'prospectShare'],
  'note.written': [],
  'need.stated': ['isKnown', 'id', 'topic', 'in'],
  'need.judged': ['need', 'verdict', 'in'],
  'feedback.given': ['about', 'verdict', 'on', 'owner'],
  'feedback.answered': ['feedback'],
  'feedback.closed': ['feedback'],
  'feedback.reopened': ['feedback'],
  'deal.opened': ['deal', 'amountCents', 'currency', 'closer', 'sdr', 'stage', ...DEAL_TERMS],
  'deal.changed': ['deal', 'amountCents', 'currency', 'closer', 'offerSent', 'document', ...DEAL_TERMS],
  'deal.moved': ['deal', 'stage', 'amountCents', 'currency', ...DEAL_TERMS],
  'deal.won': ['deal', 'amountCents', 'currency', 'closer', 'sdr', 'proof', ...DEAL_ENDS],
  'contract.signed': ['deal', 'amountCents', 'currency', 'signedOn', 'document'],
  'payment.received': ['deal', 'amountCents', 'currency'],
  'deal.lost': ['deal', ...DEAL_ENDS],
  'deal.undecided': ['deal', ...DEAL_ENDS],
  'deal.explained': ['deal', ...DEAL_ENDS],
  'deal.reopened': ['deal', 'stage'],
  'clock.struck': ['attempt', 'clock', 'startedAt'],
  'agreement.changed': ['version'],
  'fact.retracted': ['fact'],
}

/** Free words: that something was said stays, since the agreement may ask for it; what was said goes. */
const SAID = ['note', 'text', 'need', 'nextStep', 'override']
const GONE = 'erased'

type Data = Record<string, unknown>
export type Scrubbed = {
  data: Data
  channel: string | null
  origin: string | null
  campaign: string | null
  landingPage: string | null
}
type Rules = {
  /** Texts in lower case by which the person can be recognised. */
  words: readonly string[]
  nameDeal: (deal: string) => string
  /** What is kept of traits: values that many others share. */
  keepTraits: (data: Data) => Data
}

function isTelling(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some((word) => lower.includes(word) || lower.includes(encodeURIComponent(word).toLowerCase()))
}

function withoutQuery(text: string): string {
  return text.replace(/[?#].*$/s, '')
}

function safe(text: string | null, words: readonly string[]): string | null {
  return text === null || isTelling(text, words) ? null : text
}

/** Who took part in a deal stays as roles: stages may ask for them. */
function rolesOf(people: unknown): unknown[] {
  return Array.isArray(people)
    ? people.map((each: unknown) => ({
        role: typeof each === 'object' && each !== null && 'role' in each ? each.role : 'other',
      }))
    : []
}

/** A fact of an erased person: when, what kind, from which campaign, whose of us, how much. Nothing that names them. */
export function scrubFact(fact: Fact, { words, nameDeal, keepTraits }: Rules): Scrubbed {
  const told: Data = { ...fact.data }
  const data: Data = fact.kind === 'person.identified' ? keepTraits(told) : {}
  for (const key of KEPT[fact.kind]) {
    const value = told[key]
    if (value === undefined) continue
    if (key === 'people') data[key] = rolesOf(value)
    else if (key === 'deal') data[key] = nameDeal(String(value))
    else if (key === 'path') data[key] = safe(withoutQuery(String(value)), words) ?? '/'
    else data[key] = typeof value === 'string' && isTelling(value, words) ? GONE : value
  }
  for (const key of SAID)
    if (data[key] === undefined && typeof told[key] === 'string' && told[key] !== '') data[key] = GONE
  const touch = fact.touch
  const landingPage = touch?.landingPage ?? null
  return {
    data,
    channel: safe(touch?.channel ?? null, words),
    origin: safe(touch?.origin ?? null, words),
    campaign: safe(touch?.campaign ?? null, words),
    landingPage: landingPage === null ? null : safe(withoutQuery(landingPage), words),
  }
}
