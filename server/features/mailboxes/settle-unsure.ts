import type { ImapFlow } from 'imapflow'
import type { Context } from '../../context.ts'
import { composeMail } from './compose-mail.ts'
import { readMailbox } from './mailbox.ts'
import { openImap } from './open-imap.ts'
import { type OutgoingRow, outgoingOf, readFiles } from './read-outgoing.ts'
import { storeSent } from './store-sent.ts'

/** The folder of sent mail of a mailbox, and whether it holds a mail of this id. */
export async function findCopy(client: ImapFlow, path: string, messageKey: string): Promise<boolean> {
  await client.mailboxOpen(path, { readOnly: true })
  const found = await client.search({ header: { 'message-id': `<${messageKey}>` } }, { uid: true })
  return Array.isArray(found) && found.length > 0
}

export async function sentFolderOf(ctx: Context, mailboxId: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ path: string }>(
    `select path from mail_folders where mailbox_id = $1 and role = 'sent' order by is_read desc, path limit 1`,
    [mailboxId],
  )
  return rows[0]?.path ?? null
}

/**
 * Nobody knows whether the server took this mail. When its copy lies in the folder of sent mail, it did; otherwise the
 * colleague is asked, and it is not sent again by itself.
 */
export async function settleUnsure(ctx: Context, row: OutgoingRow): Promise<void> {
  const mail = outgoingOf(row)
  const mailbox = await readMailbox(ctx.db, ctx.secret, mail.mailboxId)
  const path = await sentFolderOf(ctx, mail.mailboxId)
  const isThere =
    path !== null &&
    (await openImap(ctx, mailbox)
      .then(async (client) => {
        try {
          return await findCopy(client, path, mail.messageKey)
        } finally {
          await client.logout().catch(() => client.close())
        }
      })
      .catch(() => false))
  const sentMs = row.sent_at?.getTime() ?? row.created_at.getTime()
  if (isThere) {
    const raw = await composeMail(ctx, mailbox, mail, await readFiles(ctx.db, mail.outgoingId), sentMs)
    return storeSent(ctx, { ...mailbox, keepsCopies: false }, mail, raw, sentMs)
  }
  await ctx.db.query(
    `update mail_outgoing set status = 'unsure', error = $2, mend = $3, claimed_until = null where outgoing_id = $1`,
    [
      mail.outgoingId,
      'The line broke while the server took this mail: nobody knows whether it went out.',
      'Look into the folder of sent mail, or ask. Then say that it went out, or send it again.',
    ],
  )
}
