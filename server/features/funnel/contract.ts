import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, pageSize, rate, stage, teamSide } from '../../http/shapes.ts'
import { leadRow } from '../leads/contract.ts'

const period = z.object({
  /** First day, included. */
  from: z.iso.date(),
  /** Day after the last, excluded. */
  to: z.iso.date(),
})

const funnelStage = z
  .object({
    stage,
    knownAs: z.string().nullable(),
    owner: teamSide,
    /** Leads of the cohort that reached this stage or passed it. */
    reached: z.int(),
    /** Of those, how many were never seen in it but must have passed it. */
    inferred: z.int(),
    fromFirst: rate,
    fromPrevious: rate,
    medianDaysFromFirst: z.number().nullable(),
  })
  .meta({ id: 'FunnelStage' })

export const getFunnel = contract({
  id: 'getFunnel',
  method: 'GET',
  url: '/api/funnel',
  summary:
    'The cohort of leads first met in a half-open period, by stage and by group. Rates carry n and a 95 % Wilson interval.',
  roles: EVERYONE,
  query: period.extend({
    by: z.enum(['channel', 'origin', 'landingPage', 'campaign', 'source', 'owner']).default('channel'),
  }),
  response: z.object({
    from: z.string(),
    to: z.string(),
    by: z.string(),
    leads: z.int(),
    stages: z.array(funnelStage),
    wonAmountCents: z.int().nullable(),
    wonWithAmount: z.int(),
    currency: z.string().nullable(),
    groups: z.array(
      z.object({
        key: z.string().nullable(),
        leads: z.int(),
        reached: z.record(z.string(), z.int()),
        won: rate,
        medianDaysToWon: z.number().nullable(),
      }),
    ),
    /** How it is counted, in words, in the caller's language. */
    definition: z.string(),
    /** Days the youngest lead of the cohort has had to convert; a young cohort is still growing. */
    youngestDays: z.number().nullable(),
  }),
})

export const listFunnelRows = contract({
  id: 'listFunnelRows',
  method: 'GET',
  url: '/api/funnel/rows',
  summary: 'The leads behind a number of the funnel.',
  roles: EVERYONE,
  query: period.extend({
    reached: stage.default('inquiry'),
    by: z.enum(['channel', 'origin', 'landingPage', 'campaign', 'source', 'owner']).optional(),
    /** The group; an empty string is the group without a value. */
    key: z.string().max(2000).optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({ leads: z.array(leadRow), next: cursor.nullable() }),
})
