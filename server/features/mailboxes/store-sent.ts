import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { applyMails } from './apply-mail.ts'
import type { Outgoing } from './compose-mail.ts'
import type { Mailbox } from './mailbox.ts'
import { readMessage } from './read-message.ts'
import { storeMessages } from './store-messages.ts'
import { peopleOf, readHouse } from './who-is-known.ts'

/** The server has it: it is a fact, and stands in its thread before any mailbox is read again. */
export async function storeSent(
  ctx: Context,
  mailbox: Pick<Mailbox, 'mailboxId' | 'userId' | 'keepsCopies'>,
  mail: Outgoing,
  raw: Buffer,
  sentMs: number,
): Promise<void> {
  await ctx.db.query(
    `update mail_outgoing set status = 'sent', sent_at = $2, error = null, mend = null, claimed_until = null, copy = $3 where outgoing_id = $1`,
    [mail.outgoingId, new Date(sentMs), mailbox.keepsCopies ? 'wanted' : 'server'],
  )
  const read = await readMessage(raw, { arrivedMs: sentMs, sizeBytes: raw.length })
  const house = await readHouse(ctx.db)
  const people = await peopleOf(
    ctx.db,
    read.parties.map((each) => each.address),
  )
  await applyMails(ctx, { userId: mailbox.userId, createdMs: 0 }, [read], house, people)
  await inTransaction(ctx.db, (tx) => storeMessages(tx, house, [{ mail: read, hasBody: true, userId: mailbox.userId }]))
}
