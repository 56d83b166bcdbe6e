import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listDeliveries as promise } from './contract.ts'
import { bodyOf } from './deliver-one.ts'
import { noSuchWebhook } from './policy.ts'

type Page = z.input<NonNullable<(typeof promise)['response']>>
type Attempt = Page['deliveries'][number]['attempts'][number]
type Row = {
  event_id: string
  kind: string
  sequence: string
  occurred_at: Date
  data: Record<string, unknown>
  status: 'waiting' | 'delivered' | 'failed'
  tries: number
  next_try_at: Date
  mark: string
  attempts: Attempt[]
}
type Input = {
  webhookId: string
  status?: 'waiting' | 'delivered' | 'failed' | undefined
  after?: string | undefined
  limit: number
}

/** What was sent to a receiver, newest first, each with its tries. */
export async function listDeliveries(db: Queryable, publicUrl: string, input: Input): Promise<Page> {
  const known = await db.query('select 1 from webhooks where webhook_id = $1', [input.webhookId])
  if (known.rowCount === 0) throw noSuchWebhook()
  const after = unpackCursor(input.after, 2)
  const { rows } = await db.query<Row>(
    `select d.event_id, e.kind, e.sequence, e.occurred_at, e.data, d.status, d.tries, d.next_try_at, d.created_at::text as mark,
            coalesce((select json_agg(json_build_object('at', to_json(t.at), 'statusCode', t.status_code, 'tookMs', t.took_ms, 'error', t.error,
                       'answer', t.answer) order by t.at desc)
                from webhook_tries t where t.webhook_id = d.webhook_id and t.event_id = d.event_id), '[]') as attempts
       from webhook_deliveries d join webhook_events e using (event_id)
      where d.webhook_id = $1 and ($2::text is null or d.status = $2)
        and ($3::timestamptz is null or (d.created_at, d.event_id) < ($3::timestamptz, $4::uuid))
      order by d.created_at desc, d.event_id desc limit $5`,
    [input.webhookId, input.status ?? null, after?.[0] ?? null, after?.[1] ?? null, input.limit + 1],
  )
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    deliveries: page.map((row) => ({
      id: row.event_id,
      kind: row.kind,
      occurredAt: row.occurred_at.toISOString(),
      status: row.status,
      tries: row.tries,
      nextTryAt: row.status === 'waiting' ? row.next_try_at.toISOString() : null,
      body: bodyOf(row, publicUrl),
      attempts: row.attempts,
    })),
    next: rows.length > input.limit && last !== undefined ? packCursor([last.mark, last.event_id]) : null,
  }
}
