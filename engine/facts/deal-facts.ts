import { z } from 'zod'
import { loose, money, short, text } from './fact-parts.ts'

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

/** What became of the deal, to the signed contract or the payment. */
export const DEAL_FACTS = {
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
} as const
