import { z } from 'zod'
import { short, text } from './fact-parts.ts'

/** What speaks for a need nobody has said: pages read, words used, deals that were lost for it. `n` of `of`. */
const needEvidence = z.object({
  kind: z.enum(['pages', 'words', 'lost deals', 'people like them']),
  text,
  n: z.int().min(1),
  of: z.int().min(1).optional(),
  /** The product that lost deals have in common with theirs. */
  about: short.optional(),
  facts: z.array(z.uuid()).max(20).optional(),
})

/** What was learnt and said about it: notes, needs, feedback between the teams. */
export const LEARNT_FACTS = {
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
} as const
