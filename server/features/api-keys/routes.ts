import { CONTRACTS } from '../../http/contracts.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { scopesOf } from '../../http/scopes.ts'
import * as promises from './contract.ts'
import { createApiKey } from './create-api-key.ts'
import { listApiKeys } from './list-api-keys.ts'
import { revokeApiKey } from './revoke-api-key.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listApiKeys, async ({ ctx, caller }) => ({
    keys: await listApiKeys(ctx.db, caller.role === 'admin' ? null : caller.id),
    scopes: scopesOf(CONTRACTS),
  })),
  endpoint(promises.createApiKey, async ({ ctx, caller, body }) => createApiKey(ctx, caller, body)),
  endpoint(promises.revokeApiKey, async ({ ctx, caller, params }) => revokeApiKey(ctx, caller, params)),
]
