import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { followed } from '../people/follow-redirect.ts'
import { watchPerson } from '../session/watchers.ts'
import * as promises from './contract.ts'
import { getCircle } from './get-circle.ts'
import { getLead } from './get-lead.ts'
import { getStory } from './get-story.ts'
import { listLeads } from './list-leads.ts'
import { listWarnings } from './list-warnings.ts'
import { lookAtStory } from './look-at-story.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listLeads, ({ ctx, query }) => listLeads(ctx, query)),
  endpoint(promises.getLead, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, async (personId) => {
      const lead = await getLead(ctx, caller, personId)
      if (caller.key === undefined) watchPerson(ctx.bus, caller.id, personId)
      return lead
    }),
  ),
  endpoint(promises.getStory, ({ ctx, caller, params, query }) =>
    followed(ctx.db, params.personId, (personId) => getStory(ctx, caller, personId, query)),
  ),
  endpoint(promises.lookAtStory, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, (personId) => lookAtStory(ctx, caller, personId)),
  ),
  endpoint(promises.listWarnings, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, (personId) => listWarnings(ctx, caller, personId)),
  ),
  endpoint(promises.getCircle, ({ ctx, params }) =>
    followed(ctx.db, params.personId, (personId) => getCircle(ctx, personId)),
  ),
]
