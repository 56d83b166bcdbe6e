import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { tell } from '../notices/tell.ts'

/** A server may restart; only what lasts is an alarm. */
const UNREACHABLE_S = 900
const AGAIN_S = 86_400

type Row = {
  mailbox_id: string
  user_id: string
  address: string
  unreachable_since: Date | null
  trouble: { what?: string } | null
  missing: number
}

/** Tells the owner of a mailbox, once a day, that it cannot be reached, or that mails in it could not be read. */
export async function alarmGaps(ctx: Context): Promise<void> {
  const now = new Date(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<Row>(
      `select m.mailbox_id, m.user_id, m.address, m.unreachable_since, m.trouble,
         (select count(*)::int from mail_seen s join mail_folders f using (folder_id) where f.mailbox_id = m.mailbox_id and f.is_read and s.outcome = 'failed' and s.gone_at is null) as missing
       from mailboxes m where not m.is_paused and (m.alarmed_at is null or m.alarmed_at < $1::timestamptz - make_interval(secs => $2))
         and (m.unreachable_since < $1::timestamptz - make_interval(secs => $3) or m.synced_at is not null)
       for update skip locked`,
      [now, AGAIN_S, UNREACHABLE_S],
    )
    const alarming = rows.filter((row) => row.unreachable_since !== null || row.missing > 0)
    await tell(
      tx,
      alarming.map((row) => ({
        userId: row.user_id,
        kind: row.unreachable_since === null ? 'mailbox_gap' : 'mailbox_unreachable',
        personId: null,
        data: {
          address: row.address,
          mailboxId: row.mailbox_id,
          ...(row.unreachable_since === null ? { note: String(row.missing) } : { why: row.trouble?.what ?? '' }),
        },
      })),
      ctx.now(),
    )
    await tx.query('update mailboxes set alarmed_at = $2 where mailbox_id = any($1::uuid[])', [
      alarming.map((row) => row.mailbox_id),
      now,
    ])
  })
}
