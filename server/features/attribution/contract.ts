import { attributionModels } from '@ensemble/engine/attribution/models.ts'
import { pathTransforms } from '@ensemble/engine/attribution/transform-paths.ts'
import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { day } from '../campaigns/shapes.ts'
import { DIMENSIONS, LEVELS } from './touch-kinds.ts'

const model = z.enum(attributionModels)
export const asked = z.object({
  by: z.enum(DIMENSIONS).default('channel'),
  level: z.enum(LEVELS).default('won'),
  /** First day on which journeys ended, and the day after the last; absent: all there are. */
  from: day.optional(),
  to: day.optional(),
  /** Touches so many days before the conversion count; 0: all. */
  lookbackDays: z.coerce.number().int().min(0).max(3650).default(90),
  transform: z.enum(pathTransforms).default('unique'),
  /** Only accounts of this segment. */
  segment: z.string().max(200).optional(),
})
const withModel = asked.extend({ model: model.default('linear') })

const span = z.object({ least: z.number(), most: z.number(), leastBy: model, mostBy: model })
const interval = z.object({ low: z.number(), high: z.number() })
const sums = z.object({ conversions: z.number(), cents: z.number() })
const about = z.object({
  currency: z.string(),
  /** Until when facts are counted in. */
  asOf: moment,
})

const creditRow = z
  .object({
    /** Empty: touches that have none. */
    label: z.string(),
    /** By the model that was asked for. Cents are whole; the rows sum to the total. */
    conversions: z.number(),
    cents: z.number(),
    touches: z.int(),
    /** Journeys that met it, and how many of them converted. */
    journeys: z.int(),
    converted: z.int(),
    conversionsRange: span,
    centsRange: span,
    models: z.array(z.object({ model, conversions: z.number(), cents: z.number() })),
  })
  .meta({ id: 'CreditRow' })

export const getAttribution = contract({
  id: 'getAttribution',
  method: 'GET',
  url: '/api/attribution',
  summary:
    'What earned it: credits by channel, campaign, landing page, origin or message, by every model side by side.',
  roles: EVERYONE,
  query: withModel,
  response: about.extend({
    rows: z.array(creditRow),
    total: sums,
    /** Conversions that no touch led to within the lookback. */
    unattributed: sums,
    /** Journeys of the period that did not convert. */
    nulls: z.number(),
    otherCurrency: z.array(z.object({ currency: z.string(), deals: z.int() })),
    withoutAmount: z.int(),
    /** The `top` largest of `deals` deals carry `share` of the money; `half` of them carry half. */
    concentration: z.object({ top: z.int(), share: z.number(), deals: z.int(), half: z.int() }).nullable(),
    agreement: z.array(z.object({ a: model, b: model, tau: z.number().nullable() })),
    segments: z.array(z.string()),
  }),
})

export const getAttributionDoubt = contract({
  id: 'getAttributionDoubt',
  method: 'GET',
  url: '/api/attribution/doubt',
  summary:
    'Whether the data can tell the labels apart, and how far credits would move with other deals (bootstrap, 95 %).',
  roles: EVERYONE,
  query: asked,
  response: about.extend({
    verdict: z.object({
      kind: z.enum(['cannot-tell', 'differ', 'untestable']),
      p: z.number().nullable(),
      why: z.enum(['no-conversions', 'no-journeys-without', 'one-label']).nullable(),
      more: z.array(z.string()),
      less: z.array(z.string()),
      conversions: z.number(),
      nulls: z.number(),
    }),
    /** The same in words. */
    sentence: z.string(),
    resamples: z.int(),
    models: z.array(
      z.object({
        model,
        rankStability: z.number().nullable(),
        labels: z.array(
          z.object({
            label: z.string(),
            /** The labels met least, taken together: they have no name. */
            isOthers: z.boolean(),
            conversions: interval,
            cents: interval,
            perTouch: interval.nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const listAttributedDeals = contract({
  id: 'listAttributedDeals',
  method: 'GET',
  url: '/api/attribution/deals',
  summary:
    'The leads, opportunities or deals behind a number, each with its touches and what each touch is credited with.',
  roles: EVERYONE,
  query: withModel.extend({
    /** Whose credit; empty: touches without one; absent: all. */
    label: z.string().max(2000).optional(),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: about.extend({
    total: z.int(),
    /** Null under Markov, which divides the sum of all and not a deal. */
    credited: z.number().nullable(),
    creditedCents: z.number().nullable(),
    deals: z.array(
      z.object({
        personId: z.uuid(),
        person: z.string(),
        company: z.string().nullable(),
        deal: z.string().nullable(),
        at: moment,
        cents: z.number(),
        credited: z.number().nullable(),
        creditedCents: z.number().nullable(),
        touches: z.array(
          z.object({ at: moment, label: z.string(), weight: z.number().nullable(), cents: z.number().nullable() }),
        ),
      }),
    ),
  }),
})

export const getAttributionCsv = contract({
  id: 'getAttributionCsv',
  method: 'GET',
  url: '/api/attribution/table.csv',
  summary: 'The credits of every label by every model, as a table.',
  roles: EVERYONE,
  query: withModel,
  produces: 'text/csv',
})

export const getJourneyFlow = contract({
  id: 'getJourneyFlow',
  method: 'GET',
  url: '/api/attribution/flow',
  summary: 'From the first touch over the second and the last one to what it became, of everybody who became a lead.',
  roles: EVERYONE,
  query: asked,
  response: about.extend({
    parties: z.int(),
    withoutLead: z.int(),
    nodes: z.array(
      z.object({
        id: z.string(),
        column: z.int(),
        label: z.string(),
        kind: z.enum(['touch', 'outcome', 'others']),
        parties: z.int(),
      }),
    ),
    links: z.array(z.object({ from: z.string(), to: z.string(), parties: z.int() })),
  }),
})

export const getAttributionMonths = contract({
  id: 'getAttributionMonths',
  method: 'GET',
  url: '/api/attribution/months',
  summary:
    'Cohorts by the month of the first touch: what they became, what was spent in that month, and how long it took.',
  roles: EVERYONE,
  query: asked.pick({ from: true, to: true, segment: true }),
  response: about.extend({
    months: z.array(
      z.object({
        month: z.string(),
        parties: z.int(),
        leads: z.int(),
        opportunities: z.int(),
        won: z.int(),
        cents: z.number(),
        /** Won within 30, 90, 180 and 365 days of the first touch; null where the youngest have not had so long yet. */
        wonWithin: z.array(z.int().nullable()),
        /** In the company's currency; null when nothing was spent or a rate is missing. */
        spentCents: z.number().nullable(),
      }),
    ),
    days: z.array(z.object({ day: z.number(), share: z.number() })),
    medianDays: z.number().nullable(),
    won: z.int(),
  }),
})

export const getSelfReported = contract({
  id: 'getSelfReported',
  method: 'GET',
  url: '/api/attribution/self-reported',
  summary: 'What people answered to "How did you hear of us?", beside the channel that was tracked.',
  roles: EVERYONE,
  query: asked.pick({ from: true, to: true, level: true }),
  response: z.object({
    leads: z.int(),
    answered: z.int(),
    agreeing: z.int(),
    /** Answers whose words name a channel; only they can agree. */
    comparable: z.int(),
    agreement: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
    labels: z.array(
      z.object({
        label: z.string(),
        tracked: z.int(),
        selfReported: z.int(),
        onlySelfReported: z.int(),
        onlyTracked: z.int(),
      }),
    ),
    answers: z.array(z.object({ said: z.string(), channel: z.string().nullable(), leads: z.int() })),
  }),
})

const returnRow = z
  .object({
    /** The campaign's id or the channel's name; null: costs and leads that name none. */
    key: z.string().nullable(),
    label: z.string(),
    /** Per currency, as it was spent. */
    spend: z.array(z.object({ currency: z.string(), cents: z.number() })),
    /** In the company's currency; null when a rate is missing. */
    spentCents: z.number().nullable(),
    leads: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    reasons: z.array(z.object({ reason: z.string(), leads: z.int() })),
    /** Leads sales has said yes or no to, of all of them. */
    verdict: z.object({
      k: z.int(),
      n: z.int(),
      rate: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
    opportunities: z.int(),
    /** Leads of its own touch that were won, whoever is credited. */
    won: z.int(),
    credited: z.number(),
    creditedCents: z.number(),
    creditedRange: z.object({ least: z.number(), most: z.number() }),
    centsPerLead: z.number().nullable(),
    centsPerOpportunity: z.number().nullable(),
    centsPerWon: z.number().nullable(),
    /** (earned - spent) / spent. */
    returnOnSpend: z.number().nullable(),
    /** Days from the first cost until what was earned covered all that was spent; null: not yet. */
    /** Null: not paid back yet, without cost, or under Markov, which credits channels and divides no single deal by its day. */
    paybackDays: z.number().nullable(),
    medianDaysToWon: z.number().nullable(),
    budgetCents: z.number().nullable(),
    budgetCurrency: z.string().nullable(),
    /** Too few to rank: fewer than 10 leads, or fewer than 5 credited deals. */
    isSmall: z.boolean(),
  })
  .meta({ id: 'ReturnRow' })

export const getReturn = contract({
  id: 'getReturn',
  method: 'GET',
  url: '/api/attribution/return',
  summary: 'Spend, leads, what sales said, opportunities, won money and return, by campaign or channel.',
  roles: EVERYONE,
  query: z.object({
    by: z.enum(['campaign', 'channel']).default('campaign'),
    model: model.default('linear'),
    from: day.optional(),
    to: day.optional(),
    lookbackDays: z.coerce.number().int().min(0).max(3650).default(90),
    campaignId: z.uuid().optional(),
  }),
  response: about.extend({ rows: z.array(returnRow) }),
})
