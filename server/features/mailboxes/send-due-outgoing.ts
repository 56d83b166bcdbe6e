import type { Context } from '../../context.ts'
import { explainFailure, type Sent } from '../mail/send-by-smtp.ts'
import { composeMail } from './compose-mail.ts'
import { MailTrouble } from './mail-trouble.ts'
import { readMailbox } from './mailbox.ts'
import { openSmtp } from './open-smtp.ts'
import { OUTGOING, type OutgoingRow, outgoingOf, readFiles } from './read-outgoing.ts'
import { settleUnsure } from './settle-unsure.ts'
import { storeSent } from './store-sent.ts'

/** Longer than a try lasts. A process killed meanwhile is waited for this long. */
const CLAIM_S = 150
const AT_ONCE = 5
const MOST_TRIES = 12

async function claim(ctx: Context): Promise<OutgoingRow[]> {
  const { rows } = await ctx.db.query<OutgoingRow>(
    `update mail_outgoing m set status = case when m.status = 'waiting' or m.status = 'claimed' then 'claimed' else m.status end,
         claimed_until = $1::timestamptz + make_interval(secs => $2)
       from (select outgoing_id from mail_outgoing
              where status in ('waiting', 'claimed', 'handing') and next_try_at <= $1 and (claimed_until is null or claimed_until <= $1)
              order by next_try_at, outgoing_id limit $3 for update skip locked) as due
      where m.outgoing_id = due.outgoing_id returning ${OUTGOING.split(', ')
        .map((each) => `m.${each.trim()}`)
        .join(', ')}`,
    [new Date(ctx.now()), CLAIM_S, AT_ONCE],
  )
  return rows
}

type Failure = Exclude<Sent, { how: 'sent' }>

async function noteFailure(ctx: Context, row: OutgoingRow, { how, what, mend }: Failure): Promise<void> {
  const isOver = how !== 'later' || row.tries + 1 >= MOST_TRIES
  const waitS = Math.min(30 * 2 ** row.tries, 3_600)
  await ctx.db.query(
    `update mail_outgoing set status = $2, tries = tries + 1, error = $3, mend = $4, claimed_until = null,
       next_try_at = $5::timestamptz + make_interval(secs => $6) where outgoing_id = $1`,
    [row.outgoing_id, isOver ? 'failed' : 'waiting', what, mend, new Date(ctx.now()), waitS],
  )
}

/**
 * Hands one mail to its server. Up to the mark `handing` nothing has left, and a crash only delays it. From there on the server
 * may have it: whoever finds the mark after a crash looks for the mail, and does not send it a second time.
 */
async function sendOne(ctx: Context, row: OutgoingRow): Promise<void> {
  const mail = outgoingOf(row)
  const mailbox = await readMailbox(ctx.db, ctx.secret, mail.mailboxId)
  if (mailbox.smtp === null) {
    const mend = 'Enter the server it sends by under Settings, My mailboxes.'
    return noteFailure(ctx, row, { how: 'misset', what: `${mailbox.address} can only be read.`, mend })
  }
  const sentMs = ctx.now()
  const raw = await composeMail(ctx, mailbox, mail, await readFiles(ctx.db, mail.outgoingId), sentMs)
  let isHanding = false
  try {
    const transport = await openSmtp(ctx, { ...mailbox, smtp: mailbox.smtp })
    try {
      await transport.verify()
      const { rowCount } = await ctx.db.query(
        `update mail_outgoing set status = 'handing', sent_at = $2 where outgoing_id = $1 and status = 'claimed'`,
        [mail.outgoingId, new Date(sentMs)],
      )
      if (rowCount !== 1) return
      isHanding = true
      await transport.sendMail({
        envelope: { from: mailbox.address, to: mail.recipients.map((each) => each.address) },
        raw,
      })
    } finally {
      transport.close()
    }
  } catch (error) {
    if (error instanceof MailTrouble)
      return noteFailure(ctx, row, {
        ...error.trouble,
        how: MAY_PASS.includes(error.trouble.code) ? 'later' : 'misset',
      })
    const failure = explainFailure(error, mailbox.smtp)
    // Without an answer of the server after the text was handed over nobody knows whether it has it.
    if (isHanding && !isBeforeText(error)) return settleUnsure(ctx, row)
    return noteFailure(ctx, row, failure)
  }
  await storeSent(ctx, mailbox, mail, raw, sentMs)
}

/** A provider or a name server that does not answer may do so later. */
const MAY_PASS = ['no token', 'unknown host']

/** What a server answered, and whatever went wrong before the text was handed over, leaves no doubt: it has nothing. */
const BEFORE_TEXT = ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO']

function isBeforeText(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if ('responseCode' in error && typeof error.responseCode === 'number') return true
  if (!('command' in error) || typeof error.command !== 'string') return false
  return BEFORE_TEXT.includes(error.command) || error.command.startsWith('AUTH')
}

/** Sends what is due. What a killed process left half done is looked into. */
export async function sendDueOutgoing(ctx: Context, signal: AbortSignal): Promise<number> {
  if (signal.aborted) return 0
  const rows = await claim(ctx)
  await Promise.all(
    rows.map((row) =>
      (row.status === 'handing' ? settleUnsure(ctx, row) : sendOne(ctx, row)).catch((error: unknown) =>
        ctx.log.error({ err: error, outgoingId: row.outgoing_id }, 'a mail of a colleague could not be sent'),
      ),
    ),
  )
  return rows.length
}
