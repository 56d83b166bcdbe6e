import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { createWriteKey } from './create-write-key.ts'
import { listWriteKeys } from './queries.ts'
import { revokeWriteKey } from './revoke-write-key.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listWriteKeys, async ({ ctx }) => ({ keys: await listWriteKeys(ctx.db) })),
  endpoint(promises.createWriteKey, async ({ ctx, caller, body }) => createWriteKey(ctx, caller, body)),
  endpoint(promises.revokeWriteKey, async ({ ctx, params }) => revokeWriteKey(ctx, params)),
]
