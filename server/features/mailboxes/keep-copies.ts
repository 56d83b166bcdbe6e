import type { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { composeMail } from './compose-mail.ts'
import { readMailbox } from './mailbox.ts'
import { OUTGOING, type OutgoingRow, outgoingOf, readFiles } from './read-outgoing.ts'
import { findCopy, sentFolderOf } from './settle-unsure.ts'

/** A server that keeps copies itself has laid them down by then. */
export const PATIENCE_S = 3

/** Lays copies of sent mails into the folder of sent mail, where the server has not done so: the very mail that was sent. */
export async function keepCopies(ctx: Context, client: ImapFlow, mailboxId: string): Promise<void> {
  const { rows } = await ctx.db.query<OutgoingRow>(
    `select ${OUTGOING} from mail_outgoing where mailbox_id = $1 and status = 'sent' and copy = 'wanted'
       and sent_at <= $2::timestamptz - make_interval(secs => $3) order by sent_at limit 50`,
    [mailboxId, new Date(ctx.now()), PATIENCE_S],
  )
  if (rows.length === 0) return
  const path = await sentFolderOf(ctx, mailboxId)
  const mailbox = await readMailbox(ctx.db, ctx.secret, mailboxId)
  for (const row of rows) {
    const mail = outgoingOf(row)
    const sentMs = row.sent_at?.getTime() ?? row.created_at.getTime()
    let copy: 'server' | 'kept' | 'failed' = 'failed'
    if (path !== null) {
      if (await findCopy(client, path, mail.messageKey)) copy = 'server'
      else {
        const raw = await composeMail(ctx, mailbox, mail, await readFiles(ctx.db, mail.outgoingId), sentMs)
        copy = (await client.append(path, raw, ['\\Seen'], new Date(sentMs))) === false ? 'failed' : 'kept'
      }
    }
    await ctx.db.query('update mail_outgoing set copy = $2 where outgoing_id = $1', [mail.outgoingId, copy])
  }
}
