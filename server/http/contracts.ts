import * as accounts from '../features/accounts/contract.ts'
import * as agreements from '../features/agreements/contract.ts'
import * as apiKeys from '../features/api-keys/contract.ts'
import * as archive from '../features/archive/contract.ts'
import * as attribution from '../features/attribution/contract.ts'
import * as lift from '../features/attribution/lift-contract.ts'
import * as backtests from '../features/backtests/contract.ts'
import * as calls from '../features/calls/contract.ts'
import * as incomingCalls from '../features/calls/incoming-contract.ts'
import * as callSessions from '../features/calls/sessions-contract.ts'
import * as campaigns from '../features/campaigns/contract.ts'
import * as cards from '../features/cards/contract.ts'
import * as channels from '../features/channels/contract.ts'
import * as clocks from '../features/clocks/contract.ts'
import * as conversations from '../features/conversations/contract.ts'
import * as costs from '../features/costs/contract.ts'
import * as deal from '../features/deals/deal-contract.ts'
import * as forecasts from '../features/deals/forecast-contract.ts'
import * as deals from '../features/deals/list-contract.ts'
import * as pipelines from '../features/deals/pipelines-contract.ts'
import * as winLoss from '../features/deals/win-loss-contract.ts'
import * as demo from '../features/demo/contract.ts'
import * as documents from '../features/documents/contract.ts'
import * as drafts from '../features/drafts/contract.ts'
import * as events from '../features/events/contract.ts'
import * as facts from '../features/facts/contract.ts'
import * as feedback from '../features/feedback/contract.ts'
import * as forms from '../features/forms/contract.ts'
import * as funnel from '../features/funnel/contract.ts'
import * as health from '../features/health/contract.ts'
import * as imports from '../features/imports/contract.ts'
import * as introductions from '../features/introductions/contract.ts'
import * as keys from '../features/keys/contract.ts'
import * as leads from '../features/leads/contract.ts'
import * as links from '../features/links/contract.ts'
import * as mail from '../features/mail/contract.ts'
import * as mailboxes from '../features/mailboxes/contract.ts'
import * as outgoingMail from '../features/mailboxes/outgoing-contract.ts'
import * as mailboxSignIns from '../features/mailboxes/sign-in-contract.ts'
import * as mailThreads from '../features/mailboxes/threads-contract.ts'
import * as mcp from '../features/mcp/contract.ts'
import * as meetings from '../features/meetings/contract.ts'
import * as meetingsDesk from '../features/meetings/desk-contract.ts'
import * as messages from '../features/messages/contract.ts'
import * as models from '../features/models/contract.ts'
import * as needs from '../features/needs/contract.ts'
import * as notices from '../features/notices/contract.ts'
import * as people from '../features/people/contract.ts'
import * as privacy from '../features/privacy/contract.ts'
import * as promises from '../features/promises/contract.ts'
import * as queue from '../features/queue/contract.ts'
import * as reroutes from '../features/reroutes/contract.ts'
import * as reviews from '../features/reviews/contract.ts'
import * as search from '../features/search/contract.ts'
import * as session from '../features/session/contract.ts'
import * as setup from '../features/setup/contract.ts'
import * as teams from '../features/teams/contract.ts'
import * as tracking from '../features/tracking/contract.ts'
import * as users from '../features/users/contract.ts'
import * as views from '../features/views/contract.ts'
import * as webhooks from '../features/webhooks/contract.ts'
import * as website from '../features/website/contract.ts'
import type { Contract } from './contract.ts'

const FEATURES = [
  health,
  setup,
  session,
  facts,
  queue,
  clocks,
  feedback,
  leads,
  people,
  privacy,
  search,
  accounts,
  needs,
  messages,
  funnel,
  pipelines,
  deals,
  deal,
  winLoss,
  forecasts,
  documents,
  calls,
  callSessions,
  incomingCalls,
  campaigns,
  conversations,
  costs,
  attribution,
  lift,
  channels,
  links,
  agreements,
  drafts,
  reviews,
  promises,
  backtests,
  imports,
  forms,
  tracking,
  website,
  notices,
  mail,
  mailboxes,
  mailboxSignIns,
  mailThreads,
  outgoingMail,
  meetings,
  meetingsDesk,
  introductions,
  events,
  cards,
  webhooks,
  views,
  users,
  reroutes,
  teams,
  keys,
  apiKeys,
  archive,
  mcp,
  models,
  demo,
]

function isContract(value: unknown): value is Contract {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'roles' in value
}

/** Every promise the API makes. A test compares this list with the routes that are served. */
export const CONTRACTS: readonly Contract[] = FEATURES.flatMap((feature) => Object.values(feature).filter(isContract))
