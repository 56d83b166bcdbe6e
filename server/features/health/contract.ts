import { z } from 'zod'
import { contract } from '../../http/contract.ts'

export const getHealth = contract({
  id: 'getHealth',
  method: 'GET',
  url: '/api/health',
  summary: 'Answers 200 when the database answers and its schema is this build’s.',
  roles: 'public',
  response: z.object({
    status: z.literal('ready'),
    version: z.string(),
    schema: z.string(),
    /** Events that are stored and answered and not taken in yet: how many, how old the oldest is, how many could not be taken in. */
    inbox: z.object({ waiting: z.int(), oldestSeconds: z.int(), failed: z.int() }),
  }),
})
