import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'

export const listNotices = contract({
  id: 'listNotices',
  method: 'GET',
  url: '/api/notices',
  summary: 'What I was told: warnings, breaches, escalations, leads nobody could take. Newest first, at most 100.',
  roles: EVERYONE,
  response: z.object({
    unread: z.int(),
    notices: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        personId: z.uuid().nullable(),
        name: z.string().nullable(),
        data: z.record(z.string(), z.unknown()),
        createdAt: moment,
        readAt: moment.nullable(),
      }),
    ),
  }),
})

export const readNotices = contract({
  id: 'readNotices',
  method: 'POST',
  url: '/api/notices/readings',
  summary: 'Marks my notices as read, up to a moment.',
  roles: EVERYONE,
  body: z.object({ upTo: moment }),
  response: null,
  status: 204,
})
