import { z } from 'zod'
import { contract } from '../../http/contract.ts'

const properties = z.record(z.string(), z.unknown()).optional()
const common = {
  userId: z.string().max(200).nullish(),
  anonymousId: z.string().max(200).nullish(),
  messageId: z.string().max(190).nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  sentAt: z.iso.datetime({ offset: true }).nullish(),
  context: properties,
  integrations: properties,
  writeKey: z.string().max(200).optional(),
}

const done = z.object({ success: z.literal(true), factId: z.uuid(), status: z.enum(['recorded', 'duplicate']) })

export const track = contract({
  id: 'track',
  method: 'POST',
  url: '/v1/track',
  summary:
    'Segment `track`: something a visitor did. Known form events become `form.submitted`. 200 is said only after it is stored.',
  roles: 'write key',
  body: z.object({ ...common, event: z.string().min(1).max(200), properties }),
  response: done,
})

export const identify = contract({
  id: 'identify',
  method: 'POST',
  url: '/v1/identify',
  summary: 'Segment `identify`: who a visitor is.',
  roles: 'write key',
  body: z.object({ ...common, traits: properties }),
  response: done,
})

export const page = contract({
  id: 'page',
  method: 'POST',
  url: '/v1/page',
  summary: 'Segment `page`: a page was read.',
  roles: 'write key',
  body: z.object({
    ...common,
    name: z.string().max(200).nullish(),
    category: z.string().max(200).nullish(),
    properties,
  }),
  response: done,
})
