import { z } from 'zod'
import { moment, teamSide, userRef } from '../../http/shapes.ts'

export const words = z.string().trim().min(1).max(200)
/** A calendar day, `2026-03-31`. */
export const day = z.iso.date()
export const dealStatus = z.enum(['open', 'won', 'lost', 'undecided'])
export const proof = z.enum(['none', 'contract', 'payment'])
export const saidBy = z.enum(['seller', 'buyer', 'survey'])
export const evidenceKind = z.enum([
  'need',
  'amount',
  'next step',
  'close date',
  'decision maker',
  'competitor asked',
  'meeting held',
  'offer sent',
  'condition',
  'contract',
  'payment',
])

/** Money of some deals in one currency; currencies are never added up. */
export const dealSum = z
  .object({ currency: z.string(), amountCents: z.number(), deals: z.int() })
  .meta({ id: 'DealSum' })

/** One thing a stage or a win asks for: `says` and `mend` in the caller's language. */
export const evidenceLine = z
  .object({
    evidence: evidenceKind,
    isThere: z.boolean(),
    says: z.string(),
    /** What to do about it; null when it is there. */
    mend: z.string().nullable(),
  })
  .meta({ id: 'DealEvidence' })

export const dealRow = z
  .object({
    personId: z.uuid(),
    id: z.string(),
    name: z.string().nullable(),
    person: z.string(),
    company: z.string().nullable(),
    accountId: z.uuid().nullable(),
    pipeline: z.string(),
    stage: z.string(),
    status: dealStatus,
    /** Of a won deal: `none` is "won, unproven". */
    proof,
    amountCents: z.number().nullable(),
    currency: z.string().nullable(),
    closeDate: day.nullable(),
    owner: userRef.nullable(),
    openedAt: moment,
    /** Since when it stands in its stage. */
    stageAt: moment,
    closedAt: moment.nullable(),
    products: z.array(z.string()),
    /** Null: nobody asked yet. Empty: asked, there is none. */
    competitors: z.array(z.string()).nullable(),
    /** The primary reason first, then up to two more. */
    reasons: z.array(z.string()),
    saidBy: saidBy.nullable(),
    nextStep: z.string().nullable(),
    nextStepAt: moment.nullable(),
    /** Of its stage by the agreement; null where it is closed or the stage states none. */
    probability: z.number().nullable(),
    /** How much of the evidence to leave its stage is missing. */
    missing: z.int(),
  })
  .meta({ id: 'DealRow' })

export const dealProduct = z
  .object({
    name: z.string(),
    quantity: z.number().nullable(),
    unitCents: z.number().nullable(),
  })
  .meta({ id: 'DealProduct' })

export const dealRole = z.enum(['decision maker', 'champion', 'user', 'blocker', 'buyer', 'other'])

export const pipelineStage = z.object({
  name: z.string(),
  knownAs: z.string().nullable(),
  team: teamSide,
  /** Between 0 and 1; null where the agreement states none. */
  probability: z.number().nullable(),
  /** What must be there before a deal leaves it, in the caller's language. */
  exit: z.array(z.object({ evidence: evidenceKind, says: z.string() })),
})

export const documentKind = z.enum(['contract', 'offer', 'other'])

export const dealDocument = z
  .object({
    id: z.uuid(),
    kind: documentKind,
    name: z.string(),
    bytes: z.number(),
    pages: z.int().nullable(),
    signedOn: day.nullable(),
    signatories: z.array(z.string()),
    uploadedBy: userRef.nullable(),
    uploadedAt: moment,
    /** The `contract.signed` fact that carries it. */
    factId: z.uuid().nullable(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'DealDocument' })
