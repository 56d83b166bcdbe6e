import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { webhookView } from './contract.ts'

export type WebhookView = z.input<typeof webhookView>

type Row = {
  id: string
  url: string
  note: string
  kinds: string[]
  status: 'active' | 'paused' | 'gone'
  failing_since: Date | null
  old_secret_until: Date | null
  created_at: Date
  waiting: number
  failed: number
  last_delivered_at: Date | null
}

/** The receivers by age, or the one asked for. */
export async function readWebhooks(db: Queryable, nowMs: number, only: string | null = null): Promise<WebhookView[]> {
  const { rows } = await db.query<Row>(
    `select w.webhook_id as id, w.url, w.note, w.kinds, w.status, w.failing_since, w.old_secret_until, w.created_at,
            coalesce(d.waiting, 0) as waiting, coalesce(d.failed, 0) as failed, d.last_delivered_at
       from webhooks w
       left join lateral (
         select count(*) filter (where status = 'waiting')::int as waiting, count(*) filter (where status = 'failed')::int as failed,
                (select max(t.at) from webhook_tries t where t.webhook_id = w.webhook_id and t.error is null) as last_delivered_at
           from webhook_deliveries where webhook_id = w.webhook_id
       ) d on true
      where $1::uuid is null or w.webhook_id = $1
      order by w.created_at, w.webhook_id`,
    [only],
  )
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    note: row.note,
    kinds: row.kinds,
    status: row.status,
    failingSince: row.failing_since?.toISOString() ?? null,
    oldSecretUntil:
      row.old_secret_until !== null && row.old_secret_until.getTime() > nowMs
        ? row.old_secret_until.toISOString()
        : null,
    createdAt: row.created_at.toISOString(),
    waiting: row.waiting,
    failed: row.failed,
    lastDeliveredAt: row.last_delivered_at?.toISOString() ?? null,
  }))
}
