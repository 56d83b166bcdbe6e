import { z } from 'zod'
import { contract, EVERYONE, NOT_VIEWERS } from '../../http/contract.ts'
import { moment, teamSide, userRef } from '../../http/shapes.ts'

const params = z.object({ version: z.coerce.number().int().min(1) })
const ofThread = params.extend({ threadId: z.uuid() })
const words = z.string().trim().min(1).max(4_000)

const thread = z
  .object({
    id: z.uuid(),
    clause: z.string(),
    isResolved: z.boolean(),
    resolvedBy: userRef.nullable(),
    comments: z.array(
      z.object({ id: z.uuid(), author: userRef, side: teamSide.nullable(), text: z.string(), at: moment }),
    ),
  })
  .meta({ id: 'ReviewThread' })

export const listThreads = contract({
  id: 'listThreads',
  method: 'GET',
  url: '/api/agreements/:version/threads',
  summary: 'What people say about the clauses of a version, oldest first.',
  roles: EVERYONE,
  params,
  response: z.object({ threads: z.array(thread) }),
})

export const openThread = contract({
  id: 'openThread',
  method: 'POST',
  url: '/api/agreements/:version/threads',
  summary:
    'Says something about a clause of a draft. What is already open on it is carried on. Its author hears of it.',
  roles: NOT_VIEWERS,
  params,
  body: z.object({ clause: z.string().min(1).max(500), text: words }),
  response: thread,
  status: 201,
})

export const answerThread = contract({
  id: 'answerThread',
  method: 'POST',
  url: '/api/agreements/:version/threads/:threadId/comments',
  summary: 'Answers. Whoever wrote before, and the author of the draft, hear of it. What was resolved is open again.',
  roles: NOT_VIEWERS,
  params: ofThread,
  body: z.object({ text: words }),
  response: thread,
  status: 201,
})

export const resolveThread = contract({
  id: 'resolveThread',
  method: 'PUT',
  url: '/api/agreements/:version/threads/:threadId/resolution',
  summary: 'Marks what was said as settled, or opens it again.',
  roles: NOT_VIEWERS,
  params: ofThread,
  body: z.object({ isResolved: z.boolean() }),
  response: thread,
})
