import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getFunnel } from './get-funnel.ts'
import { listFunnelRows } from './list-funnel-rows.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getFunnel, ({ ctx, query, caller }) => getFunnel(ctx, query, caller.locale)),
  endpoint(promises.listFunnelRows, ({ ctx, query }) => listFunnelRows(ctx, query)),
]
