import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'

export const search = contract({
  id: 'search',
  method: 'GET',
  url: '/api/search',
  summary: 'People by name, e-mail, phone or company; deals; accounts; colleagues. Forgiving of small slips.',
  roles: EVERYONE,
  query: z.object({ q: z.string().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(12) }),
  response: z.object({
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        company: z.string().nullable(),
        email: z.string().nullable(),
        grade: z.string().nullable(),
        stage: z.string().nullable(),
        outcome: z.string().nullable(),
      }),
    ),
    accounts: z.array(
      z.object({ accountId: z.uuid(), name: z.string(), domain: z.string().nullable(), people: z.int() }),
    ),
    deals: z.array(
      z.object({
        personId: z.uuid(),
        id: z.string(),
        name: z.string().nullable(),
        person: z.string(),
        company: z.string().nullable(),
        status: z.enum(['open', 'won', 'lost', 'undecided']),
        stage: z.string(),
        amountCents: z.number().nullable(),
        currency: z.string().nullable(),
      }),
    ),
    users: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() })),
  }),
})
