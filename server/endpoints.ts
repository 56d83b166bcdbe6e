import { ENDPOINTS as accounts } from './features/accounts/routes.ts'
import { ENDPOINTS as agreements } from './features/agreements/routes.ts'
import { ENDPOINTS as apiKeys } from './features/api-keys/routes.ts'
import { ENDPOINTS as archive } from './features/archive/routes.ts'
import { ENDPOINTS as attribution } from './features/attribution/routes.ts'
import { ENDPOINTS as backtests } from './features/backtests/routes.ts'
import { ENDPOINTS as calls } from './features/calls/routes.ts'
import { ENDPOINTS as campaigns } from './features/campaigns/routes.ts'
import { ENDPOINTS as cards } from './features/cards/routes.ts'
import { ENDPOINTS as channels } from './features/channels/routes.ts'
import { ENDPOINTS as clocks } from './features/clocks/routes.ts'
import { ENDPOINTS as conversations } from './features/conversations/routes.ts'
import { ENDPOINTS as costs } from './features/costs/routes.ts'
import { ENDPOINTS as deals } from './features/deals/routes.ts'
import { ENDPOINTS as demo } from './features/demo/routes.ts'
import { ENDPOINTS as documents } from './features/documents/routes.ts'
import { ENDPOINTS as drafts } from './features/drafts/routes.ts'
import { ENDPOINTS as events } from './features/events/routes.ts'
import { ENDPOINTS as facts } from './features/facts/routes.ts'
import { ENDPOINTS as feedback } from './features/feedback/routes.ts'
import { ENDPOINTS as forms } from './features/forms/routes.ts'
import { ENDPOINTS as funnel } from './features/funnel/routes.ts'
import { ENDPOINTS as health } from './features/health/routes.ts'
import { ENDPOINTS as imports } from './features/imports/routes.ts'
import { ENDPOINTS as introductions } from './features/introductions/routes.ts'
import { ENDPOINTS as keys } from './features/keys/routes.ts'
import { ENDPOINTS as leads } from './features/leads/routes.ts'
import { ENDPOINTS as links } from './features/links/routes.ts'
import { ENDPOINTS as mail } from './features/mail/routes.ts'
import { ENDPOINTS as mailboxes } from './features/mailboxes/routes.ts'
import { ENDPOINTS as mcp } from './features/mcp/routes.ts'
import { ENDPOINTS as meetings } from './features/meetings/routes.ts'
import { ENDPOINTS as messages } from './features/messages/routes.ts'
import { ENDPOINTS as models } from './features/models/routes.ts'
import { ENDPOINTS as needs } from './features/needs/routes.ts'
import { ENDPOINTS as notices } from './features/notices/routes.ts'
import { ENDPOINTS as people } from './features/people/routes.ts'
import { ENDPOINTS as privacy } from './features/privacy/routes.ts'
import { ENDPOINTS as promises } from './features/promises/routes.ts'
import { ENDPOINTS as queue } from './features/queue/routes.ts'
import { ENDPOINTS as reroutes } from './features/reroutes/routes.ts'
import { ENDPOINTS as reviews } from './features/reviews/routes.ts'
import { ENDPOINTS as search } from './features/search/routes.ts'
import { ENDPOINTS as session } from './features/session/routes.ts'
import { ENDPOINTS as setup } from './features/setup/routes.ts'
import { ENDPOINTS as teams } from './features/teams/routes.ts'
import { ENDPOINTS as tracking } from './features/tracking/routes.ts'
import { ENDPOINTS as users } from './features/users/routes.ts'
import { ENDPOINTS as views } from './features/views/routes.ts'
import { ENDPOINTS as webhooks } from './features/webhooks/routes.ts'
import { ENDPOINTS as website } from './features/website/routes.ts'
import type { Endpoint } from './http/endpoint.ts'

/** Every route that is served. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...health,
  ...setup,
  ...session,
  ...facts,
  ...queue,
  ...clocks,
  ...feedback,
  ...leads,
  ...people,
  ...privacy,
  ...search,
  ...accounts,
  ...needs,
  ...messages,
  ...funnel,
  ...deals,
  ...documents,
  ...calls,
  ...campaigns,
  ...conversations,
  ...costs,
  ...attribution,
  ...channels,
  ...links,
  ...agreements,
  ...drafts,
  ...reviews,
  ...promises,
  ...backtests,
  ...imports,
  ...forms,
  ...tracking,
  ...website,
  ...notices,
  ...mail,
  ...mailboxes,
  ...meetings,
  ...introductions,
  ...events,
  ...cards,
  ...webhooks,
  ...views,
  ...users,
  ...reroutes,
  ...teams,
  ...keys,
  ...apiKeys,
  ...archive,
  ...mcp,
  ...models,
  ...demo,
]
