import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { readThreads } from './queries.ts'
import { resolveThread } from './resolve-thread.ts'
import { writeComment } from './write-comment.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listThreads, async ({ ctx, params }) => ({ threads: await readThreads(ctx.db, params.version) })),
  endpoint(promises.openThread, ({ ctx, caller, params, body }) =>
    writeComment(ctx, caller, { version: params.version, text: body.text, about: { clause: body.clause } }),
  ),
  endpoint(promises.answerThread, ({ ctx, caller, params, body }) =>
    writeComment(ctx, caller, { version: params.version, text: body.text, about: { threadId: params.threadId } }),
  ),
  endpoint(promises.resolveThread, ({ ctx, caller, params, body }) =>
    resolveThread(ctx, caller, { ...params, ...body }),
  ),
]
