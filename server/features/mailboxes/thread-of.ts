import type { PoolClient } from 'pg'
import { newId } from '../../db/new-id.ts'

const LOCK = 5_206_140

/** Mails are put to threads one transaction after the other: two that name each other would each begin one. */
export async function lockThreads(tx: PoolClient): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
}

/**
 * The thread of a mail: that of any mail it names or that names it. When these were in several, they are one from now on.
 * Neither subjects nor people join threads.
 */
export async function threadOf(
  tx: PoolClient,
  mail: { key: string; names: readonly string[]; subject: string; sentAtMs: number },
): Promise<string> {
  const all = [...new Set([mail.key, ...mail.names])]
  const { rows } = await tx.query<{ thread_id: string }>(
    `select t.thread_id from mail_threads t where t.thread_id in (select thread_id from mail_refs where reference = any($1::text[]))
      order by t.first_at, t.thread_id`,
    [all],
  )
  const [first, ...others] = rows.map((row) => row.thread_id)
  const at = new Date(mail.sentAtMs)
  const threadId = first ?? newId(mail.sentAtMs)
  if (first === undefined)
    await tx.query('insert into mail_threads (thread_id, subject, first_at, last_at) values ($1, $2, $3, $3)', [
      threadId,
      mail.subject,
      at,
    ])
  if (others.length > 0) {
    await tx.query('update mail_messages set thread_id = $1 where thread_id = any($2::uuid[])', [threadId, others])
    await tx.query('update mail_refs set thread_id = $1 where thread_id = any($2::uuid[])', [threadId, others])
    await tx.query('delete from mail_threads where thread_id = any($1::uuid[])', [others])
  }
  await tx.query(
    `insert into mail_refs (reference, thread_id) select reference, $2 from unnest($1::text[]) as reference on conflict do nothing`,
    [all, threadId],
  )
  return threadId
}

/** Counts threads anew: how many mails, replies and words of either side. Answers of programs are no replies. */
export async function countThreads(tx: PoolClient, threadIds: readonly string[]): Promise<void> {
  await tx.query(
    `update mail_threads t set first_at = c.first_at, last_at = c.last_at, messages = c.messages, subject = c.subject,
       replies_prospect = c.replies_prospect, replies_company = c.replies_company, words_prospect = c.words_prospect, words_company = c.words_company
     from (
       select thread_id, min(sent_at) as first_at, max(sent_at) as last_at, count(*)::int as messages,
         (array_agg(subject order by sent_at, message_id))[1] as subject,
         count(*) filter (where kind in ('human', 'calendar') and direction = 'in')::int as replies_prospect,
         count(*) filter (where kind in ('human', 'calendar') and direction = 'out')::int as replies_company,
         coalesce(sum(words) filter (where kind = 'human' and direction = 'in'), 0)::int as words_prospect,
         coalesce(sum(words) filter (where kind = 'human' and direction = 'out'), 0)::int as words_company
       from mail_messages where thread_id = any($1::uuid[]) group by thread_id
     ) c where t.thread_id = c.thread_id`,
    [threadIds],
  )
}
