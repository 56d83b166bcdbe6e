import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, rate } from '../../http/shapes.ts'
import { contactWarning } from '../privacy/contract.ts'
import { maySay, OUTCOMES, planView } from './shapes.ts'

export const CALLERS = ['admin', 'manager', 'seller'] as const

/** A call of more than four hours is a mistaken unit. */
const durationS = z
  .int()
  .min(0, { error: 'a call cannot last less than nothing: give seconds' })
  .max(14_400, { error: 'this is longer than four hours: durations are in seconds, not in milliseconds' })

const heardOfUs = z.enum(['yes', 'no', 'unsure'])

const follow = z.discriminatedUnion('what', [
  z.object({ what: z.literal('meeting'), startsAt: moment.optional() }),
  z.object({ what: z.literal('call back'), at: moment }),
  z.object({
    what: z.literal('not interested'),
    reason: z.string().min(1).max(200),
    recycleAt: moment.optional(),
    competitor: z.string().max(200).optional(),
  }),
  z.object({ what: z.literal('nothing') }),
])

export const logCall = contract({
  id: 'logCall',
  method: 'POST',
  url: '/api/calls',
  summary:
    'Says what came of a call and what follows: recorded as facts, and the next attempt is planned as the promise of attempts says. In a session it must be the caller’s turn with this person.',
  roles: CALLERS,
  body: z.object({
    personId: z.uuid(),
    sessionId: z.uuid().optional(),
    outcome: z.enum(OUTCOMES),
    follow: follow.default({ what: 'nothing' }),
    /** Send the same id again and nothing happens twice. */
    messageId: z.string().min(1).max(150).optional(),
    startedAt: moment.optional(),
    durationS: durationS.optional(),
    /** What they said, in their words. */
    words: z.string().max(2_000).optional(),
    note: z.string().max(2_000).optional(),
    heardOfUs: heardOfUs.optional(),
    message: z.string().max(200).optional(),
  }),
  response: z.object({
    outcomeId: z.uuid(),
    facts: z.array(z.object({ factId: z.uuid(), personId: z.uuid() })),
    next: z
      .object({
        at: moment,
        why: z.enum(['asked', 'best hour', 'evenly', 'first open hour']),
        /** Attempts still promised, and whether this one comes in time. */
        left: z.int().nullable(),
        isInTime: z.boolean(),
      })
      .nullable(),
    warnings: z.array(contactWarning),
  }),
  status: 201,
})

export const undoCall = contract({
  id: 'undoCall',
  method: 'POST',
  url: '/api/calls/undo',
  summary:
    'Takes back the caller’s last outcome (in a session): its facts, its plan; the person is the caller’s again.',
  roles: CALLERS,
  body: z.object({ sessionId: z.uuid().optional(), outcomeId: z.uuid().optional() }),
  response: z.object({ personId: z.uuid(), outcome: z.enum(OUTCOMES) }),
})

export const mayCallPeople = contract({
  id: 'mayCallPeople',
  method: 'POST',
  url: '/api/calls/may',
  summary: 'Who of these people may be called now, and if not, why and from when. Changes nothing.',
  roles: EVERYONE,
  isQuestion: true,
  body: z.object({ people: z.array(z.uuid()).min(1).max(200) }),
  response: z.object({ people: z.record(z.string(), maySay) }),
})

export const listPlannedCalls = contract({
  id: 'listPlannedCalls',
  method: 'GET',
  url: '/api/calls/planned',
  summary: 'Calls that are planned: those asked for, the next attempts, those missed. The earliest first.',
  roles: EVERYONE,
  query: z.object({
    owner: z.union([z.uuid(), z.enum(['me', 'all'])]).default('me'),
    /** `due`: from now on backwards, and within the next quarter of an hour. */
    when: z.enum(['due', 'today', 'all']).default('due'),
  }),
  response: z.object({ now: moment, plans: z.array(planView), total: z.int() }),
})

export const changePlannedCall = contract({
  id: 'changePlannedCall',
  method: 'PATCH',
  url: '/api/calls/planned/:planId',
  summary: 'Moves a planned call, or does away with it.',
  roles: CALLERS,
  params: z.object({ planId: z.uuid() }),
  body: z.object({ at: moment.optional(), isDone: z.boolean().optional(), note: z.string().max(2_000).optional() }),
  response: null,
  status: 204,
})

export const planCall = contract({
  id: 'planCall',
  method: 'POST',
  url: '/api/calls/planned',
  summary: 'Plans a call to somebody at a time of theirs.',
  roles: CALLERS,
  body: z.object({ personId: z.uuid(), at: moment, note: z.string().max(2_000).default('') }),
  response: z.object({ id: z.uuid() }),
  status: 201,
})

const cell = z.object({
  /** 0 is Monday; on the clock of whoever was called. */
  weekday: z.int(),
  hour: z.int(),
  n: z.int(),
  k: z.int(),
  /** Drawn towards what the hour and the weekday have by themselves while calls are few. */
  rate: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  isSmall: z.boolean(),
})

export const getBestHours = contract({
  id: 'getBestHours',
  method: 'GET',
  url: '/api/calls/best-hours',
  summary: 'The share of calls that reached somebody, by weekday and hour on their clock.',
  roles: EVERYONE,
  query: z.object({ days: z.coerce.number().int().min(7).max(730).default(180) }),
  response: z.object({
    n: z.int(),
    k: z.int(),
    rate: z.number().nullable(),
    /** Too few calls in all to plan by. */
    isSmall: z.boolean(),
    /** Only the latest so many calls were read. */
    isCut: z.boolean(),
    days: z.int(),
    cells: z.array(cell),
  }),
})

const heard = z.object({ rate, unsure: z.int(), notAsked: z.int() })

export const getHeardOfUs = contract({
  id: 'getHeardOfUs',
  method: 'GET',
  url: '/api/calls/heard-of-us',
  summary:
    'How many of the people spoken to had heard of the company before, by channel and by month: yes of yes and no, with its interval; who was unsure or was not asked stands apart.',
  roles: EVERYONE,
  query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
  response: z.object({
    all: heard,
    byChannel: z.array(heard.extend({ channel: z.string() })),
    byMonth: z.array(heard.extend({ month: z.string() })),
  }),
})
