import { z } from 'zod'
import { ADMINS, contract } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'

export const listWriteKeys = contract({
  id: 'listWriteKeys',
  method: 'GET',
  url: '/api/write-keys',
  summary: 'Keys with which sites and servers send events.',
  roles: ADMINS,
  response: z.object({
    keys: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        writeKey: z.string(),
        createdAt: moment,
        revokedAt: moment.nullable(),
      }),
    ),
  }),
})

export const createWriteKey = contract({
  id: 'createWriteKey',
  method: 'POST',
  url: '/api/write-keys',
  summary: 'Makes a write key.',
  roles: ADMINS,
  body: z.object({ name: z.string().min(1).max(200) }),
  response: z.object({ id: z.uuid(), writeKey: z.string() }),
  status: 201,
})

export const revokeWriteKey = contract({
  id: 'revokeWriteKey',
  method: 'DELETE',
  url: '/api/write-keys/:keyId',
  summary: 'Revokes a write key; what it brought stays.',
  roles: ADMINS,
  params: z.object({ keyId: z.uuid() }),
  response: null,
  status: 204,
})
