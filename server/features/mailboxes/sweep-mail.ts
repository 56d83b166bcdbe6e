import type { PoolClient } from 'pg'
import { countThreads } from './thread-of.ts'

/**
 * Takes every mail with somebody out of the house: what they wrote, what was written to them. In the counts of mailboxes it
 * stands as erased, so that it is not fetched again.
 */
export async function sweepMail(tx: PoolClient, personId: string): Promise<number> {
  const { rows } = await tx.query<{ message_id: string; thread_id: string }>(
    `select distinct m.message_id, m.thread_id from mail_messages m join mail_parties p using (message_id)
       join identities i on i.kind = 'email' and i.value in (p.address, p.base) where i.person_id = $1`,
    [personId],
  )
  const ids = rows.map((row) => row.message_id)
  await tx.query(
    `update mail_seen set outcome = 'counted', reason = 'erased', detail = null, message_id = null where message_id = any($1::uuid[])`,
    [ids],
  )
  await tx.query('delete from mail_messages where message_id = any($1::uuid[])', [ids])
  const threads = [...new Set(rows.map((row) => row.thread_id))]
  await tx.query(
    `delete from mail_threads t where thread_id = any($1::uuid[]) and not exists (select 1 from mail_messages m where m.thread_id = t.thread_id)`,
    [threads],
  )
  await countThreads(tx, threads)
  await tx.query(
    `delete from mail_ignored g using identities i where i.person_id = $1 and i.kind = 'email' and g.value = i.value`,
    [personId],
  )
  const outgoing = await tx.query(
    `delete from mail_outgoing o where person_id = $1 or exists (
       select 1 from jsonb_array_elements(o.recipients) r join identities i on i.kind = 'email' and i.value = r->>'address' where i.person_id = $1)`,
    [personId],
  )
  return ids.length + (outgoing.rowCount ?? 0)
}
