import { z } from 'zod'
import { contract } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { websiteSettings } from '../tracking/website-settings.ts'

const KEEPERS = ['admin', 'manager', 'marketer'] as const
const what = z.enum(['recorded', 'duplicate', 'bot', 'staff', 'refused', 'accepted'])

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
    inbox: z.object({
      /** Events that are stored and not taken in yet. */
      waiting: z.int(),
      oldestAt: moment.nullable(),
      /** Events that could not be taken in. They are kept, and tried again every hour and after each start. */
      failed: z.array(z.object({ receivedAt: moment, failedAt: moment, messageId: z.string(), why: z.string() })),
      failedInAll: z.int(),
    }),
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
