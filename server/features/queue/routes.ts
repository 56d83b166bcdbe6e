import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { getQueue as promise } from './contract.ts'
import { getQueue } from './get-queue.ts'

export const ENDPOINTS: Endpoint[] = [endpoint(promise, ({ ctx, caller, query }) => getQueue(ctx, caller, query))]
