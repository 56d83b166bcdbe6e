import { newId } from '../../db/new-id.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { planAfterFacts } from '../calls/plan-after-facts.ts'
import { withFeedbackOwners } from '../campaigns/with-feedback-owners.ts'
import { checkDealFacts } from '../deals/check-deal-facts.ts'
import { warnedOf } from '../privacy/consents.ts'
import { checkRights } from './check-rights.ts'
import { recordFacts as promise } from './contract.ts'
import type { IncomingFact } from './incoming.ts'
import { recordFacts } from './record-facts.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promise, async ({ ctx, caller, body }) => {
    const nowMs = ctx.now()
    await checkRights(ctx, caller, body.facts)
    await checkDealFacts(ctx, caller, body.facts)
    const facts = await withFeedbackOwners(ctx.db, body.facts)
    const incoming = facts.map((fact): IncomingFact => {
      const { channel, origin, campaign, landingPage } = fact
      const hasTouch = [channel, origin, campaign, landingPage].some((each) => each !== undefined)
      return {
        kind: fact.kind,
        at: fact.at === undefined ? nowMs : Date.parse(fact.at),
        messageId: fact.messageId ?? newId(nowMs),
        source: 'app',
        actor: caller.id,
        isHistory: false,
        who: fact.who,
        touch: hasTouch
          ? {
              channel: channel ?? null,
              origin: origin ?? null,
              campaign: campaign ?? null,
              landingPage: landingPage ?? null,
            }
          : null,
        data: fact.data,
      }
    })
    const recorded = await recordFacts(ctx, incoming, { onRefused: 'throw', language: caller.locale ?? 'en' })
    const warnings = await warnedOf(
      ctx.db,
      recorded.map(({ personId }, index) => ({ personId, kind: facts[index]?.kind ?? '' })),
    )
    const planned = await planAfterFacts(
      ctx,
      caller,
      recorded.flatMap(({ personId, factId, status }, index) => {
        const [sent, told] = [facts[index], incoming[index]]
        if (sent === undefined || told === undefined) return []
        return [{ kind: sent.kind, data: sent.data, at: told.at, personId, factId, isNew: status !== 'duplicate' }]
      }),
    )
    return {
      warnings,
      planned,
      facts: recorded.map(({ factId, personId, status, decisions }) => ({
        factId,
        personId,
        status: status === 'duplicate' ? ('duplicate' as const) : ('recorded' as const),
        decisions,
      })),
    }
  }),
]
