import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { WRITERS } from '../campaigns/shapes.ts'

const count = z.number().int().min(0).max(1_000_000_000)
const name = z.string().trim().min(1).max(200)
const one = z.object({ campaignId: z.uuid() })

const groups = z.discriminatedUnion('design', [
  z.object({
    design: z.literal('holdout'),
    /** The first arm is the one nobody treated. */
    arms: z
      .array(z.object({ name, n: count.min(1), successes: count }))
      .min(2)
      .max(20),
  }),
  z.object({
    design: z.literal('regions'),
    regions: z
      .array(z.object({ name, before: z.number().min(0), after: z.number().min(0), isTreated: z.boolean() }))
      .min(6)
      .max(500),
  }),
])
const interval = z.object({ low: z.number(), high: z.number() })
const lift = z.object({
  name: z.string(),
  n: z.number(),
  /** Share with the outcome, or change of the average region. */
  mean: z.number(),
  difference: z.number(),
  interval,
  relative: z.number().nullable(),
  /** What the treatment brought in all, with its interval. */
  incremental: z.number(),
  incrementalInterval: interval,
  p: z.number(),
})

export const liftTest = z
  .object({
    id: z.uuid(),
    name: z.string(),
    design: z.enum(['holdout', 'regions']),
    outcome: z.string(),
    note: z.string(),
    control: z.object({ name: z.string(), n: z.number(), mean: z.number() }).nullable(),
    lifts: z.array(lift),
    /** Of regions: the smallest change these would have found four times in five. */
    detectable: z.number().nullable(),
    /** What makes the test doubtful: the split is not what chance does, or regions were unlike before. */
    doubts: z.array(z.enum(['uneven-split', 'unlike-regions', 'few'])),
    createdBy: userRef.nullable(),
    createdAt: moment,
  })
  .meta({ id: 'LiftTest' })

export const listLiftTests = contract({
  id: 'listLiftTests',
  method: 'GET',
  url: '/api/campaigns/:campaignId/lift-tests',
  summary: 'Holdout and region tests of a campaign, with what they found.',
  roles: EVERYONE,
  params: one,
  response: z.object({ tests: z.array(liftTest) }),
})

export const addLiftTest = contract({
  id: 'addLiftTest',
  method: 'POST',
  url: '/api/campaigns/:campaignId/lift-tests',
  summary: 'Stores a test of a campaign: arms with their counts, or regions before and after.',
  roles: WRITERS,
  params: one,
  body: z.object({ name, outcome: name, note: z.string().trim().max(2000).default(''), groups }),
  response: z.object({ id: z.uuid() }),
  status: 201,
})

export const removeLiftTest = contract({
  id: 'removeLiftTest',
  method: 'DELETE',
  url: '/api/lift-tests/:liftTestId',
  summary: 'Removes a test.',
  roles: WRITERS,
  params: z.object({ liftTestId: z.uuid() }),
  response: null,
  status: 204,
})

export const planLift = contract({
  id: 'planLift',
  method: 'GET',
  url: '/api/lift-plan',
  summary: 'The smallest change a holdout of this size finds four times in five, said before it begins.',
  roles: EVERYONE,
  query: z.object({
    /** Share of people that have the outcome without the campaign. */
    baseRate: z.coerce.number().min(0.0001).max(0.9999),
    perArm: z.coerce.number().int().min(2).max(1_000_000_000),
  }),
  response: z.object({ detectable: z.number(), relative: z.number(), isPossible: z.boolean() }),
})
