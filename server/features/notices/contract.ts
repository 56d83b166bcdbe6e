import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { byKind, WAYS } from './kinds.ts'

const way = z.enum(WAYS)
const ways = z.object(byKind(way))

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
  summary: 'Marks my notices as read: all up to a moment, or the ones named.',
  roles: EVERYONE,
  body: z.union([z.object({ upTo: moment }), z.object({ ids: z.array(z.uuid()).min(1).max(500) })]),
  response: null,
  status: 204,
})

const preferences = z
  .object({
    /** By kind: not at all, in the app, also by mail at once, also by mail in the morning. */
    ways: ways,
    /** A mail in the morning of my working days: what runs out today, and what was to come in the morning. */
    hasSummary: z.boolean(),
    /** Mails wait for my working hours. */
    isQuiet: z.boolean(),
  })
  .meta({ id: 'NoticePreferences' })

export const getNoticePreferences = contract({
  id: 'getNoticePreferences',
  method: 'GET',
  url: '/api/notices/preferences',
  summary: 'How I want to be told of each kind of thing, and whether mail leaves this installation at all.',
  roles: EVERYONE,
  response: z.object({
    preferences,
    usual: ways,
    canMail: z.boolean(),
    address: z.string().nullable(),
    /** Why mails do not reach me, when my address refused them. */
    refusedBecause: z.string().nullable(),
  }),
})

export const setNoticePreferences = contract({
  id: 'setNoticePreferences',
  method: 'PUT',
  url: '/api/notices/preferences',
  summary: 'Chooses how I want to be told.',
  roles: EVERYONE,
  body: preferences,
  response: null,
  status: 204,
})
