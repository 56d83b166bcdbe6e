import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { checkLinks } from './check-links.ts'
import { codesCsv } from './codes-csv.ts'
import * as promises from './contract.ts'
import { createCodes } from './create-codes.ts'
import { followCode } from './follow-code.ts'
import { listCodes } from './queries.ts'

const MOST_LISTED = 2_000

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.checkLinks, ({ ctx, body }) => checkLinks(ctx, body.urls)),
  endpoint(promises.listCodes, ({ ctx, params }) => listCodes(ctx, params.campaignId, { limit: MOST_LISTED })),
  endpoint(promises.createCodes, ({ ctx, caller, params, body }) =>
    createCodes(ctx, { ...params, body, by: caller.id }),
  ),
  endpoint(promises.removeCode, async ({ ctx, params }) => {
    await ctx.db.query('delete from campaign_codes where code = $1', [params.code])
  }),
  endpoint(promises.downloadCodes, async ({ ctx, params, reply }) => {
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="codes.csv"')
    return codesCsv(ctx, params.campaignId)
  }),
  endpoint(promises.followCode, async ({ ctx, params, request, reply }) => {
    const to = await followCode(ctx, params.code, request.headers['user-agent'])
    if (to === null)
      throw new Problem('not-found', 'This address leads nowhere.', { mend: 'Check that it is typed as printed.' })
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    return reply.redirect(to, 302)
  }),
]
