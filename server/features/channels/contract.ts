import { RULE_FIELDS, RULE_OPS } from '@ensemble/engine/channels/rule.ts'
import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment } from '../../http/shapes.ts'
import { WRITERS } from '../campaigns/shapes.ts'

const text = z.string().trim().min(1).max(200)

export const channelRule = z
  .object({
    channel: text.toLowerCase(),
    /** All must hold. */
    when: z
      .array(z.object({ field: z.enum(RULE_FIELDS), op: z.enum(RULE_OPS), values: z.array(text).max(500).default([]) }))
      .min(1)
      .max(10),
  })
  .meta({ id: 'ChannelRule' })

const rules = z.array(channelRule).min(1).max(200)

const run = z
  .object({
    status: z.enum(['queued', 'running', 'done', 'failed']),
    done: z.number(),
    total: z.number(),
    changed: z.number(),
    startedAt: moment,
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'ChannelRun' })

export const getChannelRules = contract({
  id: 'getChannelRules',
  method: 'GET',
  url: '/api/channel-rules',
  summary: 'The rules that name the channel of a touch, in their order: the first that holds decides.',
  roles: EVERYONE,
  response: z.object({
    /** 0: as the product brings them. */
    version: z.int(),
    rules,
    defaults: rules,
    /** Channels that rules, campaigns and touches know. */
    channels: z.array(z.string()),
    /** Hosts of the company's own list. */
    hosts: z.int(),
    /** The last naming anew of old touches. */
    run: run.nullable(),
  }),
})

export const previewChannelRules = contract({
  id: 'previewChannelRules',
  method: 'POST',
  isQuestion: true,
  url: '/api/channel-rules/previews',
  summary: 'What the touches of the last days would be called by other rules. Changes nothing.',
  roles: WRITERS,
  body: z.object({ rules, days: z.int().min(1).max(730).default(90) }),
  response: z.object({
    touches: z.int(),
    /** Share of all touches that was looked at: 1, or less where there are very many. */
    share: z.number(),
    changes: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), n: z.int() })),
    /** How many each rule decides, by its place. */
    perRule: z.array(z.int()),
    /** Decided by none. */
    undecided: z.int(),
  }),
})

export const saveChannelRules = contract({
  id: 'saveChannelRules',
  method: 'PUT',
  url: '/api/channel-rules',
  summary:
    'New touches are named by these rules at once; old ones are named anew in the background. What was recorded stays.',
  roles: WRITERS,
  body: z.object({
    rules,
    /** The version they were written from. */
    basedOn: z.int().min(0),
    shouldRelabel: z.boolean().default(true),
  }),
  response: z.object({ version: z.int() }),
})

export const saveChannelHosts = contract({
  id: 'saveChannelHosts',
  method: 'PUT',
  url: '/api/channel-hosts',
  summary:
    'Replaces the company’s own list of referring hosts: a CSV with the columns medium (search, social, video, email or a word of one’s own), source, host.',
  roles: WRITERS,
  body: z.object({ text: z.string().max(2_000_000) }),
  response: z.object({ hosts: z.int() }),
})
