import { z } from 'zod'
import { ADMINS, contract } from '../../http/contract.ts'

export const getSetup = contract({
  id: 'getSetup',
  method: 'GET',
  url: '/api/setup',
  summary: 'Whether this installation still waits for its first administrator.',
  roles: 'public',
  response: z.object({ isOpen: z.boolean(), company: z.string().nullable() }),
})

export const completeSetup = contract({
  id: 'completeSetup',
  method: 'POST',
  url: '/api/setup',
  summary:
    'Creates the administrator and signs in; works once. `start` chooses an empty house or the demo company (made in the background).',
  roles: 'public',
  body: z.object({
    company: z.string().min(1).max(200),
    name: z.string().min(1).max(200),
    email: z.email().max(320),
    password: z.string().min(10).max(200),
    locale: z.enum(['en', 'fr']).default('en'),
    zone: z.string().max(80).default('Europe/Paris'),
    currency: z.string().length(3).default('EUR'),
    start: z.enum(['empty', 'demo']).default('empty'),
  }),
  response: z.object({ userId: z.uuid() }),
  status: 201,
})

export const changeCurrency = contract({
  id: 'changeCurrency',
  method: 'PUT',
  url: '/api/settings/currency',
  summary:
    'Changes the currency in which the company counts. Amounts are not converted: those in another currency are told apart.',
  roles: ADMINS,
  body: z.object({ currency: z.string().length(3) }),
  response: z.object({ currency: z.string() }),
})
