import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { hashOfSender } from './hash-of-sender.ts'
import type { Mailbox } from './mailbox.ts'
import { baseOf } from './normal-address.ts'

/** Forgets what was written down of mails that could not be read, so that they are fetched again. Returns how many. */
export async function refetchFailed(db: Queryable, mailboxId: string): Promise<number> {
  const { rowCount } = await db.query(
    `delete from mail_seen where outcome = 'failed' and folder_id in (select folder_id from mail_folders where mailbox_id = $1)`,
    [mailboxId],
  )
  return rowCount ?? 0
}

/** Everything that was not kept is decided about anew, as after another policy or rule. */
export async function refetchAll(db: Queryable, mailboxId: string): Promise<number> {
  const { rowCount } = await db.query(
    `delete from mail_seen where (outcome in ('failed', 'headers') or (outcome = 'counted' and reason is distinct from 'erased'))
       and folder_id in (select folder_id from mail_folders where mailbox_id = $1)`,
    [mailboxId],
  )
  return rowCount ?? 0
}

/** Somebody is known now whose mail was only counted, or kept without its text: it is fetched. */
export async function refetchKnown(ctx: Context, mailbox: Pick<Mailbox, 'mailboxId'>): Promise<void> {
  await ctx.db.query(
    `delete from mail_seen s using mail_folders f
      where f.folder_id = s.folder_id and f.mailbox_id = $1 and s.outcome = 'headers'
        and exists (select 1 from mail_parties p join identities i on i.kind = 'email' and i.value in (p.address, p.base) where p.message_id = s.message_id)`,
    [mailbox.mailboxId],
  )
  await refetchNewcomers(ctx, mailbox.mailboxId)
}

const MOST_KEYS = 20_000
const OVERLAP_MS = 3_600_000

/** Mail that was only counted of people who have become known since the mailbox was read last: it is fetched. */
async function refetchNewcomers(ctx: Pick<Context, 'db' | 'secret'>, mailboxId: string): Promise<void> {
  const { rows } = await ctx.db.query<{ value: string }>(
    `select i.value from identities i
      where i.kind = 'email' and i.created_at > (select coalesce(synced_at, created_at) - make_interval(secs => $2) from mailboxes where mailbox_id = $1)
        and exists (select 1 from mail_seen s join mail_folders f using (folder_id) where f.mailbox_id = $1 and s.sender_hash is not null)
      limit $3`,
    [mailboxId, OVERLAP_MS / 1_000, MOST_KEYS],
  )
  if (rows.length === 0) return
  const hashes = rows.flatMap(({ value }) => [value, baseOf(value)].map((each) => hashOfSender(ctx.secret, each)))
  await ctx.db.query(
    `delete from mail_seen s using mail_folders f where f.folder_id = s.folder_id and f.mailbox_id = $1 and s.outcome = 'counted' and s.sender_hash = any($2::bytea[])`,
    [mailboxId, hashes],
  )
}
