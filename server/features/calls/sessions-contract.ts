import { z } from 'zod'
import { contract, EVERYONE, MANAGERS } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { CALLERS } from './contract.ts'
import { filter, hours, LEFT_OUT, scriptBody, scriptView, sessionRow, summary } from './shapes.ts'

const session = z.object({ sessionId: z.uuid() })

export const previewCallList = contract({
  id: 'previewCallList',
  method: 'POST',
  url: '/api/calls/preview',
  summary:
    'How many people a list would hold, how many may be called right now, and how many are left out and why. Stores nothing.',
  roles: CALLERS,
  isQuestion: true,
  body: filter,
  response: z.object({
    total: z.int(),
    /** Found more than are looked at: the newest are. */
    isCut: z.boolean(),
    callable: z.int(),
    now: z.int(),
    later: z.int(),
    leftOut: z.array(
      z.object({
        why: z.enum(LEFT_OUT),
        count: z.int(),
        people: z.array(z.object({ personId: z.uuid(), name: z.string() })),
      }),
    ),
    sample: z.array(z.object({ personId: z.uuid(), name: z.string(), company: z.string().nullable() })),
  }),
})

export const listCallSessions = contract({
  id: 'listCallSessions',
  method: 'GET',
  url: '/api/calls/sessions',
  summary: 'Call sessions, newest first, each with how far it is.',
  roles: EVERYONE,
  response: z.object({ sessions: z.array(sessionRow) }),
})

export const createCallSession = contract({
  id: 'createCallSession',
  method: 'POST',
  url: '/api/calls/sessions',
  summary: 'Builds a list from a segment or a saved list, and opens a session on it.',
  roles: CALLERS,
  body: z.object({
    name: z.string().trim().min(1).max(200),
    filter: filter.optional(),
    listId: z.uuid().optional(),
    scriptId: z.uuid().nullable().default(null),
  }),
  response: z.object({ id: z.uuid(), people: z.int() }),
  status: 201,
})

const person = z.object({
  personId: z.uuid(),
  name: z.string(),
  company: z.string().nullable(),
  phone: z.string(),
  attempts: z.int(),
  /** The caller has this person until then; it is moved on while the page is open. */
  claimedUntil: moment,
  localMinute: z.int(),
  zone: z.string(),
  /** When to try again should nobody answer; null when no more attempts are promised. */
  retryAt: moment.nullable(),
})

export const getCallSession = contract({
  id: 'getCallSession',
  method: 'GET',
  url: '/api/calls/sessions/:sessionId',
  summary: 'One session: its script, how far it is, what came of it by seller, and whom the caller has now.',
  roles: EVERYONE,
  params: session,
  response: sessionRow.extend({
    scriptText: scriptView.nullable(),
    mine: summary,
    isRunning: z.boolean(),
    bySeller: z.array(z.object({ user: userRef, summary })),
    current: person.nullable(),
    /** When the first of those who come later may be called. */
    nextAt: moment.nullable(),
  }),
})

export const takeNextCall = contract({
  id: 'takeNextCall',
  method: 'POST',
  url: '/api/calls/sessions/:sessionId/next',
  summary:
    'The next person to call: the caller’s own until the outcome is said, so that nobody is called by two. Null when nobody is left for now.',
  roles: CALLERS,
  params: session,
  response: z.object({ current: person.nullable(), nextAt: moment.nullable() }),
})

export const keepCall = contract({
  id: 'keepCall',
  method: 'POST',
  url: '/api/calls/sessions/:sessionId/keep',
  summary: 'Still calling: the person stays the caller’s.',
  roles: CALLERS,
  params: session,
  response: z.object({ claimedUntil: moment.nullable() }),
})

export const skipCall = contract({
  id: 'skipCall',
  method: 'POST',
  url: '/api/calls/sessions/:sessionId/skip',
  summary: 'Not now: the person goes to the end of the list, or off it.',
  roles: CALLERS,
  params: session,
  body: z.object({ personId: z.uuid(), isForGood: z.boolean().default(false) }),
  response: null,
  status: 204,
})

export const pauseCalls = contract({
  id: 'pauseCalls',
  method: 'POST',
  url: '/api/calls/sessions/:sessionId/pause',
  summary: 'Stops the clock of the caller’s session and gives back the person they had.',
  roles: CALLERS,
  params: session,
  response: summary,
})

export const closeCallSession = contract({
  id: 'closeCallSession',
  method: 'POST',
  url: '/api/calls/sessions/:sessionId/close',
  summary: 'Ends a session for everybody. What was recorded stays.',
  roles: CALLERS,
  params: session,
  response: null,
  status: 204,
})

export const listCallLists = contract({
  id: 'listCallLists',
  method: 'GET',
  url: '/api/calls/lists',
  summary: 'Lists that are kept: whom they find is asked anew each time.',
  roles: EVERYONE,
  response: z.object({
    lists: z.array(
      z.object({ id: z.uuid(), name: z.string(), filter, createdBy: userRef.nullable(), createdAt: moment }),
    ),
  }),
})

export const saveCallList = contract({
  id: 'saveCallList',
  method: 'POST',
  url: '/api/calls/lists',
  summary: 'Keeps a list under a name.',
  roles: CALLERS,
  body: z.object({ name: z.string().trim().min(1).max(200), filter }),
  response: z.object({ id: z.uuid() }),
  status: 201,
})

export const removeCallList = contract({
  id: 'removeCallList',
  method: 'DELETE',
  url: '/api/calls/lists/:listId',
  summary: 'Removes a kept list. Sessions built from it stay.',
  roles: CALLERS,
  params: z.object({ listId: z.uuid() }),
  response: null,
  status: 204,
})

export const listCallScripts = contract({
  id: 'listCallScripts',
  method: 'GET',
  url: '/api/calls/scripts',
  summary: 'What is said on the phone.',
  roles: EVERYONE,
  response: z.object({ scripts: z.array(scriptView) }),
})

const WRITERS = ['admin', 'manager', 'marketer', 'seller'] as const

export const createCallScript = contract({
  id: 'createCallScript',
  method: 'POST',
  url: '/api/calls/scripts',
  summary: 'Adds a script.',
  roles: WRITERS,
  body: scriptBody,
  response: z.object({ id: z.uuid() }),
  status: 201,
})

export const changeCallScript = contract({
  id: 'changeCallScript',
  method: 'PUT',
  url: '/api/calls/scripts/:scriptId',
  summary: 'Writes a script anew, or puts it away.',
  roles: WRITERS,
  params: z.object({ scriptId: z.uuid() }),
  body: scriptBody.extend({ isArchived: z.boolean().default(false) }),
  response: null,
  status: 204,
})

const settings = z.object({
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'give the two letters of a country, as FR' }),
  hours,
  byCountry: z.record(z.string().regex(/^[A-Z]{2}$/), hours),
  extensions: z.array(z.object({ userId: z.uuid(), extension: z.string().trim().min(1).max(40) })).max(2_000),
})

export const getCallSettings = contract({
  id: 'getCallSettings',
  method: 'GET',
  url: '/api/calls/settings',
  summary: 'When people may be called, whose extension is whose, and whether a telephone system may announce calls.',
  roles: MANAGERS,
  response: settings.extend({ hasSecret: z.boolean(), secretSince: moment.nullable(), incomingUrl: z.string() }),
})

export const changeCallSettings = contract({
  id: 'changeCallSettings',
  method: 'PUT',
  url: '/api/calls/settings',
  summary: 'Changes them.',
  roles: MANAGERS,
  body: settings,
  response: null,
  status: 204,
})

export const makeCallSecret = contract({
  id: 'makeCallSecret',
  method: 'POST',
  url: '/api/calls/secret',
  summary:
    'Makes the secret with which the telephone system announces calls. It is shown once; the one before stops working.',
  roles: ['admin'],
  response: z.object({ secret: z.string() }),
  status: 201,
})
