import { z } from 'zod'
import { ADMINS, contract } from '../../http/contract.ts'
import { cursor, moment, pageSize } from '../../http/shapes.ts'
import { WEBHOOK_KINDS } from './kinds.ts'

const kind = z.enum(WEBHOOK_KINDS)
const url = z.string().min(1).max(2_000)
const note = z.string().max(200)
const webhookParams = z.object({ webhookId: z.uuid() })

export const webhookView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    note: z.string(),
    kinds: z.array(z.string()),
    /** `gone`: the receiver answered 410 and gets nothing until it is set going again. */
    status: z.enum(['active', 'paused', 'gone']),
    failingSince: moment.nullable(),
    oldSecretUntil: moment.nullable(),
    createdAt: moment,
    waiting: z.int(),
    failed: z.int(),
    lastDeliveredAt: moment.nullable(),
  })
  .meta({ id: 'WebhookView' })

const attemptView = z.object({
  at: moment,
  statusCode: z.int().nullable(),
  tookMs: z.int(),
  error: z.string().nullable(),
  answer: z.string().nullable(),
})

export const listWebhooks = contract({
  id: 'listWebhooks',
  method: 'GET',
  url: '/api/webhooks',
  summary:
    'The receivers of webhooks with their state, and every kind of event there is. Signing secrets are not shown.',
  roles: ADMINS,
  response: z.object({ kinds: z.array(kind), webhooks: z.array(webhookView) }),
})

export const createWebhook = contract({
  id: 'createWebhook',
  method: 'POST',
  url: '/api/webhooks',
  summary:
    'Adds a receiver (Standard Webhooks). The signing secret is answered once. Addresses inside a network are refused.',
  roles: ADMINS,
  body: z.object({ url, note: note.default(''), kinds: z.array(kind).min(1) }),
  response: z.object({ webhook: webhookView, secret: z.string() }),
  status: 201,
})

export const changeWebhook = contract({
  id: 'changeWebhook',
  method: 'PATCH',
  url: '/api/webhooks/:webhookId',
  summary: 'Changes address, note or kinds; pauses it, or sets it going again. While paused, events wait.',
  roles: ADMINS,
  params: webhookParams,
  body: z.object({
    url: url.optional(),
    note: note.optional(),
    kinds: z.array(kind).min(1).optional(),
    status: z.enum(['active', 'paused']).optional(),
  }),
  response: webhookView,
})

export const removeWebhook = contract({
  id: 'removeWebhook',
  method: 'DELETE',
  url: '/api/webhooks/:webhookId',
  summary: 'Removes a receiver with its log; what waits is not sent.',
  roles: ADMINS,
  params: webhookParams,
  response: null,
  status: 204,
})

export const rotateWebhookSecret = contract({
  id: 'rotateWebhookSecret',
  method: 'POST',
  url: '/api/webhooks/:webhookId/secrets',
  summary: 'Makes a new signing secret, answered once. For 24 hours deliveries are signed with the old one too.',
  roles: ADMINS,
  params: webhookParams,
  response: z.object({ secret: z.string(), oldSecretUntil: moment }),
  status: 201,
})

export const testWebhook = contract({
  id: 'testWebhook',
  method: 'POST',
  url: '/api/webhooks/:webhookId/tests',
  summary: 'Posts a `webhook.test` event now and answers what the receiver said. It is not tried again.',
  roles: ADMINS,
  params: webhookParams,
  response: attemptView,
})

export const listDeliveries = contract({
  id: 'listDeliveries',
  method: 'GET',
  url: '/api/webhooks/:webhookId/deliveries',
  summary:
    'What was sent to a receiver, newest first, with every try and what the receiver answered. Kept for 30 days.',
  roles: ADMINS,
  params: webhookParams,
  query: z.object({
    status: z.enum(['waiting', 'delivered', 'failed']).optional(),
    after: cursor.optional(),
    limit: pageSize,
  }),
  response: z.object({
    deliveries: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        occurredAt: moment,
        status: z.enum(['waiting', 'delivered', 'failed']),
        tries: z.int(),
        nextTryAt: moment.nullable(),
        body: z.string(),
        attempts: z.array(attemptView),
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const replayDeliveries = contract({
  id: 'replayDeliveries',
  method: 'POST',
  url: '/api/webhooks/:webhookId/replays',
  summary:
    'Sends again what was sent before, with the same `webhook-id`: one event, or all since a moment (only those that failed with `onlyFailed`).',
  roles: ADMINS,
  params: webhookParams,
  body: z.union([z.object({ eventId: z.uuid() }), z.object({ since: moment, onlyFailed: z.boolean().default(false) })]),
  response: z.object({ count: z.int() }),
  status: 202,
})
