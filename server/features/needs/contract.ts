import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, rate, userRef } from '../../http/shapes.ts'

const evidence = z.object({
  kind: z.enum(['pages', 'words', 'lost deals', 'people like them']),
  text: z.string(),
  n: z.int(),
  of: z.int().nullable(),
  /** The product that lost deals have in common with theirs. */
  about: z.string().optional(),
  facts: z.array(z.uuid()),
})
const offered = z.object({ kind: z.string(), name: z.string() })

export const needView = z
  .object({
    id: z.string(),
    personId: z.uuid(),
    /** Whose need it is, where several people are asked about. */
    person: z.string().nullable(),
    need: z.string(),
    topic: z.string().nullable(),
    isKnown: z.boolean(),
    status: z.enum(['open', 'confirmed', 'refuted', 'resolved']),
    statedAt: moment,
    statedBy: userRef.nullable(),
    judgedAt: moment.nullable(),
    /** The prospect's words, and the fact in which they were said; `in` is null when they were only noted. */
    quotes: z.array(
      z.object({
        quote: z.string(),
        fact: z.uuid(),
        in: z.uuid().nullable(),
        inKind: z.string().nullable(),
        at: moment,
      }),
    ),
    evidence: z.array(evidence),
    offered: offered.nullable(),
    history: z.array(
      z.object({
        fact: z.uuid(),
        verdict: z.enum(['stated', 'supported', 'confirmed', 'refuted', 'reopened', 'resolved']),
        at: moment,
        by: userRef.nullable(),
        side: z.enum(['marketing', 'sales']).nullable(),
        quote: z.string().nullable(),
        note: z.string().nullable(),
        in: z.uuid().nullable(),
        offered: offered.nullable(),
      }),
    ),
  })
  .meta({ id: 'NeedView' })

export const needSuggestion = z
  .object({ topic: z.string(), name: z.string(), evidence: z.array(evidence) })
  .meta({ id: 'NeedSuggestion' })

export const getNeeds = contract({
  id: 'getNeeds',
  method: 'GET',
  url: '/api/people/:personId/needs',
  summary:
    'What somebody needs: what they said, with the quote and where, and hypotheses with their evidence; and what they may need besides, as the pages they read, their words and lost deals like theirs suggest.',
  roles: EVERYONE,
  params: z.object({ personId: z.uuid() }),
  response: z.object({
    needs: z.array(needView),
    suggestions: z.array(needSuggestion),
    /** Where something was said lately, so that a new need can name its place. */
    said: z.array(z.object({ fact: z.uuid(), kind: z.string(), at: moment, words: z.string().nullable() })),
  }),
})

export const getAccountNeeds = contract({
  id: 'getAccountNeeds',
  method: 'GET',
  url: '/api/accounts/:accountId/needs',
  summary: 'What everybody of a company needs.',
  roles: EVERYONE,
  params: z.object({ accountId: z.uuid() }),
  response: z.object({ needs: z.array(needView) }),
})

const topicKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use small letters, digits and hyphens')
const words = z.array(z.string().trim().min(1).max(200)).max(100)

export const needTopic = z
  .object({
    topic: topicKey,
    /** Its name by language, such as `{ "en": "…", "fr": "…" }`. */
    names: z.partialRecord(z.enum(['en', 'fr']), z.string().trim().min(1).max(120)),
    /** Pages on which it is read about; `*` stands for anything. */
    pages: z.array(z.string().trim().min(1).max(500).startsWith('/', 'a path begins with "/"')).max(100),
    /** How people say it, by language. */
    phrases: z.record(z.string().regex(/^[a-z]{2,3}$/, 'use a language such as "en"'), words),
    /** Reasons in the agreement for which deals are lost over it. */
    lostReasons: words,
    isActive: z.boolean(),
  })
  .meta({ id: 'NeedTopic' })

export const listNeedTopics = contract({
  id: 'listNeedTopics',
  method: 'GET',
  url: '/api/needs/topics',
  summary: 'The catalogue of needs: names, pages and phrases by which they are recognised.',
  roles: EVERYONE,
  response: z.object({ topics: z.array(needTopic) }),
})

export const saveNeedTopic = contract({
  id: 'saveNeedTopic',
  method: 'PUT',
  url: '/api/needs/topics/:topic',
  summary: 'Makes or changes a need of the catalogue.',
  roles: NOT_VIEWERS,
  params: z.object({ topic: topicKey }),
  body: needTopic.omit({ topic: true }),
  response: needTopic,
})

export const deleteNeedTopic = contract({
  id: 'deleteNeedTopic',
  method: 'DELETE',
  url: '/api/needs/topics/:topic',
  summary: 'Takes a need out of the catalogue. What was said under it stays in the stories.',
  roles: NOT_VIEWERS,
  params: z.object({ topic: topicKey }),
  response: null,
  status: 204,
})

export const needsReport = contract({
  id: 'needsReport',
  method: 'GET',
  url: '/api/needs/report',
  summary:
    'Which needs are met where: by segment or campaign, how many were known or suspected, confirmed against refuted, and resolved; each share with its n and interval.',
  roles: EVERYONE,
  query: z.object({
    by: z.enum(['all', 'segment', 'campaign']).default('all'),
    /** First day, and the day after the last; the last twelve months when absent. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  response: z.object({
    rows: z.array(
      z.object({
        topic: z.string().nullable(),
        need: z.string(),
        /** Segment or campaign; null for all, or where it is unknown. */
        of: z.string().nullable(),
        people: z.int(),
        known: z.int(),
        open: z.int(),
        /** Hypotheses confirmed, of those that were judged. */
        confirmed: rate,
        /** Needs that something of ours met, of those that are known or confirmed. */
        resolved: rate,
      }),
    ),
    needs: z.int(),
    people: z.int(),
    /** More facts lie in this time than are read: only the latest are counted. */
    isCut: z.boolean(),
  }),
})
