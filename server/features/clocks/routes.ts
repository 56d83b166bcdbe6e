import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { assignLeads } from './assign-leads.ts'
import * as promises from './contract.ts'
import { getLoad } from './get-load.ts'
import { listClocks } from './list-clocks.ts'
import { previewRunningClocks } from './preview-running-clocks.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listClocks, ({ ctx, query }) => listClocks(ctx, query)),
  endpoint(promises.getLoad, ({ ctx, caller, query }) => getLoad(ctx, query, caller.locale)),
  endpoint(promises.assignLeads, ({ ctx, caller, body }) => assignLeads(ctx, caller, body)),
  endpoint(promises.previewRunningClocks, ({ ctx, params }) => previewRunningClocks(ctx, params.version)),
]
