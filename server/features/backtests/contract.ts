import { NUMBERS } from '@ensemble/engine/backtest/figures.ts'
import { TRAITS } from '@ensemble/engine/backtest/segment.ts'
import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { cursor, moment, pageSize, rate, userRef } from '../../http/shapes.ts'
import { backtestReport, liveReport, segment } from './figures-shape.ts'

const days = z.object({
  /** First day, included. */
  from: z.iso.date(),
  /** Day after the last, excluded. */
  to: z.iso.date(),
})
const period = days.extend({
  /** Only leads with these; an empty text is the leads without. */
  segment: segment.default({}),
})
const params = z.object({ backtestId: z.uuid() })

const status = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])

const summary = z
  .object({
    id: z.uuid(),
    status,
    /** The saved version that was tried; null for a text that was not saved. */
    version: z.int().nullable(),
    from: z.string(),
    to: z.string(),
    segment,
    /** 0 to 1. */
    progress: z.number(),
    error: z.string().nullable(),
    createdBy: userRef.nullable(),
    createdAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'BacktestSummary' })

export const backtestView = summary
  .extend({ document: z.string(), report: backtestReport.nullable() })
  .meta({ id: 'BacktestView' })

export const startBacktest = contract({
  id: 'startBacktest',
  method: 'POST',
  url: '/api/backtests',
  summary:
    'Tries a draft on the past, in the background: a document, or a saved version. A document with problems is refused.',
  roles: NOT_VIEWERS,
  body: period.extend({ document: z.string().max(1_000_000).optional(), version: z.int().min(1).optional() }),
  response: summary,
  status: 201,
})

export const tryLive = contract({
  id: 'tryOnPastLive',
  method: 'POST',
  isQuestion: true,
  url: '/api/backtests/live',
  summary:
    'The headline figures of a document on the past, at once: the history is held in memory for some minutes. Stores nothing; asking again drops what the same person asked before (409).',
  roles: NOT_VIEWERS,
  body: period.extend({ document: z.string().max(1_000_000) }),
  response: liveReport,
})

export const listSegments = contract({
  id: 'listBacktestSegments',
  method: 'GET',
  url: '/api/backtests/segments',
  summary: 'What the leads first met in a period can be told apart by, with how many there are of each.',
  roles: EVERYONE,
  query: days,
  response: z.object({
    leads: z.int(),
    traits: z.array(
      z.object({
        name: z.enum(TRAITS),
        /** The most frequent first; an empty text stands for the leads without. */
        values: z.array(z.object({ value: z.string(), leads: z.int() })),
        others: z.int(),
      }),
    ),
  }),
})

export const checkCondition = contract({
  id: 'checkSegmentCondition',
  method: 'POST',
  isQuestion: true,
  url: '/api/backtests/conditions',
  summary: 'Whether the condition of a segment can be read, and what it says in words. Stores nothing.',
  roles: EVERYONE,
  query: z.object({ language: z.enum(['en', 'fr']).default('en') }),
  body: z.object({ when: z.string().max(4_000) }),
  response: z.object({
    /** Null when it cannot be read. */
    says: z.string().nullable(),
    problems: z.array(z.object({ where: z.string(), what: z.string(), mend: z.string() })),
  }),
})

export const listBacktests = contract({
  id: 'listBacktests',
  method: 'GET',
  url: '/api/backtests',
  summary: 'The latest back-tests, newest first.',
  roles: EVERYONE,
  response: z.object({ backtests: z.array(summary) }),
})

export const getBacktest = contract({
  id: 'getBacktest',
  method: 'GET',
  url: '/api/backtests/:backtestId',
  summary: 'One back-test: how far it is, and its answer when it is done.',
  roles: EVERYONE,
  params,
  response: backtestView,
})

export const listSameDraft = contract({
  id: 'listSameDraft',
  method: 'GET',
  url: '/api/backtests/:backtestId/same-draft',
  summary: 'The latest try of the same text on each period and segment, in order of period, with what can be compared.',
  roles: EVERYONE,
  params,
  response: z.object({
    tries: z.array(
      z.object({
        id: z.uuid(),
        from: z.string(),
        to: z.string(),
        segment,
        inForceVersion: z.int(),
        leads: z.int(),
        qualified: rate,
        inForce: rate,
        /** Won of the qualified under the draft, and of all leads. */
        won: rate,
        wonOfAll: rate,
        /** Of the won leads, those that the draft catches. */
        caught: rate,
      }),
    ),
  }),
})

export const cancelBacktest = contract({
  id: 'cancelBacktest',
  method: 'POST',
  url: '/api/backtests/:backtestId/cancellation',
  summary: 'Stops a back-test that is waiting or running.',
  roles: NOT_VIEWERS,
  params,
  response: summary,
})

export const listBacktestLeads = contract({
  id: 'listBacktestLeads',
  method: 'GET',
  url: '/api/backtests/:backtestId/leads',
  summary: 'The leads behind a number of the answer, in order of first contact. Kept for the latest back-tests.',
  roles: EVERYONE,
  params,
  query: z.object({
    number: z.enum(NUMBERS).default('seen'),
    grade: z.string().max(2).optional(),
    seller: z.uuid().optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    leads: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        company: z.string().nullable(),
        channel: z.string().nullable(),
        draftAt: moment.nullable(),
        inForceAt: moment.nullable(),
        reallyAt: moment.nullable(),
        grade: z.string().nullable(),
        seller: userRef.nullable(),
        wonAt: moment.nullable(),
        wonCents: z.number().nullable(),
      }),
    ),
    next: cursor.nullable(),
  }),
})

const suggestedClause = z.object({
  clause: z.string(),
  when: z.string(),
  because: z.string(),
  leads: z.int(),
  won: rate,
  chance: z.number(),
})

export const suggestAgreement = contract({
  id: 'suggestAgreement',
  method: 'POST',
  url: '/api/backtests/suggestions',
  summary:
    'Drafts an agreement from what came of the leads of a period: the version in force, with who may be called first by where they came from. Stores nothing.',
  roles: NOT_VIEWERS,
  body: period.extend({ perWeek: z.int().min(1).max(1_000_000).nullable().default(null) }),
  response: z.object({
    from: z.string(),
    to: z.string(),
    basedOn: z.int(),
    knownUntil: moment,
    perWeek: z.number().nullable(),
    document: z.string(),
    clauses: z.array(suggestedClause),
    cells: z.array(
      z.object({
        origin: z.string().nullable(),
        landingPage: z.string().nullable(),
        isRest: z.boolean(),
        leads: z.int(),
        won: rate,
        chance: z.number(),
        isTaken: z.boolean(),
      }),
    ),
    leads: z.int(),
    taken: z.int(),
    takenPerWeek: z.number(),
    won: rate,
    average: rate,
  }),
})
