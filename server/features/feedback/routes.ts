import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getFeedbackCounts } from './get-feedback-counts.ts'
import { listFeedback } from './list-feedback.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listFeedback, ({ ctx, caller, query }) => listFeedback(ctx, caller, query)),
  endpoint(promises.getFeedbackCounts, ({ ctx, caller }) => getFeedbackCounts(ctx, caller)),
]
