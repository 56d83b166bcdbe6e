import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, pageSize, rate, userRef } from '../../http/shapes.ts'
import { leadRow } from '../leads/contract.ts'

export const promiseClock = z.enum(['acceptance', 'first contact', 'attempts', 'verdict', 'next step'])
const letter = z.enum(['A', 'B', 'C', 'D'])

const question = z.object({
  /** The week or month that `from` is in, today without it; or the days from `from` (included) to `to` (excluded). */
  period: z.enum(['week', 'month', 'custom']).default('week'),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** A segment: a seller, a team of sales, a channel, a grade (A1) or its letter (A). */
  person: z.uuid().optional(),
  team: z.uuid().optional(),
  channel: z.string().max(200).optional(),
  grade: z
    .string()
    .regex(/^[A-D][1-4]?$/)
    .optional(),
})

/** What became of promises; `rate` is kept of kept and broken, those still within their term excluded. */
const tally = z.object({ kept: z.int(), broken: z.int(), running: z.int(), rate }).meta({ id: 'PromiseTally' })

/** A median with its number: elapsed and working time, in milliseconds. */
const delay = z
  .object({ n: z.int(), medianMs: z.number().nullable(), medianWorkedMs: z.number().nullable() })
  .meta({ id: 'PromiseDelay' })

/** One line of a delivery of marketing: the whole, or its part of one letter. Amounts are leads, or cents of `currency`. */
const deliveryLine = z
  .object({
    clause: z.string(),
    sentence: z.string(),
    because: z.string().nullable(),
    letter: letter.nullable(),
    channel: z.string().nullable(),
    unit: z.enum(['leads', 'value']),
    currency: z.string().nullable(),
    goal: z.number(),
    actual: z.number(),
    expected: z.number(),
    daily: z.number().nullable(),
    attainment: z.number().nullable(),
    pace: z.number().nullable(),
    required: z.number().nullable(),
    projected: z.number().nullable(),
    status: z.enum(['on track', 'at risk', 'behind']).nullable(),
    /** Sums up to the end of each day. `usual` follows the weekdays of the last 13 weeks; `actual` is null for days to come. */
    days: z.array(
      z.object({
        date: z.string(),
        isWorking: z.boolean(),
        expected: z.number(),
        usual: z.number().nullable(),
        actual: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'DeliveryLine' })

const handoff = z.object({
  clause: z.string(),
  sentence: z.string(),
  because: z.string().nullable(),
  kept: z.int(),
  broken: z.int(),
  rate,
  missing: z.array(z.object({ what: z.string(), leads: z.int() })),
})

const salesPromise = tally
  .extend({
    clock: promiseClock,
    clause: z.string(),
    sentence: z.string(),
    because: z.string().nullable(),
  })
  .meta({ id: 'SalesPromise' })

/** A seller or a team: the promises by clock, and how long the first touch took. */
const groupRow = z.object({
  id: z.uuid().nullable(),
  name: z.string(),
  team: z.string().nullable(),
  promises: z.array(tally.extend({ clock: promiseClock })),
  human: delay,
})

export const getPromises = contract({
  id: 'getPromises',
  method: 'GET',
  url: '/api/promises',
  summary:
    'What both sides promised each other and what came of it in a period: deliveries as a burn-up, promises of sales kept and broken.',
  roles: EVERYONE,
  query: question,
  response: z.object({
    from: z.string(),
    to: z.string(),
    asOf: moment,
    version: z.int(),
    marketing: z.object({
      lines: z.array(deliveryLine),
      handoff: handoff.nullable(),
      /** Answers to what sales reported back; `running` are those still within their term now. */
      feedback: tally
        .extend({ clause: z.string(), sentence: z.string(), because: z.string().nullable(), answer: delay })
        .nullable(),
    }),
    sales: z.object({
      promises: z.array(salesPromise),
      /** Assigned to first touch, by the owner's working time and as elapsed. */
      human: delay,
      /** Qualified to assigned. */
      system: delay,
      acceptance: rate.extend({ accepted: z.int(), rejected: z.int(), undecided: z.int() }),
      /** The same over the last 30 days, and whether it is an alarm. */
      acceptance30Days: rate.extend({ isAlarm: z.boolean() }),
      followUp: rate,
      coding: rate,
      feedback: delay,
    }),
    people: z.array(groupRow),
    teams: z.array(groupRow),
    /** Channels of the latest leads, to choose from. */
    channels: z.array(z.string()),
    /** How it is counted, in the caller's language. */
    definition: z.string(),
  }),
})

export const listPromiseRows = contract({
  id: 'listPromiseRows',
  method: 'GET',
  url: '/api/promises/rows',
  summary: 'The leads behind a number of the board, latest first; `at` is the moment that makes them count.',
  roles: EVERYONE,
  query: question.extend({
    of: z.enum([
      'delivered',
      'given',
      'not given',
      'kept',
      'broken',
      'running',
      'touched first',
      'accepted',
      'rejected',
      'undecided',
      'followed up',
      'forgotten',
      'coded',
      'uncoded',
      'uncontacted today',
      'shallow today',
    ]),
    /** For kept, broken and running. */
    clock: promiseClock.optional(),
    /** For delivered: the letter at qualification. */
    letter: letter.optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ leads: z.array(leadRow.extend({ at: moment })), next: cursor.nullable() }),
})

export const getPromisesToday = contract({
  id: 'getPromisesToday',
  method: 'GET',
  url: '/api/promises/today',
  summary:
    'The list nobody wants to be on: leads not contacted within the promise, and leads two weeks old with fewer attempts than promised, by seller.',
  roles: EVERYONE,
  response: z.object({
    asOf: moment,
    attemptsPromised: z.int().nullable(),
    sellers: z.array(
      z.object({
        user: userRef.nullable(),
        uncontacted: z.int(),
        shallow: z.int(),
        /** The worst of them; the rows of each number have all. */
        leads: z.array(leadRow.extend({ why: z.enum(['uncontacted', 'shallow']), since: moment })),
      }),
    ),
  }),
})
