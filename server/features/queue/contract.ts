import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { leadRow, runningClock } from '../leads/contract.ts'

export const getQueue = contract({
  id: 'getQueue',
  method: 'GET',
  url: '/api/queue',
  summary:
    'My leads in the order to work them: what runs out first, then the best grade. Managers may ask for another owner or for all.',
  roles: EVERYONE,
  query: z.object({
    owner: z.union([z.uuid(), z.enum(['me', 'all', 'nobody'])]).default('me'),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  response: z.object({
    /** Moment of the answer: time left is counted from it. */
    now: moment,
    leads: z.array(
      leadRow.extend({
        clocks: z.array(runningClock),
        /** The last thing the prospect did, and when: why now. */
        lastDid: z.object({ kind: z.string(), at: moment, data: z.record(z.string(), z.unknown()) }).nullable(),
        qualifiedBy: z.string().nullable(),
      }),
    ),
    /** Leads whose promise has run out already. */
    late: z.int(),
    /** Leads whose promise runs out within the hour, the late ones not among them. */
    runningOutWithinHour: z.int(),
    total: z.int(),
    isWhole: z.boolean(),
  }),
})
