import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { followed } from '../people/follow-redirect.ts'
import * as promises from './contract.ts'
import { dealsCsv } from './deals-csv.ts'
import { getBoard } from './get-board.ts'
import { getDeal } from './get-deal.ts'
import { getDealSettings } from './get-deal-settings.ts'
import { getForecast } from './get-forecast.ts'
import { getWinLoss } from './get-win-loss.ts'
import { listDeals } from './list-deals.ts'
import { listForecastPast } from './list-forecast-past.ts'
import { sumDeals } from './sum-deals.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getDealSettings, ({ ctx, caller }) => getDealSettings(ctx, caller.locale ?? 'en')),
  endpoint(promises.listDeals, ({ ctx, query }) => listDeals(ctx, query)),
  endpoint(promises.sumDeals, ({ ctx, query }) => sumDeals(ctx, query)),
  endpoint(promises.getDealBoard, ({ ctx, query }) => getBoard(ctx, query)),
  endpoint(promises.exportDeals, async ({ ctx, query, reply }) => {
    const csv = await dealsCsv(ctx, query)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="deals.csv"')
      .send(csv)
  }),
  endpoint(promises.getDeal, ({ ctx, caller, params }) =>
    followed(ctx.db, params.personId, (personId) => getDeal(ctx, caller, personId, params.dealId)),
  ),
  endpoint(promises.getWinLoss, ({ ctx, caller, query }) => getWinLoss(ctx, query, caller.locale ?? 'en')),
  endpoint(promises.getForecast, ({ ctx, caller, query }) => getForecast(ctx, query, caller.locale ?? 'en')),
  endpoint(promises.listForecastPast, ({ ctx, query }) => listForecastPast(ctx, query)),
]
