import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { factIdOf } from './facts-of-mail.ts'
import type { ReadMessage } from './read-message.ts'
import { readReport } from './read-report.ts'
import { peopleOf } from './who-is-known.ts'

type Bounced = { message_id: string; subject: string; message_key: string }

async function findSent(ctx: Context, keys: readonly string[], mail: ReadMessage): Promise<Bounced | null> {
  const asked = [...new Set([...keys, ...mail.references, ...(mail.inReplyTo === null ? [] : [mail.inReplyTo])])]
  const { rows } = await ctx.db.query<Bounced>(
    `select message_id, subject, message_key from mail_messages where message_key = any($1::text[]) and direction = 'out' order by sent_at desc limit 1`,
    [asked],
  )
  return rows[0] ?? null
}

/** A server says that a mail did not arrive: the mail is marked, and whom it was for is warned of in their story. */
export async function noteBounce(ctx: Context, mail: ReadMessage, isHistory: boolean): Promise<void> {
  const report = readReport(mail.report ?? '', mail.text)
  if (report === null) return
  const sent = await findSent(ctx, report.keys, mail)
  if (sent !== null)
    await ctx.db.query(
      `update mail_messages set bounced = $2, bounce_why = $3 where message_id = $1 and (bounced is null or bounced = 'soft')`,
      [sent.message_id, report.how, report.why],
    )
  const addresses = report.address === null ? await onlyRecipient(ctx, sent) : [report.address]
  const people = await peopleOf(ctx.db, addresses)
  const facts = addresses.flatMap((address) => {
    const personId = people.get(address)
    if (personId === undefined) return []
    return [
      {
        kind: 'email.bounced',
        at: mail.sentAtMs,
        messageId: factIdOf(mail.key),
        source: 'mailbox',
        actor: null,
        isHistory,
        who: { personId },
        touch: null,
        data: {
          how: report.how,
          address,
          ...(report.why === '' ? {} : { why: report.why }),
          ...(sent === null ? {} : { subject: sent.subject.slice(0, 1_000), mail: sent.message_id }),
        },
      },
    ]
  })
  if (facts.length > 0) await recordFacts(ctx, facts, { onRefused: 'report' })
}

/** The report names nobody: it is about whom the mail was for, when that was one. */
async function onlyRecipient(ctx: Context, sent: Bounced | null): Promise<string[]> {
  if (sent === null) return []
  const { rows } = await ctx.db.query<{ address: string }>(
    `select address from mail_parties where message_id = $1 and role = 'to' limit 2`,
    [sent.message_id],
  )
  return rows.length === 1 ? rows.map((row) => row.address) : []
}
