import type { Context } from '../../context.ts'
import { noSuchWebhook } from './policy.ts'

export async function removeWebhook(ctx: Pick<Context, 'db'>, input: { webhookId: string }): Promise<void> {
  const { rowCount } = await ctx.db.query('delete from webhooks where webhook_id = $1', [input.webhookId])
  if (rowCount === 0) throw noSuchWebhook()
}
