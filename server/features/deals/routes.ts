import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { followed } from '../people/follow-redirect.ts'
import { getDeal as getDealPromise } from './deal-contract.ts'
import { dealsCsv } from './deals-csv.ts'
import { getForecast as getForecastPromise, listForecastPast as listForecastPastPromise } from './forecast-contract.ts'
import { getBoard } from './get-board.ts'
import { getDeal } from './get-deal.ts'
import { getDealSettings } from './get-deal-settings.ts'
import { getForecast } from './get-forecast.ts'
import { getWinLoss } from './get-win-loss.ts'
import * as lists from './list-contract.ts'
import { listDeals } from './list-deals.ts'
import { listForecastPast } from './list-forecast-past.ts'
import { getDealSettings as getDealSettingsPromise } from './pipelines-contract.ts'
import { sumDeals } from './sum-deals.ts'
import { getWinLoss as getWinLossPromise } from './win-loss-contract.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(getDealSettingsPromise, ({ ctx, caller }) => getDealSettings(ctx, caller.locale ?? 'en')),
  endpoint(lists.listDeals, ({ ctx, query }) => listDeals(ctx, query)),
  endpoint(lists.sumDeals, ({ ctx, query }) => sumDeals(ctx, query)),
  endpoint(lists.getDealBoard, ({ ctx, query }) => getBoard(ctx, query)),
  endpoint(lists.exportDeals, async ({ ctx, query, reply }) => {
    const csv = await dealsCsv(ctx, query)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="deals.csv"')
      .send(csv)
  }),
  endpoint(getDealPromise, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, (personId) => getDeal(ctx, caller, personId, params.dealId)),
  ),
  endpoint(getWinLossPromise, ({ ctx, caller, query }) => getWinLoss(ctx, query, caller.locale ?? 'en')),
  endpoint(getForecastPromise, ({ ctx, caller, query }) => getForecast(ctx, query, caller.locale ?? 'en')),
  endpoint(listForecastPastPromise, ({ ctx, query }) => listForecastPast(ctx, query)),
]
