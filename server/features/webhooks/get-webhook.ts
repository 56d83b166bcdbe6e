import type { Queryable } from '../../db/queryable.ts'
import { noSuchWebhook } from './policy.ts'
import { readWebhooks, type WebhookView } from './queries.ts'

export async function getWebhook(db: Queryable, webhookId: string, nowMs: number): Promise<WebhookView> {
  const [webhook] = await readWebhooks(db, nowMs, webhookId)
  if (webhook === undefined) throw noSuchWebhook()
  return webhook
}
