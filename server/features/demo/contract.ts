import { z } from 'zod'
import { ADMINS, contract } from '../../http/contract.ts'

export const makeDemo = contract({
  id: 'makeDemo',
  method: 'POST',
  url: '/api/demo',
  summary:
    'Fills an empty installation with the demo company, in the background. Refused when there are leads already.',
  roles: ADMINS,
  body: z.object({
    leads: z.int().min(100).max(1_000_000).default(5_000),
    seed: z.int().min(0).max(2_147_483_647).default(7),
  }),
  response: z.object({ isStarted: z.boolean() }),
  status: 202,
})

export const getDemo = contract({
  id: 'getDemo',
  method: 'GET',
  url: '/api/demo',
  summary: 'How far the demo company is.',
  roles: ADMINS,
  response: z.object({
    status: z.enum(['none', 'running', 'done', 'failed']),
    done: z.int(),
    total: z.int(),
    error: z.string().nullable(),
  }),
})
