import { z } from 'zod'
import type { Contract } from '../../http/contract.ts'
import { getAccount, getAccountStory } from '../accounts/contract.ts'
import { getAgreement } from '../agreements/contract.ts'
import { getAttribution, getReturn } from '../attribution/contract.ts'
import { getCampaign, listCampaigns } from '../campaigns/contract.ts'
import { getDeal } from '../deals/deal-contract.ts'
import { getForecast } from '../deals/forecast-contract.ts'
import { listDeals } from '../deals/list-contract.ts'
import { getWinLoss } from '../deals/win-loss-contract.ts'
import { recordFacts } from '../facts/contract.ts'
import { listFeedback } from '../feedback/contract.ts'
import { getFunnel } from '../funnel/contract.ts'
import { getLead, getStory, listLeads } from '../leads/contract.ts'
import { getPromises, getPromisesToday } from '../promises/contract.ts'
import { getQueue } from '../queue/contract.ts'
import { search } from '../search/contract.ts'
import { listUsers } from '../users/contract.ts'

/** What an assistant may call: a name and a description for it, and the route that does it. */
export type Tool = {
  name: string
  description: string
  contract: Contract
  /** For tools whose arguments are not those of the route: what they take, and the body they send. */
  takes?: z.ZodObject
  bodyOf?: (args: Record<string, unknown>) => unknown
  /** Kinds of facts it records; a caller whose role may record none of them does not see it. */
  records?: readonly string[]
}

const person = z.uuid().describe('The personId, as search, queue and leads give it')

function reads(name: string, contract: Contract, description: string): Tool {
  return { name, contract, description }
}

export const TOOLS: readonly Tool[] = [
  reads('search', search, 'Find people, accounts and colleagues by name, e-mail, phone or company.'),
  reads(
    'queue',
    getQueue,
    'Who to work next and why, in order: the clocks that run, the grade, the last thing they did.',
  ),
  reads(
    'person',
    getLead,
    'All that is known of one person: score with its ledger, attempts, clocks, deals, what may be done.',
  ),
  reads(
    'story',
    getStory,
    'Everything both teams and the prospect did, newest first, with the decisions and their clause.',
  ),
  reads('account', getAccount, 'A company with its people and figures.'),
  reads('account_story', getAccountStory, 'The story of everybody of a company together.'),
  reads('leads', listLeads, 'Leads by stage, outcome, owner, channel or date, newest or hottest first.'),
  reads('deals', listDeals, 'Deals with stage, amount in cents, close date and next step.'),
  reads('deal', getDeal, 'One deal: people, products, competitors, documents, what the next stage still needs.'),
  reads(
    'forecast',
    getForecast,
    'What the open deals will bring, by stage, by own history and by seller, with intervals.',
  ),
  reads('win_loss', getWinLoss, 'Why deals were won and lost, and against whom.'),
  reads('funnel', getFunnel, 'The cohort funnel from first touch to won, with 95 % intervals; also by channel.'),
  reads('promises', getPromises, 'What marketing and sales promised each other, and what was kept.'),
  reads('promises_today', getPromisesToday, 'What runs out today.'),
  reads(
    'attribution',
    getAttribution,
    'Which channels, campaigns or pages earned leads and money, by model, with the range over models.',
  ),
  reads('return_on_campaigns', getReturn, 'Spend, leads, verdicts, deals, money and return by campaign or channel.'),
  reads('campaigns', listCampaigns, 'Campaigns with period, budget, spend, leads and won money.'),
  reads('campaign', getCampaign, 'One campaign: what it cost, what it became, what sellers said of it.'),
  reads('feedback', listFeedback, 'What sales said of marketing’s work, open and answered.'),
  reads('agreement', getAgreement, 'A version of the agreement, clause by clause, with how often each decided.'),
  reads('colleagues', listUsers, 'Who works here: name, role, team.'),
  {
    name: 'write_note',
    description: 'Write a note into somebody’s story. Both teams see it, under the name of the key’s owner.',
    contract: recordFacts,
    takes: z.object({ personId: person, text: z.string().min(1).max(2_000) }),
    bodyOf: ({ personId, text }) => ({ facts: [{ kind: 'note.written', who: { personId }, data: { text } }] }),
    records: ['note.written'],
  },
  {
    name: 'log_call',
    description: 'Record a call that was made: it counts as an attempt, and stops clocks as the agreement says.',
    contract: recordFacts,
    takes: z.object({
      personId: person,
      outcome: z.enum(['connected', 'no answer', 'voicemail', 'busy', 'wrong number']),
      note: z.string().max(2_000).optional(),
      durationS: z.int().min(0).max(28_800).optional(),
    }),
    bodyOf: ({ personId, ...data }) => ({ facts: [{ kind: 'call.made', who: { personId }, data }] }),
    records: ['call.made'],
  },
  {
    name: 'record_fact',
    description:
      'Record any fact the owner of the key may record, such as lead.accepted {}, lead.rejected {reason}, meeting.held {note}. The agreement decides what follows; what it refuses is explained.',
    contract: recordFacts,
    takes: z.object({
      personId: person,
      kind: z.string().max(100),
      data: z.record(z.string(), z.unknown()).default({}),
      at: z.iso.datetime({ offset: true }).optional(),
      messageId: z.string().min(1).max(200).optional().describe('Send the same id again and nothing happens twice'),
    }),
    bodyOf: ({ personId, ...fact }) => ({ facts: [{ ...fact, who: { personId } }] }),
  },
]
