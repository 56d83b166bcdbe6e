import type { Context } from '../../context.ts'
import { doorOf } from './door-of.ts'
import { getWebhook } from './get-webhook.ts'
import type { WebhookKind } from './kinds.ts'
import { noSuchWebhook, refuseUrl } from './policy.ts'
import type { Door } from './post-once.ts'
import type { WebhookView } from './queries.ts'

type Input = {
  webhookId: string
  url?: string | undefined
  note?: string | undefined
  kinds?: readonly WebhookKind[] | undefined
  status?: 'active' | 'paused' | undefined
}

/** Changes a receiver. Set going again, it gets what waited meanwhile, at once. */
export async function changeWebhook(ctx: Context, input: Input, door: Door = doorOf(ctx)): Promise<WebhookView> {
  const url = input.url === undefined ? null : await refuseUrl(door, input.url)
  const { rowCount } = await ctx.db.query(
    `update webhooks set url = coalesce($2, url), note = coalesce($3, note), kinds = coalesce($4, kinds), status = coalesce($5, status),
            failing_since = case when $5 = 'active' or $2 is not null then null else failing_since end
      where webhook_id = $1`,
    [
      input.webhookId,
      url,
      input.note?.trim() ?? null,
      input.kinds === undefined ? null : [...new Set(input.kinds)],
      input.status ?? null,
    ],
  )
  if (rowCount === 0) throw noSuchWebhook()
  if (url !== null || input.status === 'active') {
    await ctx.db.query(
      `update webhook_deliveries set next_try_at = $2 where webhook_id = $1 and status = 'waiting' and next_try_at > $2`,
      [input.webhookId, new Date(ctx.now())],
    )
  }
  return getWebhook(ctx.db, input.webhookId, ctx.now())
}
