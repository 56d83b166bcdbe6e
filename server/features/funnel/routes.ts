import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { withKeptText } from '../../http/shared-answer.ts'
import { kept } from '../../kept.ts'
import * as promises from './contract.ts'
import { getFunnel } from './get-funnel.ts'
import { listFunnelRows } from './list-funnel-rows.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getFunnel, async ({ ctx, query, caller }) => {
    const { from, to, by } = query
    const key = `funnel ${from} ${to} ${by} ${caller.locale}`
    return withKeptText(await kept(ctx, key, () => getFunnel(ctx, query, caller.locale)))
  }),
  endpoint(promises.listFunnelRows, ({ ctx, query }) => listFunnelRows(ctx, query)),
]
