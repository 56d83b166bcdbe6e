import { z } from 'zod'
import { contract } from '../../http/contract.ts'

const loose = z.record(z.string(), z.unknown()).nullish()
const id = (max: number) => z.union([z.string().max(max), z.number().transform(String)]).nullish()

const common = {
  userId: id(200),
  anonymousId: id(200),
  /** Send the same id again and nothing happens twice. */
  messageId: id(190),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  originalTimestamp: z.iso.datetime({ offset: true }).nullish(),
  sentAt: z.iso.datetime({ offset: true }).nullish(),
  context: loose,
  integrations: loose,
}
const named = {
  name: z.string().max(200).nullish(),
  category: z.string().max(200).nullish(),
  properties: loose,
}
const traits = loose

/** The calls of Segment's tracking API, each by its type. */
export const MESSAGES = {
  track: z.object({ ...common, event: z.string().min(1).max(200), properties: named.properties }),
  identify: z.object({ ...common, traits }),
  page: z.object({ ...common, ...named }),
  screen: z.object({ ...common, ...named }),
  group: z.object({ ...common, groupId: z.union([z.string().min(1).max(200), z.number().transform(String)]), traits }),
  alias: z.object({
    ...common,
    userId: z.union([z.string().min(1).max(200), z.number().transform(String)]),
    previousId: z.union([z.string().min(1).max(200), z.number().transform(String)]),
  }),
} as const

export type MessageType = keyof typeof MESSAGES
export const MOST_EVENTS = 2_500

const status = z.enum(['recorded', 'duplicate', 'filtered', 'accepted'])
const note = z.object({
  /** Place of the event in the batch, from 0. */
  index: z.int(),
  messageId: z.string().nullable(),
  what: z.string(),
})
const refused = z.object({
  index: z.int(),
  messageId: z.string().nullable(),
  why: z.string(),
  mend: z.string(),
  errors: z.array(z.object({ where: z.string(), what: z.string() })),
})
const done = z.object({
  success: z.literal(true),
  /** The fact it became; of one that is accepted, the fact it becomes if it did not come before. */
  factId: z.uuid().nullable(),
  /** `accepted`: stored while many arrive, and taken in within seconds; only then is known whether it came before. */
  status,
  /** Why a filtered event was counted and not stored. */
  filtered: z.enum(['bot', 'staff']).optional(),
  /** What was understood differently from what was sent, such as a clock that ran ahead. */
  notes: z.array(z.string()).optional(),
})
const key = { writeKey: z.string().max(200).optional() }

function single<T extends MessageType>(type: T, summary: string) {
  return contract({
    id: type,
    method: 'POST',
    url: `/v1/${type}`,
    summary: `Segment \`${type}\`: ${summary} 200 is said only after it is stored.`,
    roles: 'write key',
    body: MESSAGES[type].extend(key),
    response: done,
    isRaw: true,
  })
}

export const track = single('track', 'something a visitor did. Known form events become `form.submitted`.')
export const identify = single('identify', 'who a visitor is.')
export const page = single('page', 'a page was read.')
export const screen = single('screen', 'a screen of an app was seen.')
export const group = single('group', 'the company somebody belongs to.')
export const alias = single(
  'alias',
  'two ids are one person. Two people who are both identified are proposed as duplicates and never joined by this.',
)

function manyAt(name: 'batch' | 'import') {
  return contract({
    id: name === 'batch' ? 'batch' : 'importEvents',
    method: 'POST',
    url: `/v1/${name}`,
    summary: `Segment \`${name}\`: up to ${MOST_EVENTS} events, 500 KB in all, 32 KB each, gzip welcome. One that is refused is named with its index, why, and what to do; the others are stored.`,
    roles: 'write key',
    body: z.object({
      ...key,
      batch: z.array(z.record(z.string(), z.unknown())).min(1).max(MOST_EVENTS),
      sentAt: common.sentAt,
      context: common.context,
      integrations: common.integrations,
    }),
    response: z.object({
      /** False when an event was refused; the others are stored all the same. */
      success: z.boolean(),
      recorded: z.int(),
      duplicate: z.int(),
      filtered: z.int(),
      /** Stored while many arrive, and taken in within seconds: then some may prove to be duplicates. */
      accepted: z.int(),
      refused: z.array(refused),
      notes: z.array(note),
    }),
    isRaw: true,
  })
}

export const batch = manyAt('batch')
export const importEvents = manyAt('import')

/** Segment's browser library posts to one letter a call. */
function short(letter: string, means: MessageType | 'batch') {
  return contract({
    id: `${means}Short`,
    method: 'POST',
    url: `/v1/${letter}`,
    summary: `\`/v1/${means}\` under the name Segment's browser library uses.`,
    roles: 'write key',
    response: means === 'batch' ? batch.response : done,
    isRaw: true,
  })
}

export const trackShort = short('t', 'track')
export const identifyShort = short('i', 'identify')
export const pageShort = short('p', 'page')
export const screenShort = short('s', 'screen')
export const groupShort = short('g', 'group')
export const aliasShort = short('a', 'alias')
export const batchShort = short('b', 'batch')

export const libraryMetrics = contract({
  id: 'libraryMetrics',
  method: 'POST',
  url: '/v1/m',
  summary: "Counters of Segment's browser library about itself; they are thanked for and not kept.",
  roles: 'public',
  response: null,
  isRaw: true,
})

export const librarySettings = contract({
  id: 'librarySettings',
  method: 'GET',
  url: '/v1/projects/:writeKey/settings',
  summary:
    "What Segment's browser library asks its CDN before it starts: it is told to send here. Set its `cdnURL` to this installation.",
  roles: 'public',
  params: z.object({ writeKey: z.string().max(200) }),
  response: z.record(z.string(), z.unknown()),
})
