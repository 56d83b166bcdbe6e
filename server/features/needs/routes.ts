import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchAccount } from '../accounts/change-account.ts'
import { namesOfAccount } from '../accounts/queries.ts'
import { followed } from '../people/follow-redirect.ts'
import * as promises from './contract.ts'
import { getNeeds } from './get-needs.ts'
import { needViews, readNeeds } from './need-views.ts'
import { readTopics } from './queries.ts'
import { reportNeeds } from './report-needs.ts'
import { saveNeedTopic } from './save-need-topic.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getNeeds, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, (personId) => getNeeds(ctx, caller, personId)),
  ),
  endpoint(promises.getAccountNeeds, async ({ ctx, params }) => {
    const names = await namesOfAccount(ctx.db, params.accountId)
    if (names === null) throw noSuchAccount()
    return { needs: await needViews(ctx.db, await readNeeds(ctx.db, [...names.keys()]), names) }
  }),
  endpoint(promises.listNeedTopics, async ({ ctx }) => ({ topics: await readTopics(ctx.db) })),
  endpoint(promises.saveNeedTopic, ({ ctx, caller, params, body }) =>
    saveNeedTopic(ctx, caller, { ...body, topic: params.topic }),
  ),
  endpoint(promises.deleteNeedTopic, async ({ ctx, params }) => {
    const { rowCount } = await ctx.db.query('delete from need_topics where topic = $1', [params.topic])
    if (rowCount === 0)
      throw new Problem('not-found', 'There is no such need in the catalogue.', { mend: 'Look at the list of needs.' })
  }),
  endpoint(promises.needsReport, ({ ctx, caller, query }) => reportNeeds(ctx, caller, query)),
]
