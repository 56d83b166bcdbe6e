import { z } from 'zod'
import { contract } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { websiteSettings } from '../tracking/website-settings.ts'

const KEEPERS = ['admin', 'manager', 'marketer'] as const
const what = z.enum(['recorded', 'duplicate', 'bot', 'staff', 'refused'])

export const getWebsite = contract({
  id: 'getWebsite',
  method: 'GET',
  url: '/api/website',
  summary: 'What a site needs to send its visits here, what arrived lately, and what was filtered and why.',
  roles: KEEPERS,
  response: z.object({
    scriptUrl: z.string(),
    scriptBytes: z.int(),
    keys: z.array(z.object({ id: z.uuid(), name: z.string(), writeKey: z.string() })),
    settings: websiteSettings,
    /** Of the last seven days. */
    counts: z.array(z.object({ what, n: z.int() })),
    events: z.array(
      z.object({
        at: moment,
        type: z.string(),
        what,
        name: z.string(),
        who: z.string(),
        personId: z.uuid().nullable(),
        library: z.string().nullable(),
        why: z.string().nullable(),
      }),
    ),
  }),
})

export const saveWebsiteSettings = contract({
  id: 'saveWebsiteSettings',
  method: 'PUT',
  url: '/api/website/settings',
  summary: 'Whose visits do not count, and which mailboxes several people read.',
  roles: KEEPERS,
  body: websiteSettings,
  response: null,
  status: 204,
})

export const websiteScript = contract({
  id: 'websiteScript',
  method: 'GET',
  url: '/e.js',
  summary: 'The script a site puts into its pages: page views, forms, consent. Under 5 kB.',
  roles: 'public',
  produces: 'application/javascript',
})
