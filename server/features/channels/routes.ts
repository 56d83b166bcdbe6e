import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import * as promises from './contract.ts'
import { getRules } from './get-rules.ts'
import { previewRules } from './preview-rules.ts'
import { saveHosts } from './save-hosts.ts'
import { saveRules } from './save-rules.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.getChannelRules, ({ ctx }) => getRules(ctx)),
  endpoint(promises.previewChannelRules, ({ ctx, body }) => previewRules(ctx, body)),
  endpoint(promises.saveChannelRules, ({ ctx, caller, body }) => saveRules(ctx, { ...body, by: caller.id })),
  endpoint(promises.saveChannelHosts, ({ ctx, body }) => saveHosts(ctx, body.text)),
]
