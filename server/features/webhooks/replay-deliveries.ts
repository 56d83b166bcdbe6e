import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchWebhook } from './policy.ts'

type Which = { eventId: string } | { since: string; onlyFailed: boolean }

/** Puts deliveries back in line, with their own ids and all their tries before them. Returns how many. */
export async function replayDeliveries(
  ctx: Context,
  input: { webhookId: string; which: Which },
): Promise<{ count: number }> {
  const { rows } = await ctx.db.query<{ status: string }>('select status from webhooks where webhook_id = $1', [
    input.webhookId,
  ])
  const [webhook] = rows
  if (webhook === undefined) throw noSuchWebhook()
  if (webhook.status === 'gone')
    throw new Problem('refused', 'The receiver said that it is gone.', { mend: 'Set the webhook going again first.' })
  const { which } = input
  const one = 'eventId' in which ? which.eventId : null
  const since = 'since' in which ? which.since : null
  const onlyFailed = 'since' in which && which.onlyFailed
  const { rowCount } = await ctx.db.query(
    `update webhook_deliveries set status = 'waiting', tries = 0, next_try_at = $5
      where webhook_id = $1 and ($2::uuid is null or event_id = $2) and ($3::timestamptz is null or created_at >= $3)
        and (not $4::boolean or status = 'failed') and (claimed_until is null or claimed_until <= $5)`,
    [input.webhookId, one, since, onlyFailed, new Date(ctx.now())],
  )
  if (rowCount === 0 && one !== null)
    throw new Problem('not-found', 'There is no such delivery, or it is on its way just now.', {
      mend: 'Look at the list again.',
    })
  return { count: rowCount ?? 0 }
}
