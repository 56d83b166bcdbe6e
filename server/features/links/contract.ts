import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { WRITERS } from '../campaigns/shapes.ts'

const url = z.url({ protocol: /^https?$/ }).max(2000)

export const checkLinks = contract({
  id: 'checkLinks',
  method: 'POST',
  isQuestion: true,
  url: '/api/link-checks',
  summary:
    'What is wrong with tagged links, the channel and campaign each will count for, and how it should be written.',
  roles: EVERYONE,
  body: z.object({ urls: z.array(z.string().max(4000)).min(1).max(500) }),
  response: z.object({
    links: z.array(
      z.object({
        url: z.string(),
        channel: z.string().nullable(),
        campaign: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        findings: z.array(
          z.object({
            code: z.enum([
              'not-a-link',
              'not-https',
              'no-tags',
              'no-source',
              'no-medium',
              'no-campaign',
              'empty-tag',
              'tag-twice',
              'mixed-case',
              'spaces',
              'unknown-campaign',
              'campaign-over',
              'own-medium',
              'tags-behind-hash',
              'personal-data',
              'click-id',
              'unseen-page',
            ]),
            /** `wrong`: it will be counted wrongly; `odd`: it may be meant. */
            level: z.enum(['wrong', 'odd']),
            /** The tag, page or word it is about. */
            what: z.string(),
          }),
        ),
        /** As it should be written; null when nothing can be put right by itself. */
        better: z.string().nullable(),
      }),
    ),
  }),
})

const code = z.object({
  code: z.string(),
  /** Its short address. */
  address: z.string(),
  url: z.string(),
  label: z.string(),
  records: z.enum(['page.viewed', 'letter.answered']),
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }).nullable(),
  visits: z.int(),
  lastVisitAt: moment.nullable(),
  createdAt: moment,
})

export const listCodes = contract({
  id: 'listCodes',
  method: 'GET',
  url: '/api/campaigns/:campaignId/codes',
  summary: 'Short addresses of a campaign, newest first; at most 2,000. All of them are in the CSV file.',
  roles: EVERYONE,
  params: z.object({ campaignId: z.uuid() }),
  response: z.object({ codes: z.array(code), total: z.int() }),
})

export const createCodes = contract({
  id: 'createCodes',
  method: 'POST',
  url: '/api/campaigns/:campaignId/codes',
  summary:
    'Makes a short address for a campaign: one for everybody, or one for each person named by e-mail address. A visit by a personal one is recorded as theirs.',
  roles: WRITERS,
  params: z.object({ campaignId: z.uuid() }),
  body: z.object({
    url,
    label: z.string().trim().max(200).default(''),
    /** What a visit by a personal code is recorded as. */
    records: z.enum(['page.viewed', 'letter.answered']).default('page.viewed'),
    emails: z.array(z.string().trim().min(3).max(320)).max(5000).default([]),
  }),
  response: z.object({
    made: z.int(),
    codes: z.array(code),
    /** Addresses nobody is known by: no code was made for them. */
    unknown: z.array(z.string()),
  }),
  status: 201,
})

export const removeCode = contract({
  id: 'removeCode',
  method: 'DELETE',
  url: '/api/codes/:code',
  summary: 'The short address leads nowhere any more. Visits that were recorded stay.',
  roles: WRITERS,
  params: z.object({ code: z.string().max(40) }),
  response: null,
  status: 204,
})

export const downloadCodes = contract({
  id: 'downloadCodes',
  method: 'GET',
  url: '/api/campaigns/:campaignId/codes.csv',
  summary: 'The short addresses of a campaign for the printer; cells that a spreadsheet would run are made harmless.',
  roles: WRITERS,
  params: z.object({ campaignId: z.uuid() }),
  produces: 'text/csv',
})

export const followCode = contract({
  id: 'followCode',
  method: 'GET',
  url: '/go/:code',
  summary: 'Leads on to the page a code stands for, with the marks of its campaign.',
  roles: 'public',
  params: z.object({ code: z.string().max(40) }),
  produces: 'text/html',
})
