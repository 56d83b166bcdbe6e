import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { cursor, moment, outcome, pageSize, stage } from '../../http/shapes.ts'
import { amount, campaignBody, campaignRow, campaignView, day, tactic, WRITERS } from './shapes.ts'

const one = z.object({ campaignId: z.uuid() })

export const listCampaigns = contract({
  id: 'listCampaigns',
  method: 'GET',
  url: '/api/campaigns',
  summary: 'Every campaign with its spend and its leads.',
  roles: EVERYONE,
  query: z.object({
    search: z.string().max(200).optional(),
    tactic: tactic.optional(),
    /** `current`: all but the archived. */
    state: z.enum(['current', 'planned', 'running', 'ended', 'archived', 'all']).default('current'),
    owner: z.uuid().optional(),
    sort: z.enum(['name', 'start', 'spend', 'leads', 'won', 'budget']).default('start'),
  }),
  response: z.object({
    campaigns: z.array(campaignRow),
    /** Campaigns there are, whatever is filtered. */
    total: z.int(),
    /** Names in touches and costs that no campaign claims. */
    unclaimed: z.int(),
    /** The company's currency. */
    currency: z.string(),
  }),
})

export const createCampaign = contract({
  id: 'createCampaign',
  method: 'POST',
  url: '/api/campaigns',
  summary: 'Adds a campaign. Its name and aliases may not lead to another.',
  roles: WRITERS,
  body: campaignBody,
  response: z.object({ id: z.uuid(), key: z.string() }),
  status: 201,
})

export const getCampaign = contract({
  id: 'getCampaign',
  method: 'GET',
  url: '/api/campaigns/:campaignId',
  summary: 'One campaign.',
  roles: EVERYONE,
  params: one,
  response: campaignView,
})

export const changeCampaign = contract({
  id: 'changeCampaign',
  method: 'PUT',
  url: '/api/campaigns/:campaignId',
  summary: 'Says anew what a campaign is. Costs and touches of names that no longer lead to it are unclaimed again.',
  roles: WRITERS,
  params: one,
  body: campaignBody,
  response: null,
  status: 204,
})

export const archiveCampaign = contract({
  id: 'archiveCampaign',
  method: 'PUT',
  url: '/api/campaigns/:campaignId/archive',
  summary: 'Puts a campaign away, or takes it out again. What it earned and cost stays.',
  roles: WRITERS,
  params: one,
  body: z.object({ isArchived: z.boolean() }),
  response: null,
  status: 204,
})

export const removeCampaign = contract({
  id: 'removeCampaign',
  method: 'DELETE',
  url: '/api/campaigns/:campaignId',
  summary: 'Removes a campaign made by mistake: one that has costs or codes is refused.',
  roles: WRITERS,
  params: one,
  response: null,
  status: 204,
})

export const listUnclaimedNames = contract({
  id: 'listUnclaimedNames',
  method: 'GET',
  url: '/api/unclaimed-campaigns',
  summary: 'Names of campaigns in touches and costs that no campaign claims, most touches first.',
  roles: EVERYONE,
  response: z.object({
    names: z.array(
      z.object({
        name: z.string(),
        touches: z.int(),
        leads: z.int(),
        costs: z.array(amount),
        firstAt: moment.nullable(),
        lastAt: moment.nullable(),
        /** A campaign whose name is much like this one. */
        likely: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      }),
    ),
  }),
})

export const assignCampaignName = contract({
  id: 'assignCampaignName',
  method: 'POST',
  url: '/api/campaigns/:campaignId/names',
  summary: 'From now on this name leads to the campaign; touches and costs that have it count at once.',
  roles: WRITERS,
  params: one,
  body: z.object({ name: z.string().trim().min(1).max(200) }),
  response: null,
  status: 204,
})

export const releaseCampaignName = contract({
  id: 'releaseCampaignName',
  method: 'DELETE',
  url: '/api/campaigns/:campaignId/names',
  summary: 'The name leads to no campaign any more.',
  roles: WRITERS,
  params: one,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  response: null,
  status: 204,
})

export const getCampaignDays = contract({
  id: 'getCampaignDays',
  method: 'GET',
  url: '/api/campaigns/:campaignId/days',
  summary: 'Costs, touches and new leads of a campaign, day by day in the company’s zone.',
  roles: EVERYONE,
  params: one,
  query: z.object({ from: day.optional(), to: day.optional() }),
  response: z.object({
    from: day,
    /** The day after the last. */
    to: day,
    days: z.array(z.object({ day, costs: z.array(amount), touches: z.int(), leads: z.int() })),
    impressions: z.number().nullable(),
    clicks: z.number().nullable(),
  }),
})

export const listCampaignLeads = contract({
  id: 'listCampaignLeads',
  method: 'GET',
  url: '/api/campaigns/:campaignId/leads',
  summary: 'The leads a campaign brought, newest first, by keyset.',
  roles: EVERYONE,
  params: one,
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    leads: z.array(
      z.object({
        personId: z.uuid(),
        attempt: z.int(),
        name: z.string(),
        company: z.string().nullable(),
        stage,
        outcome,
        grade: z.string().nullable(),
        channel: z.string().nullable(),
        openedAt: moment,
      }),
    ),
    next: cursor.nullable(),
  }),
})

export const listCampaignTouches = contract({
  id: 'listCampaignTouches',
  method: 'GET',
  url: '/api/campaigns/:campaignId/touches',
  summary: 'Touches that name a campaign, newest first, by keyset.',
  roles: EVERYONE,
  params: one,
  query: z.object({ after: cursor.optional(), limit: pageSize }),
  response: z.object({
    touches: z.array(
      z.object({
        factId: z.uuid(),
        personId: z.uuid(),
        name: z.string(),
        isAnonymous: z.boolean(),
        kind: z.string(),
        at: moment,
        channel: z.string().nullable(),
        origin: z.string().nullable(),
        landingPage: z.string().nullable(),
      }),
    ),
    next: cursor.nullable(),
  }),
})
