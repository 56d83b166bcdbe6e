import type { Queryable } from '../../db/queryable.ts'
import type { Delivery } from './deliver-one.ts'

/** A try takes at most 15 seconds and a look-up; a process that was killed meanwhile is waited for this long. */
const CLAIM_S = 45

/** The receivers with something to post now. One index look-up for each receiver. */
export async function receiversDue(db: Queryable, nowMs: number): Promise<string[]> {
  const { rows } = await db.query<{ webhook_id: string }>(
    `select w.webhook_id from webhooks w
      where w.status = 'active' and exists (
        select 1 from webhook_deliveries d
         where d.webhook_id = w.webhook_id and d.status = 'waiting' and d.next_try_at <= $1
           and (d.claimed_until is null or d.claimed_until <= $1))`,
    [new Date(nowMs)],
  )
  return rows.map((row) => row.webhook_id)
}

/** Takes up to `limit` due deliveries of one receiver, the oldest first, so that nobody else takes them. */
export async function claimDue(db: Queryable, webhookId: string, nowMs: number, limit: number): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `with due as (
       select d.webhook_id, d.event_id from webhook_deliveries d join webhooks w using (webhook_id)
        where d.webhook_id = $1 and w.status = 'active' and d.status = 'waiting' and d.next_try_at <= $2
          and (d.claimed_until is null or d.claimed_until <= $2)
        order by d.next_try_at, d.event_id limit $3 for update of d skip locked
     ), claimed as (
       update webhook_deliveries d set claimed_until = $2::timestamptz + make_interval(secs => $4)
         from due where d.webhook_id = due.webhook_id and d.event_id = due.event_id
       returning d.webhook_id, d.event_id, d.tries
     )
     select c.webhook_id, c.event_id, c.tries, w.url, w.secret, w.old_secret, w.old_secret_until,
            e.kind, e.sequence, e.occurred_at, e.data
       from claimed c join webhooks w using (webhook_id) join webhook_events e using (event_id)
      order by e.sequence`,
    [webhookId, new Date(nowMs), limit, CLAIM_S],
  )
  return rows
}
