import { z } from 'zod'
import { contract, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'

export const listApiKeys = contract({
  id: 'listApiKeys',
  method: 'GET',
  url: '/api/api-keys',
  summary: 'Keys with which programs act as you; administrators see those of everybody. Secrets are never shown again.',
  roles: NOT_VIEWERS,
  response: z.object({
    keys: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        /** How the secret begins, to tell keys apart. */
        beginning: z.string(),
        scopes: z.array(z.string()),
        owner: userRef,
        createdAt: moment,
        expiresAt: moment.nullable(),
        lastUsedAt: moment.nullable(),
        revokedAt: moment.nullable(),
      }),
    ),
    /** Every scope there is: `read` and `write` for all nouns, the others for one. */
    scopes: z.array(z.string()),
  }),
})

export const createApiKey = contract({
  id: 'createApiKey',
  method: 'POST',
  url: '/api/api-keys',
  summary: 'Makes a key that acts as you, within these scopes and never beyond your role. The secret is shown once.',
  roles: NOT_VIEWERS,
  body: z.object({
    name: z.string().trim().min(1).max(200),
    scopes: z.array(z.string().max(100)).min(1).max(200),
    /** It stops working at the end of this many days; null: it stays until it is revoked. */
    expiresInDays: z.int().min(1).max(3_650).nullable().default(null),
  }),
  response: z.object({ id: z.uuid(), apiKey: z.string() }),
  status: 201,
})

export const revokeApiKey = contract({
  id: 'revokeApiKey',
  method: 'DELETE',
  url: '/api/api-keys/:keyId',
  summary: 'Revokes a key at once: your own, or anybody’s for administrators.',
  roles: NOT_VIEWERS,
  params: z.object({ keyId: z.uuid() }),
  response: null,
  status: 204,
})
