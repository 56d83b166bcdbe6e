import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'
import type { Story } from '../facts/story.ts'
import { eventsOf } from './events-of.ts'

/**
 * Stores what receivers are to be told, in the transaction in which it came to be: what was not stored is not told, and
 * what was stored is. Nothing is written when nobody listens to a kind.
 */
export async function emitEvents(tx: PoolClient, stories: readonly Story[], nowMs: number): Promise<void> {
  const events = stories.flatMap(eventsOf)
  if (events.length === 0) return
  const rows = events.map((event) => ({
    event_id: newId(nowMs),
    kind: event.kind,
    occurred_at: new Date(event.at).toISOString(),
    data: event.data,
  }))
  await tx.query(
    `with told as (
       select r.* from json_to_recordset($1::json) as r(event_id uuid, kind text, occurred_at timestamptz, data jsonb)
       where exists (select 1 from webhooks w where w.status <> 'gone' and r.kind = any(w.kinds))
     ), stored as (
       insert into webhook_events (event_id, kind, occurred_at, data) select event_id, kind, occurred_at, data from told
     )
     insert into webhook_deliveries (webhook_id, event_id, next_try_at, created_at)
     select w.webhook_id, t.event_id, $2, $2 from told t join webhooks w on w.status <> 'gone' and t.kind = any(w.kinds)`,
    [JSON.stringify(rows), new Date(nowMs)],
  )
}
