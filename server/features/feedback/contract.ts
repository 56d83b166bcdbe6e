import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, pageSize, userRef } from '../../http/shapes.ts'

export const feedbackRow = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    /** The lead that is the evidence. */
    lead: z.object({ name: z.string(), company: z.string().nullable(), grade: z.string().nullable() }),
    verdict: z.enum(['good', 'bad', 'neutral']),
    on: z.enum(['lead', 'campaign', 'asset', 'message']).nullable(),
    about: z.string(),
    text: z.string().nullable(),
    campaign: z.string().nullable(),
    givenAt: moment,
    givenBy: userRef.nullable(),
    /** Who of marketing is asked; null: their managers. */
    owner: userRef.nullable(),
    status: z.enum(['open', 'answered', 'closed']),
    dueAt: moment.nullable(),
    isLate: z.boolean(),
    answeredAt: moment.nullable(),
    answer: z.object({ text: z.string(), by: userRef.nullable(), at: moment }).nullable(),
    closedAt: moment.nullable(),
  })
  .meta({ id: 'FeedbackRow' })

export const listFeedback = contract({
  id: 'listFeedback',
  method: 'GET',
  url: '/api/feedback',
  summary: 'What sales said of what marketing did, and what came of it: newest first, by keyset.',
  roles: EVERYONE,
  query: z.object({
    /** `mine`: given by me, or asked of me; `late`: past the term of the agreement and not answered, or answered too late. */
    of: z.enum(['all', 'mine', 'open', 'answered', 'late', 'closed']).default('all'),
    campaign: z.string().max(200).optional(),
    /** All names that lead to this campaign. */
    campaignId: z.uuid().optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ now: moment, feedback: z.array(feedbackRow), next: cursor.nullable() }),
})

export const getFeedbackCounts = contract({
  id: 'getFeedbackCounts',
  method: 'GET',
  url: '/api/feedback/counts',
  summary: 'How many loops are open, late and closed, and how long answers took.',
  roles: EVERYONE,
  response: z.object({
    all: z.int(),
    mine: z.int(),
    open: z.int(),
    answered: z.int(),
    late: z.int(),
    closed: z.int(),
    good: z.int(),
    bad: z.int(),
    /** From given to the first answer, over the last 90 days. */
    answerTime: z.object({ n: z.int(), medianMs: z.number().nullable() }),
    /** The clause that promises the answer, in words; null when the agreement in force promises none. */
    promise: z.object({ clause: z.string(), sentence: z.string() }).nullable(),
  }),
})
