import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getPromises } from './get-promises.ts'
import { getPromisesToday } from './get-promises-today.ts'
import { listPromiseRows } from './list-promise-rows.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getPromises, ({ ctx, caller, query }) => getPromises(ctx, query, caller.locale)),
  endpoint(promises.listPromiseRows, ({ ctx, query }) => listPromiseRows(ctx, query)),
  endpoint(promises.getPromisesToday, ({ ctx }) => getPromisesToday(ctx)),
]
