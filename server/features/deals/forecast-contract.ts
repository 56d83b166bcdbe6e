import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, rate, userRef } from '../../http/shapes.ts'
import { day, dealStatus, dealSum, proof, words } from './shapes.ts'

const band = z.object({
  /** Expected money. */
  cents: z.number(),
  lowCents: z.number().nullable(),
  highCents: z.number().nullable(),
})

export const getForecast = contract({
  id: 'getForecast',
  method: 'GET',
  url: '/api/forecast',
  summary:
    'What open deals will bring, by month of close date and currency, in three ways beside each other: by the probability of the stage, by own history, by seller with their past accuracy. `asOf` in the past shows what was to be foreseen then. Down to the rows: `listDeals` with `status=open`, `closeFrom`, `closeTo`; of the past: `listForecastPast`.',
  roles: EVERYONE,
  query: z.object({
    pipeline: words.optional(),
    owner: z.uuid().optional(),
    /** First month, `2026-11`; this month when absent. */
    from: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month such as 2026-11')
      .optional(),
    months: z.coerce.number().int().min(1).max(12).default(6),
    asOf: day.optional(),
  }),
  response: z.object({
    asOf: day,
    pipeline: z.string().nullable(),
    months: z.array(
      z.object({
        month: z.string(),
        currency: z.string(),
        deals: z.int(),
        /** Sum of the open deals, unweighted. */
        openCents: z.number(),
        /** Closed in this month already. */
        wonDeals: z.int(),
        wonCents: z.number(),
        unprovenCents: z.number(),
        byStage: band,
        byHistory: band.nullable(),
        bySeller: band.nullable(),
      }),
    ),
    /** Open deals whose close date is over, and those that state none or no amount: in none of the months. */
    overdue: z.array(dealSum),
    withoutDate: z.array(dealSum),
    withoutAmount: z.int(),
    stages: z.array(
      z.object({
        pipeline: z.string(),
        stage: z.string(),
        probability: z.number().nullable(),
        /** Deals that were in this stage and are closed: won of them. */
        won: rate,
        /** Fewer closed deals than a rate can stand on. */
        isSmall: z.boolean(),
        deals: z.int(),
      }),
    ),
    sellers: z.array(
      z.object({
        owner: userRef.nullable(),
        currency: z.string(),
        deals: z.int(),
        /** What their open deals say for these months. */
        saidCents: z.number(),
        expectedCents: z.number().nullable(),
        /** Of past months: what their deals said when the month began, and what the month brought. */
        past: z.object({
          months: z.int(),
          deals: z.int(),
          saidCents: z.number(),
          cameCents: z.number(),
          /** Came of said; null when nothing was said. */
          ratio: z.number().nullable(),
          lowRatio: z.number().nullable(),
          highRatio: z.number().nullable(),
          isSmall: z.boolean(),
        }),
      }),
    ),
    /** Past months together, said against came. */
    past: z.array(
      z.object({
        month: z.string(),
        currency: z.string(),
        deals: z.int(),
        saidCents: z.number(),
        byStageCents: z.number(),
        cameCents: z.number(),
      }),
    ),
    /** When what past months tell was worked out: at most minutes ago. */
    pastAt: moment,
    /** How many closed deals a rate must have to be used, and what is used instead. */
    atLeast: z.int(),
    definitions: z.record(z.string(), z.string()),
  }),
})

export const listForecastPast = contract({
  id: 'listForecastPast',
  method: 'GET',
  url: '/api/forecast/past',
  summary: 'The deals behind the accuracy of a past month: what each said when the month began, and what came of it.',
  roles: EVERYONE,
  query: z.object({
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month such as 2026-11'),
    pipeline: words.optional(),
    owner: z.union([z.uuid(), z.literal('nobody')]).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
  }),
  response: z.object({
    rows: z.array(
      z.object({
        personId: z.uuid(),
        id: z.string(),
        name: z.string().nullable(),
        person: z.string(),
        company: z.string().nullable(),
        owner: userRef.nullable(),
        currency: z.string(),
        /** As it stood when the month began; null: it was not foreseen for the month. */
        saidCents: z.number().nullable(),
        /** Won within the month. */
        cameCents: z.number(),
        status: dealStatus,
        proof,
        closedAt: moment.nullable(),
        closeDate: day.nullable(),
      }),
    ),
    /** More than are shown. */
    isCut: z.boolean(),
  }),
})
