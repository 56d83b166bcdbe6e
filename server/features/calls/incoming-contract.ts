import { z } from 'zod'
import { contract, EVERYONE } from '../../http/contract.ts'
import { moment, userRef } from '../../http/shapes.ts'
import { CALLERS } from './contract.ts'
import { maySay } from './shapes.ts'

/** The id the telephone system gives a call. */
const callId = z.string().min(1).max(200)

export const announced = z.object({
  id: callId,
  /** E.164, or as written in the company’s country. Empty, `anonymous` or absent: hidden. */
  from: z.string().max(60).nullish(),
  to: z.string().max(60).nullish(),
  extension: z.string().max(40).nullish(),
  userId: z.uuid().nullish(),
  email: z.string().max(320).nullish(),
  /** Now where absent. */
  at: moment.nullish(),
})

export const ended = z.object({
  id: callId,
  /** Absent: answered when it lasted longer than nothing. */
  isAnswered: z.boolean().nullish(),
  durationS: z.int().min(0).max(14_400).nullish(),
  extension: z.string().max(40).nullish(),
  userId: z.uuid().nullish(),
  email: z.string().max(320).nullish(),
  recordingUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullish(),
  at: moment.nullish(),
})

export const receiveCall = contract({
  id: 'receiveCall',
  method: 'POST',
  url: '/api/calls/incoming',
  summary:
    'A telephone system announces a call: the story appears on the right seller’s screen. Needs an API key with the scope calls:write, or the secret of calls: in X-Call-Secret, or by signing as Standard Webhooks do. Sent again with the same id it has its effect once.',
  roles: 'public',
  isRaw: true,
  body: announced,
  response: z.object({
    id: z.string(),
    status: z.enum(['ringing', 'answered', 'missed', 'ended']),
    isDuplicate: z.boolean(),
    personId: z.uuid().nullable(),
    why: z.enum(['extension', 'named', 'owner', 'pool', 'nobody']),
    sellers: z.int(),
  }),
  status: 201,
})

export const endCall = contract({
  id: 'endCall',
  method: 'POST',
  url: '/api/calls/ended',
  summary:
    'A telephone system says that a call is over: how long it lasted, whether anybody took it, where the recording is. A call nobody took becomes a call to make.',
  roles: 'public',
  isRaw: true,
  body: ended,
  response: z.object({ id: z.string(), status: z.enum(['answered', 'missed', 'ended']), isDuplicate: z.boolean() }),
})

const one = z.object({ callId })

export const callView = z
  .object({
    id: z.string(),
    status: z.enum(['ringing', 'answered', 'missed', 'ended']),
    at: moment,
    /** E.164; null when it was hidden. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    answeredBy: userRef.nullable(),
    durationS: z.int().nullable(),
    recordingUrl: z.string().nullable(),
    isForMe: z.boolean(),
    person: z
      .object({
        personId: z.uuid(),
        name: z.string(),
        company: z.string().nullable(),
        grade: z.string().nullable(),
        stage: z.string().nullable(),
        owner: userRef.nullable(),
        /** The last things that happened between them and us. */
        touches: z.array(
          z.object({ kind: z.string(), at: moment, data: z.record(z.string(), z.unknown()), by: userRef.nullable() }),
        ),
        needs: z.array(z.object({ need: z.string(), isKnown: z.boolean(), quote: z.string().nullable() })),
        dueAt: moment.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'IncomingCall' })

export const listIncomingCalls = contract({
  id: 'listIncomingCalls',
  method: 'GET',
  url: '/api/calls/incoming',
  summary: 'The calls that came in of late, newest first.',
  roles: EVERYONE,
  query: z.object({ of: z.enum(['mine', 'all', 'ringing']).default('mine') }),
  response: z.object({
    calls: z.array(
      callView.omit({ person: true }).extend({ name: z.string().nullable(), personId: z.uuid().nullable() }),
    ),
  }),
})

export const getIncomingCall = contract({
  id: 'getIncomingCall',
  method: 'GET',
  url: '/api/calls/incoming/:callId',
  summary: 'One call with the story of whoever is calling.',
  roles: EVERYONE,
  params: one,
  response: callView,
})

export const answerCall = contract({
  id: 'answerCall',
  method: 'POST',
  url: '/api/calls/incoming/:callId/answer',
  summary: 'I have it: the others’ screens let it go, and the lead counts as spoken with.',
  roles: CALLERS,
  params: one,
  response: callView,
})

export const attachCall = contract({
  id: 'attachCall',
  method: 'POST',
  url: '/api/calls/incoming/:callId/person',
  summary: 'Says who called: somebody known, or somebody new with this name.',
  roles: CALLERS,
  params: one,
  body: z.union([
    z.object({ personId: z.uuid() }),
    z.object({ name: z.string().trim().min(1).max(200), company: z.string().max(200).optional() }),
  ]),
  response: callView,
})

export const listUnknownCallers = contract({
  id: 'listUnknownCallers',
  method: 'GET',
  url: '/api/calls/unknown',
  summary:
    'Missed calls from numbers nobody is known by: to call back, to attach to somebody (attachCall), or not for us. One for each number.',
  roles: CALLERS,
  response: z.object({
    calls: z.array(
      z.object({
        id: z.string(),
        at: moment,
        from: z.string(),
        to: z.string().nullable(),
        /** How often this number rang without anybody taking it. */
        times: z.int(),
        country: z.string().nullable(),
        may: maySay,
      }),
    ),
    total: z.int(),
  }),
})

const settled = z.enum(['called back', 'not for us'])

export const settleUnknownCaller = contract({
  id: 'settleUnknownCaller',
  method: 'PUT',
  url: '/api/calls/incoming/:callId/settled',
  summary: 'Says that an unknown number was called back, or is not for us: all its missed calls so far wait no more.',
  roles: CALLERS,
  params: one,
  body: z.object({ as: settled }),
  response: null,
})

export const unsettleUnknownCaller = contract({
  id: 'unsettleUnknownCaller',
  method: 'DELETE',
  url: '/api/calls/incoming/:callId/settled',
  summary: 'Takes that back: the number waits on Today again.',
  roles: CALLERS,
  params: one,
  response: null,
})
