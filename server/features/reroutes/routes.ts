import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { beginReroute } from './begin-reroute.ts'
import * as promises from './contract.ts'
import { countOpenLeads, latestReroute, viewOf } from './queries.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getReroute, async ({ ctx, params }) => {
    const [openLeads, latest] = await Promise.all([
      countOpenLeads(ctx.db, params.userId),
      latestReroute(ctx.db, params.userId),
    ])
    return { openLeads, latest: latest === null ? null : viewOf(latest) }
  }),
  endpoint(promises.beginReroute, async ({ ctx, caller, params }) =>
    beginReroute(ctx, { userId: params.userId, by: caller.id }),
  ),
]
