import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, pageSize } from '../../http/shapes.ts'

/** Who may join two stories: it changes whose lead is whose. */
export const MERGERS = ['admin', 'manager', 'marketer'] as const

const FIELDS = ['name', 'email', 'phone', 'title', 'role', 'country', 'region', 'city', 'language'] as const
export type MergeField = (typeof FIELDS)[number]
export const MERGE_FIELDS: readonly MergeField[] = FIELDS

const side = z.enum(['from', 'into'])
const personBrief = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    company: z.string().nullable(),
    firstSeenAt: moment,
    lastSeenAt: moment,
    facts: z.int(),
    stage: z.string().nullable(),
    outcome: z.string().nullable(),
    owner: z.string().nullable(),
  })
  .meta({ id: 'PersonBrief' })

export const duplicate = z
  .object({
    low: personBrief,
    high: personBrief,
    /** From 0 to 1: how likely they are one person. */
    certainty: z.number(),
    evidence: z.array(z.string()),
    state: z.enum(['open', 'later', 'different']),
    foundAt: moment,
  })
  .meta({ id: 'Duplicate' })

export const listDuplicates = contract({
  id: 'listDuplicates',
  method: 'GET',
  url: '/api/duplicates',
  summary: 'Pairs of identified people who may be one, the most certain first. Only a human joins them.',
  roles: EVERYONE,
  query: z.object({
    show: z.enum(['open', 'later', 'different']).default('open'),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    rows: z.array(duplicate),
    next: z.string().nullable(),
    open: z.int(),
    isOpenCounted: z.boolean(),
  }),
})

const pair = z.object({ one: z.uuid(), other: z.uuid() })

export const judgeDuplicate = contract({
  id: 'judgeDuplicate',
  method: 'POST',
  url: '/api/duplicates/judge',
  summary:
    'Says of a pair that they are not the same person (kept for good), to ask again in a week, or to ask again now.',
  roles: MERGERS,
  body: pair.extend({ verdict: z.enum(['different', 'later', 'open']) }),
  response: null,
  status: 204,
})

export const findDuplicates = contract({
  id: 'findDuplicates',
  method: 'POST',
  url: '/api/duplicates/find',
  summary: 'Looks for pairs now instead of at the next full hour.',
  roles: MERGERS,
  body: z.object({}),
  response: z.object({ found: z.int() }),
})

export const previewMerge = contract({
  id: 'previewMerge',
  method: 'GET',
  url: '/api/people/:personId/merge-preview',
  summary: 'What joining somebody into this person would do, field by field.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  query: z.object({ from: z.uuid() }),
  response: z.object({
    into: personBrief,
    from: personBrief,
    fields: z.array(
      z.object({
        field: z.enum(FIELDS),
        into: z.string().nullable(),
        from: z.string().nullable(),
        /** The side that wins unless a human says otherwise: what was said last. */
        suggested: side,
        isContested: z.boolean(),
      }),
    ),
    keys: z.array(z.object({ kind: z.string(), value: z.string() })),
    deals: z.int(),
    /** Two owners: after the merge the story decides who owns the lead, and one loses it. */
    owners: z.array(z.string()),
  }),
})

export const mergePeople = contract({
  id: 'mergePeople',
  method: 'POST',
  url: '/api/merges',
  summary:
    'Joins `from` into `into`: facts, keys and deals move, the old address leads to the new one. It can be undone.',
  roles: MERGERS,
  body: z.object({
    from: z.uuid(),
    into: z.uuid(),
    /** Which side wins a field; what is left out is what was said last. */
    chosen: z.partialRecord(z.enum(FIELDS), side).default({}),
  }),
  response: z.object({ mergeId: z.uuid(), personId: z.uuid(), facts: z.int() }),
  status: 201,
})

export const listMerges = contract({
  id: 'listMerges',
  method: 'GET',
  url: '/api/people/:personId/merges',
  summary: 'Who was merged into this person, and whether it was undone.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    merges: z.array(
      z.object({
        mergeId: z.uuid(),
        from: z.object({ id: z.uuid(), name: z.string() }),
        mergedAt: moment,
        mergedBy: z.string().nullable(),
        undoneAt: moment.nullable(),
      }),
    ),
  }),
})

export const undoMerge = contract({
  id: 'undoMerge',
  method: 'POST',
  url: '/api/merges/:mergeId/undo',
  summary: 'Takes two people apart again: what moved goes back, and what has come since under the keys of the other.',
  roles: MERGERS,
  params: z.object({ mergeId: z.uuid() }),
  response: z.object({ personId: z.uuid(), intoId: z.uuid(), facts: z.int() }),
})
