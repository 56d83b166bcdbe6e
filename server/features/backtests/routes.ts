import type { FastifyReply } from 'fastify'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { cancelBacktest } from './cancel-backtest.ts'
import { sayCondition } from './check-segment.ts'
import * as promises from './contract.ts'
import { listBacktestLeads } from './list-backtest-leads.ts'
import { listSameDraft } from './list-same-draft.ts'
import { listSegments } from './list-segments.ts'
import { getBacktestRow, latestBacktests } from './queries.ts'
import { startBacktest } from './start-backtest.ts'
import { suggestAgreement } from './suggest-agreement.ts'
import { tryLive } from './try-live.ts'
import { summaryOf, viewOf } from './view-of.ts'

const LATEST = 30

/** Raised when the caller has gone away before the answer. */
function goneOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  // Nobody reads the answer; it is no failure of the server.
  reply.raw.once('close', () => gone.abort(new Problem('conflict', 'Whoever asked has left.')))
  return gone.signal
}

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.startBacktest, async ({ ctx, caller, body }) =>
    summaryOf(await getBacktestRow(ctx.db, await startBacktest(ctx, caller, body))),
  ),
  endpoint(promises.tryLive, ({ ctx, caller, body, reply }) => tryLive(ctx, caller, body, goneOf(reply))),
  endpoint(promises.listSegments, ({ ctx, query }) => listSegments(ctx, query)),
  endpoint(promises.checkCondition, async ({ body, query }) => sayCondition(body.when, query.language)),
  endpoint(promises.listBacktests, async ({ ctx }) => ({
    backtests: (await latestBacktests(ctx.db, LATEST)).map(summaryOf),
  })),
  endpoint(promises.getBacktest, async ({ ctx, params }) => viewOf(await getBacktestRow(ctx.db, params.backtestId))),
  endpoint(promises.listSameDraft, async ({ ctx, params }) => ({ tries: await listSameDraft(ctx, params.backtestId) })),
  endpoint(promises.cancelBacktest, async ({ ctx, params }) => {
    await cancelBacktest(ctx, params.backtestId)
    return summaryOf(await getBacktestRow(ctx.db, params.backtestId))
  }),
  endpoint(promises.listBacktestLeads, ({ ctx, params, query }) => listBacktestLeads(ctx, { ...params, ...query })),
  endpoint(promises.suggestAgreement, ({ ctx, body }) => suggestAgreement(ctx, body)),
]
