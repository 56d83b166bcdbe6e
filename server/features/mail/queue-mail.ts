import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { seal } from '../../seal.ts'
import type { Letter } from './send-by-smtp.ts'

export const CONTENT_PURPOSE = 'mail content'
export type MailKind = 'notices' | 'summary' | 'invitation' | 'reset' | 'test' | 'meeting'

/** Puts a mail in the outbox, in the transaction that gives the reason for it. It is sent within seconds of the commit. */
export async function queueMail(
  tx: Queryable,
  ctx: Pick<Context, 'secret' | 'now'>,
  mail: { userId: string | null; address: string; kind: MailKind; letter: Letter },
): Promise<string> {
  const mailId = randomUUID()
  const now = new Date(ctx.now())
  await tx.query(
    `insert into mails (mail_id, user_id, address, kind, subject, content, next_try_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [
      mailId,
      mail.userId,
      mail.address,
      mail.kind,
      mail.letter.subject,
      seal(ctx.secret, CONTENT_PURPOSE, JSON.stringify(mail.letter)),
      now,
    ],
  )
  return mailId
}
