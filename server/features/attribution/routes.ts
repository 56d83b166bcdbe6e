import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getAttribution } from './get-attribution.ts'
import { getDeals } from './get-deals.ts'
import { getDoubt } from './get-doubt.ts'
import { getFlow } from './get-flow.ts'
import { getMonths } from './get-months.ts'
import { getReturn } from './get-return.ts'
import { getSelfReported } from './get-self-reported.ts'
import * as lift from './lift-contract.ts'
import { addLiftTest, listLiftTests, removeLiftTest, smallestFound } from './lift-tests.ts'
import { writeTable } from './write-table.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getAttribution, ({ ctx, query }) => getAttribution(ctx, query)),
  endpoint(promises.getAttributionDoubt, ({ ctx, query, caller }) => getDoubt(ctx, query, caller.locale)),
  endpoint(promises.listAttributedDeals, ({ ctx, query }) => getDeals(ctx, query)),
  endpoint(promises.getAttributionCsv, async ({ ctx, query, reply }) => {
    reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="attribution.csv"')
    return writeTable(ctx, query)
  }),
  endpoint(promises.getJourneyFlow, ({ ctx, query }) => getFlow(ctx, query)),
  endpoint(promises.getAttributionMonths, ({ ctx, query }) => getMonths(ctx, query)),
  endpoint(promises.getSelfReported, ({ ctx, query }) => getSelfReported(ctx, query)),
  endpoint(promises.getReturn, ({ ctx, query }) => getReturn(ctx, query)),
  endpoint(lift.listLiftTests, ({ ctx, params }) => listLiftTests(ctx, params.campaignId)),
  endpoint(lift.addLiftTest, ({ ctx, caller, params, body }) => addLiftTest(ctx, caller, params.campaignId, body)),
  endpoint(lift.removeLiftTest, ({ ctx, params }) => removeLiftTest(ctx, params.liftTestId)),
  endpoint(lift.planLift, async ({ query }) => {
    const detectable = smallestFound(query.baseRate, query.perArm)
    return {
      detectable: detectable ?? 1 - query.baseRate,
      relative: (detectable ?? 1 - query.baseRate) / query.baseRate,
      isPossible: detectable !== null,
    }
  }),
]
