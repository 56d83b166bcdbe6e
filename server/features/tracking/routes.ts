import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { factsOfIdentify } from './facts-of-identify.ts'
import { factsOfPage } from './facts-of-page.ts'
import { factsOfTrack } from './facts-of-track.ts'
import { receive } from './receive.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.track, async ({ ctx, body }) => receive(ctx, factsOfTrack(body, ctx.now()))),
  endpoint(promises.identify, async ({ ctx, body }) => receive(ctx, factsOfIdentify(body, ctx.now()))),
  endpoint(promises.page, async ({ ctx, body }) => receive(ctx, factsOfPage(body, ctx.now()))),
]
