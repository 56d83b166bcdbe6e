import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getLead } from './get-lead.ts'
import { getStory } from './get-story.ts'
import { listLeads } from './list-leads.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listLeads, ({ ctx, query }) => listLeads(ctx, query)),
  endpoint(promises.getLead, ({ ctx, caller, params }) => getLead(ctx, caller, params.personId)),
  endpoint(promises.getStory, ({ ctx, caller, params, query }) => getStory(ctx, caller, params.personId, query)),
]
