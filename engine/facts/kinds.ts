import { z } from 'zod'

/** Whose doing a fact is. It decides who may record it and how the story paints it. */
export type FactSide = 'prospect' | 'marketing' | 'sales' | 'deal' | 'identity' | 'time'

const text = z.string().max(2_000)
const short = z.string().max(200)
const money = { amountCents: z.int().min(0).optional(), currency: z.string().length(3).optional() }
const loose = z.record(z.string().max(100), z.union([z.string().max(4_000), z.number(), z.boolean(), z.null()]))

/** Seconds of a call. Longer than a day it is no call, but a mistaken unit. */
const callLength = z.int().min(0).max(86_400)
const contact = z.object({ note: text.optional(), durationS: z.int().min(0).optional() })

/** Who says why a deal was won or lost. */
export const SAID_BY = ['seller', 'buyer', 'survey'] as const
export const DEAL_ROLES = ['decision maker', 'champion', 'user', 'blocker', 'buyer', 'other'] as const

/** What can be known of a deal at any time. Null takes a date back; lists replace what was known. */
const dealTerms = {
  pipeline: short.optional(),
  closeDate: z.iso.date().nullable().optional(),
  nextStep: text.optional(),
  nextStepAt: z.iso.datetime({ offset: true }).nullable().optional(),
  products: z
    .array(
      z.object({
        name: short,
        quantity: z.number().min(0).max(1e9).optional(),
        unitCents: z.int().min(0).optional(),
      }),
    )
    .max(50)
    .optional(),
  people: z
    .array(z.object({ person: z.uuid().optional(), name: short.optional(), role: z.enum(DEAL_ROLES) }))
    .max(50)
    .optional(),
  /** An empty list: it was asked, and there is none. */
  competitors: z.array(short).max(20).optional(),
}
/** One reason first, and up to two more. `competitor`: who it was won against or lost to. */
const why = {
  also: z.array(short).max(2).optional(),
  saidBy: z.enum(SAID_BY).optional(),
  competitor: short.optional(),
  note: text.optional(),
}

/** What speaks for a need nobody has said: pages read, words used, deals that were lost for it. `n` of `of`. */
const needEvidence = z.object({
  kind: z.enum(['pages', 'words', 'lost deals', 'people like them']),
  text,
  n: z.int().min(1),
  of: z.int().min(1).optional(),
  facts: z.array(z.uuid()).max(20).optional(),
})

/** What is known of the person and the company, as `person.identified` brings it. Absent means unknown. */
export const traitsSchema = z.object({
  person: z
    .object({
      name: short.optional(),
      email: short.optional(),
      phone: short.optional(),
      title: short.optional(),
      role: short.optional(),
      country: short.optional(),
      region: short.optional(),
      postcode: short.optional(),
      city: short.optional(),
      language: short.optional(),
    })
    .optional(),
  account: z
    .object({
      name: short.optional(),
      domain: short.optional(),
      externalId: short.optional(),
      industry: short.optional(),
      employees: z.int().min(0).optional(),
      revenueCents: z.int().min(0).optional(),
      country: short.optional(),
      region: short.optional(),
      postcode: short.optional(),
      city: short.optional(),
      segment: short.optional(),
    })
    .optional(),
  traits: loose.optional(),
})

/**
 * Where the owner works when it differs from the agreement's calendar, and the absences known at hand-off.
 * It travels inside the fact, so that replaying the fact needs no roster.
 */
const blocks = z.array(z.object({ fromMinute: z.int().min(0).max(1440), toMinute: z.int().min(0).max(1440) }))

export const ownerCalendarSchema = z.object({
  zone: z.string().max(80),
  hours: z.object({ mon: blocks, tue: blocks, wed: blocks, thu: blocks, fri: blocks, sat: blocks, sun: blocks }),
  holidays: z.array(z.string().max(10)),
  publicHolidays: z.object({ country: z.string(), region: z.string().optional() }).optional(),
  away: z.array(z.object({ from: z.number(), to: z.number() })),
})

/**
 * Every kind of fact with the shape of its data. The noun before the dot is the variable under which an
 * agreement's expression sees the data: `form.submitted` is read as `form.name`, `page.viewed` as `page.path`.
 */
export const FACT_DATA = {
  'person.identified': traitsSchema,
  /** `proof` is what they were shown or said, word for word; where a form asked: which one, which version of the wording, in which language. */
  'consent.given': z.object({
    purpose: short,
    proof: text.optional(),
    form: short.optional(),
    version: z.int().min(0).optional(),
    language: z.string().max(40).optional(),
  }),
  'consent.withdrawn': z.object({ purpose: short }),
  /** Another person's story was joined to this one by a human; `from` is the address it had. */
  'people.merged': z.object({ from: z.uuid(), merge: z.uuid(), name: short.optional() }),
  'merge.undone': z.object({ merge: z.uuid(), person: z.uuid(), name: short.optional() }),

  'page.viewed': z.object({
    path: text,
    url: text.optional(),
    title: text.optional(),
    referrer: text.optional(),
    search: text.optional(),
  }),
  'form.submitted': z.object({
    name: short,
    path: text.optional(),
    wantsCall: z.boolean().optional(),
    fields: loose.optional(),
  }),
  'event.tracked': z.object({ name: short, properties: loose.optional() }),
  'email.opened': z.object({ name: short.optional() }),
  'email.clicked': z.object({ name: short.optional(), url: text.optional() }),
  'email.replied': z.object({
    name: short.optional(),
    text: text.optional(),
    subject: text.optional(),
    /** The message as it stands in the mailboxes of the house. */
    mail: z.uuid().optional(),
  }),
  /** A program answered for them: out of office, received, moved on. Nobody raised a hand. */
  'email.auto_replied': z.object({ subject: text.optional(), text: text.optional(), mail: z.uuid().optional() }),
  /** A mail of ours did not arrive. `hard`: the address will never take one. */
  'email.bounced': z.object({
    how: z.enum(['hard', 'soft']),
    address: z.string().max(320).optional(),
    why: text.optional(),
    subject: text.optional(),
    mail: z.uuid().optional(),
  }),
  'letter.sent': z.object({ name: short.optional() }),
  'letter.answered': z.object({ name: short.optional() }),
  'event.attended': z.object({ name: short }),
  /** `call` is the id the telephone system gave it. */
  'call.received': z.object({
    note: text.optional(),
    durationS: callLength.optional(),
    call: short.optional(),
    line: short.optional(),
  }),
  'referral.made': z.object({ by: short.optional(), note: text.optional() }),

  'lead.recorded': z.object({ note: text.optional(), externalId: short.optional() }),
  'stage.recorded': z.object({
    stage: z.enum(['inquiry', 'qualified', 'accepted', 'contacted', 'opportunity']),
    owner: z.uuid().optional(),
    note: text.optional(),
  }),
  'lead.routed': z.object({
    attempt: z.int().min(1),
    to: z.uuid().nullable(),
    pool: short,
    clause: short,
    why: z.enum(['qualified', 'misrouted', 'late', 'nobody free', 'handed back', 'owner left', 'by hand']),
    passedOver: z
      .array(z.object({ who: z.uuid(), why: short, clause: short.optional(), pool: short.optional() }))
      .max(200),
    considered: z
      .array(z.object({ clause: short, why: short }))
      .max(200)
      .optional(),
    outranked: z.array(short).max(50).optional(),
    rule: short.optional(),
    insteadOf: short.optional(),
    isCredit: z.literal(true).optional(),
    waitUntil: z.number().optional(),
    calendar: ownerCalendarSchema.nullable(),
  }),
  'lead.accepted': z.object({ note: text.optional() }),
  'lead.rejected': z.object({ reason: short, note: text.optional() }),
  'lead.disqualified': z.object({
    reason: short,
    note: text.optional(),
    recycleAt: z.iso.datetime().optional(),
    competitor: short.optional(),
  }),
  /** Without `to` it goes back to marketing. */
  'lead.returned': z.object({ note: text.optional(), to: z.enum(['marketing', 'pool']).optional() }),
  'lead.escalated': z.object({ note: text }),
  'escalation.answered': z.object({ note: text }),
  /** Given to somebody by a manager. Like `lead.routed` it carries the calendar of whoever gets it. */
  'lead.assigned': z.object({
    to: z.uuid(),
    note: text,
    calendar: ownerCalendarSchema.nullable(),
    /** They are away or no longer here, and the manager said to do it all the same. */
    isConfirmed: z.boolean().optional(),
  }),
  'owner.calendar_changed': z.object({ owner: z.uuid(), calendar: ownerCalendarSchema }),
  'owner.left': z.object({ owner: z.uuid(), why: z.enum(['deactivated', 'away']) }),

  'call.made': contact.extend({
    outcome: z.enum(['connected', 'no answer', 'voicemail', 'busy', 'wrong number']),
    durationS: callLength.optional(),
    startedAt: z.iso.datetime().optional(),
    /** The list it was made from. */
    session: z.uuid().optional(),
    /** What the prospect said, in their words. */
    words: text.optional(),
    /** Whether they had heard of the company before, where they were asked. */
    heardOfUs: z.enum(['yes', 'no', 'unsure']).optional(),
    message: short.optional(),
  }),
  /** A colleague took a call that came in. */
  'call.answered': contact.extend({
    durationS: callLength.optional(),
    call: short.optional(),
    words: text.optional(),
    recordingUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
  }),
  'email.sent': contact.extend({
    isAutomatic: z.boolean().optional(),
    subject: text.optional(),
    /** Which of the messages of the house was used. */
    message: short.optional(),
    mail: z.uuid().optional(),
  }),
  'message.sent': contact.extend({
    network: short.optional(),
    isAutomatic: z.boolean().optional(),
    message: short.optional(),
  }),
  'meeting.booked': z.object({
    startsAt: z.iso.datetime().optional(),
    note: text.optional(),
    /** Of the calendar, when it stands there. */
    meeting: z.uuid().optional(),
    name: short.optional(),
    by: z.enum(['guest', 'us']).optional(),
  }),
  'meeting.moved': z.object({
    meeting: z.uuid(),
    startsAt: z.iso.datetime(),
    by: z.enum(['guest', 'us']),
    note: text.optional(),
  }),
  'meeting.cancelled': z.object({ meeting: z.uuid(), by: z.enum(['guest', 'us']), note: text.optional() }),
  /** Nobody came. */
  'meeting.missed': z.object({ meeting: z.uuid().optional(), note: text.optional() }),
  'meeting.held': contact.extend({
    message: short.optional(),
    meeting: z.uuid().optional(),
    nextStep: text.optional(),
    /** Share of the talking that was ours, 0 to 1. */
    talkShare: z.number().min(0).max(1).optional(),
  }),
  /** What was said in a call or a chat, with its words, stands beside the story under this id. */
  'conversation.recorded': z.object({
    conversation: z.uuid(),
    how: z.enum(['call', 'chat']),
    callKind: short.optional(),
    title: short.optional(),
    durationS: callLength.optional(),
    /** The prospect's share of the talking, 0 to 1. */
    prospectShare: z.number().min(0).max(1).optional(),
    /** The call or meeting it belongs to. */
    in: z.uuid().optional(),
  }),
  'note.written': z.object({ text }),
  'need.stated': z.object({
    need: text,
    /** Said by the prospect. Otherwise it is a hypothesis, with what speaks for it. */
    isKnown: z.boolean(),
    quote: text.optional(),
    /** By which later facts name it; its own fact id when absent. */
    id: z.uuid().optional(),
    topic: short.optional(),
    /** The fact in which it was said: a call, a form, a mail. */
    in: z.uuid().optional(),
    evidence: z.array(needEvidence).max(20).optional(),
  }),
  /** What became of a need. `resolved`: something we offered meets it. */
  'need.judged': z.object({
    need: z.uuid(),
    verdict: z.enum(['supported', 'confirmed', 'refuted', 'reopened', 'resolved']),
    quote: text.optional(),
    in: z.uuid().optional(),
    note: text.optional(),
    by: z.object({ kind: z.enum(['deal', 'product', 'asset', 'message', 'other']), name: short }).optional(),
  }),
  'feedback.given': z.object({
    about: short,
    verdict: z.enum(['good', 'bad', 'neutral']),
    text: text.optional(),
    /** What it is about; the lead itself is the evidence. */
    on: z.enum(['lead', 'campaign', 'asset', 'message']).optional(),
    /** Who of marketing is asked, where the product knows whose campaign it is. */
    owner: z.uuid().optional(),
  }),
  'feedback.answered': z.object({ feedback: z.uuid(), text }),
  'feedback.closed': z.object({ feedback: z.uuid(), note: text.optional() }),
  'feedback.reopened': z.object({ feedback: z.uuid(), note: text }),

  'deal.opened': z.object({
    deal: short,
    name: short.optional(),
    ...money,
    ...dealTerms,
    need: text.optional(),
    stage: short.optional(),
    closer: z.uuid().optional(),
    sdr: z.uuid().optional(),
    details: loose.optional(),
  }),
  /** What is known of it changed; what is absent stays as it was. */
  'deal.changed': z.object({
    deal: short,
    name: short.optional(),
    ...money,
    ...dealTerms,
    closer: z.uuid().optional(),
    offerSent: z.boolean().optional(),
    document: z.uuid().optional(),
    note: text.optional(),
  }),
  /** `override`: why it moves although evidence is missing; a manager's word. */
  'deal.moved': z.object({ deal: short, stage: short, ...money, ...dealTerms, override: text.optional() }),
  'deal.won': z.object({
    deal: short,
    name: short.optional(),
    ...money,
    closer: z.uuid().optional(),
    sdr: z.uuid().optional(),
    proof: z.enum(['none', 'contract', 'payment']),
    ...why,
    reason: short.optional(),
    override: text.optional(),
    details: loose.optional(),
  }),
  'contract.signed': z.object({
    deal: short,
    ...money,
    signedBy: short.optional(),
    document: z.uuid().optional(),
    signedOn: z.iso.date().optional(),
    signatories: z.array(short).max(20).optional(),
  }),
  'payment.received': z.object({ deal: short, ...money, reference: short.optional() }),
  'deal.lost': z.object({ deal: short, reason: short, ...why }),
  /** They decided for nobody, or not to decide. */
  'deal.undecided': z.object({ deal: short, reason: short, ...why }),
  /** Why it was won or lost, told afterwards, by whoever was asked. */
  'deal.explained': z.object({ deal: short, reason: short, ...why, saidBy: z.enum(SAID_BY) }),
  'deal.reopened': z.object({ deal: short, stage: short.optional(), note: text.optional() }),

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
