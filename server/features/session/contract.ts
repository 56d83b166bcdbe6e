import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { role, teamSide } from '../../http/shapes.ts'

export const getSession = contract({
  id: 'getSession',
  method: 'GET',
  url: '/api/session',
  summary: 'Who is signed in, with role, team and the company. Sign-in and sign-out themselves are at /api/auth/*.',
  roles: EVERYONE,
  response: z.object({
    user: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string().nullable(),
      role,
      side: teamSide.nullable(),
      teamName: z.string().nullable(),
      locale: z.enum(['en', 'fr']).nullable(),
    }),
    company: z.string(),
    currency: z.string(),
    zone: z.string(),
  }),
})

export const setLocale = contract({
  id: 'setLocale',
  method: 'PATCH',
  url: '/api/session',
  summary: 'Changes the language of the signed-in person.',
  roles: EVERYONE,
  body: z.object({ locale: z.enum(['en', 'fr']) }),
  response: null,
  status: 204,
})

export const listenEvents = contract({
  id: 'listenEvents',
  method: 'GET',
  url: '/api/events',
  summary:
    'Server-sent events: `lead` {personId, attempt, owner, previousOwner, what} when a lead changes, at once where it is mine or I have it open; `leads` when many did that are not, `notice` {id} for me, `import` {importId, progress}, `demo` {progress}, `gap` when something may have been missed. Reconnect and refetch after a gap.',
  roles: EVERYONE,
  produces: 'text/event-stream',
})
