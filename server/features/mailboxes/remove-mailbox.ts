import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { requireOwn } from './mailbox.ts'

/** Disconnects a mailbox. What concerns people the house knows stays; private mail that only this mailbox held goes. */
export async function removeMailbox(ctx: Context, caller: Pick<Caller, 'id'>, mailboxId: string): Promise<void> {
  await requireOwn(ctx.db, mailboxId, caller.id)
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `delete from mail_messages m where m.message_id in (
         select s.message_id from mail_seen s join mail_folders f using (folder_id) where f.mailbox_id = $1 and s.message_id is not null
       ) and not exists (
         select 1 from mail_seen s join mail_folders f using (folder_id) where s.message_id = m.message_id and f.mailbox_id <> $1
       ) and not exists (
         select 1 from mail_parties p join identities i on i.kind = 'email' and i.value in (p.address, p.base) where p.message_id = m.message_id
       )`,
      [mailboxId],
    )
    await tx.query(
      'delete from mail_threads t where not exists (select 1 from mail_messages m where m.thread_id = t.thread_id)',
    )
    await tx.query('delete from mailboxes where mailbox_id = $1', [mailboxId])
  })
}
