import { z } from 'zod'
import { ADMINS, contract } from '../../http/contract.ts'
import { cursor, moment, pageSize } from '../../http/shapes.ts'
import { SECURITIES } from './mail-settings.ts'

export const mailView = z
  .object({
    /** Who says how mail is sent; `none`: notices stay in the app. */
    source: z.enum(['environment', 'house', 'none']),
    host: z.string().nullable(),
    port: z.int().nullable(),
    security: z.enum([...SECURITIES, 'when offered']).nullable(),
    user: z.string().nullable(),
    hasPassword: z.boolean(),
    from: z.string().nullable(),
    waiting: z.int(),
    /** What the server said at the last try of a mail that still waits. */
    trouble: z.string().nullable(),
    sentToday: z.int(),
    refused: z.array(z.object({ address: z.string(), reason: z.string(), refusedAt: moment })),
  })
  .meta({ id: 'MailView' })

export const getMail = contract({
  id: 'getMail',
  method: 'GET',
  url: '/api/mail',
  summary: 'How mail is sent, what waits, and the addresses that take none. The password is never shown.',
  roles: ADMINS,
  response: mailView,
})

export const setMail = contract({
  id: 'setMail',
  method: 'PUT',
  url: '/api/mail',
  summary: 'Sets the mail server. An absent password stays as it is while host and user stay. Stored encrypted.',
  roles: ADMINS,
  body: z.object({
    host: z
      .string()
      .min(1)
      .max(253)
      .regex(/^[\w.:-]+$/, 'must be a host name or an address'),
    port: z.int().min(1).max(65_535),
    security: z.enum(SECURITIES),
    user: z.string().max(320).nullable(),
    password: z.string().max(1_000).optional(),
    from: z.string().min(3).max(400),
  }),
  response: mailView,
})

export const forgetMail = contract({
  id: 'forgetMail',
  method: 'DELETE',
  url: '/api/mail',
  summary: 'Forgets the mail server: notices stay in the app from now on.',
  roles: ADMINS,
  response: null,
  status: 204,
})

export const testMail = contract({
  id: 'testMail',
  method: 'POST',
  url: '/api/mail/tests',
  summary: 'Sends a test mail to the caller now, and says what went wrong if it did.',
  roles: ADMINS,
  response: z.object({ to: z.string(), messageId: z.string() }),
  status: 201,
})

export const listMails = contract({
  id: 'listMails',
  method: 'GET',
  url: '/api/mails',
  summary: 'The outbox, newest first: what was sent to whom and what became of it. Without the text. Kept for 30 days.',
  roles: ADMINS,
  query: z.object({
    status: z.enum(['waiting', 'sent', 'failed', 'refused', 'dropped']).optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    mails: z.array(
      z.object({
        id: z.uuid(),
        to: z.string(),
        kind: z.enum(['notices', 'summary', 'invitation', 'reset', 'test', 'meeting']),
        subject: z.string(),
        status: z.enum(['waiting', 'sent', 'failed', 'refused', 'dropped']),
        tries: z.int(),
        error: z.string().nullable(),
        nextTryAt: moment.nullable(),
        createdAt: moment,
        settledAt: moment.nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const allowAddress = contract({
  id: 'allowAddress',
  method: 'POST',
  url: '/api/mail/allowed-addresses',
  summary: 'Lets mail go to an address again that refused it before.',
  roles: ADMINS,
  body: z.object({ address: z.string().min(3).max(320) }),
  response: null,
  status: 204,
})
