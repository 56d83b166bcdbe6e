import { tryLimit } from '../../auth/try-limit.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { showCard, takeLeftCard } from './card-page.ts'
import * as promises from './contract.ts'
import { getMyCard, saveMyCard } from './own-card.ts'
import { previewCards, takeCards } from './take-cards.ts'

const sendings = tryLimit({ max: 30, windowMs: 60_000 })

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.previewCards, ({ ctx, body }) => previewCards(ctx, body)),
  endpoint(promises.takeCards, ({ ctx, caller, body }) => takeCards(ctx, caller, body)),
  endpoint(promises.getMyCard, ({ ctx, caller }) => getMyCard(ctx, caller.id)),
  endpoint(promises.saveMyCard, ({ ctx, caller, body }) => saveMyCard(ctx, caller.id, body)),
  endpoint(promises.showCard, ({ ctx, params, request, reply }) =>
    showCard({ ctx, request, reply, slug: params.slug }),
  ),
  endpoint(promises.leaveCard, ({ ctx, params, request, reply }) =>
    takeLeftCard({ ctx, request, reply, slug: params.slug }, sendings.take(request.ip, Date.now())),
  ),
]
