import type { Context } from '../../context.ts'

const KEPT_DAYS = 30

/** Forgets what was told more than thirty days ago, with its log. */
export async function sweepEvents(ctx: Pick<Context, 'db' | 'now'>): Promise<void> {
  await ctx.db.query(
    `delete from webhook_events e where e.occurred_at < $1
        and not exists (select 1 from webhook_deliveries d where d.event_id = e.event_id and (d.status = 'waiting' or d.created_at >= $1))`,
    [new Date(ctx.now() - KEPT_DAYS * 86_400_000)],
  )
}
