import { z } from 'zod'
import { contract, MANAGERS } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'

export const reroute = z
  .object({
    id: z.uuid(),
    why: z.enum(['deactivated', 'away']),
    status: z.enum(['planned', 'running', 'done', 'cancelled']),
    beginsAt: moment,
    /** Open leads when it began; how many have been handed on; how many of them wait because nobody is free. */
    total: z.int(),
    done: z.int(),
    waiting: z.int(),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Reroute' })

export const getReroute = contract({
  id: 'getReroute',
  method: 'GET',
  url: '/api/users/:userId/reroute',
  summary: 'How many open leads somebody has that would go to others, and how far the latest handing on has come.',
  roles: MANAGERS,
  params: z.object({ userId: z.uuid() }),
  response: z.object({ openLeads: z.int(), latest: reroute.nullable() }),
})

export const beginReroute = contract({
  id: 'beginReroute',
  method: 'POST',
  url: '/api/users/:userId/reroute',
  summary: 'Hands on the open leads of somebody who is not active or away now, by the routing clauses in force.',
  roles: MANAGERS,
  params: z.object({ userId: z.uuid() }),
  response: reroute,
  status: 202,
})
