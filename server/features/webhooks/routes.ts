import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { changeWebhook } from './change-webhook.ts'
import * as promises from './contract.ts'
import { createWebhook } from './create-webhook.ts'
import { WEBHOOK_KINDS } from './kinds.ts'
import { listDeliveries } from './list-deliveries.ts'
import { readWebhooks } from './queries.ts'
import { removeWebhook } from './remove-webhook.ts'
import { replayDeliveries } from './replay-deliveries.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { testWebhook } from './test-webhook.ts'

export const ENDPOINTS: Endpoint[] = [
  endpoint(promises.listWebhooks, async ({ ctx }) => ({
    kinds: [...WEBHOOK_KINDS],
    webhooks: await readWebhooks(ctx.db, ctx.now()),
  })),
  endpoint(promises.createWebhook, async ({ ctx, caller, body }) => createWebhook(ctx, caller, body)),
  endpoint(promises.changeWebhook, async ({ ctx, params, body }) => changeWebhook(ctx, { ...body, ...params })),
  endpoint(promises.removeWebhook, async ({ ctx, params }) => removeWebhook(ctx, params)),
  endpoint(promises.rotateWebhookSecret, async ({ ctx, params }) => rotateWebhookSecret(ctx, params)),
  endpoint(promises.testWebhook, async ({ ctx, params }) => testWebhook(ctx, params)),
  endpoint(promises.listDeliveries, async ({ ctx, params, query }) =>
    listDeliveries(ctx.db, ctx.publicUrl, { ...query, ...params }),
  ),
  endpoint(promises.replayDeliveries, async ({ ctx, params, body }) =>
    replayDeliveries(ctx, { ...params, which: body }),
  ),
]
