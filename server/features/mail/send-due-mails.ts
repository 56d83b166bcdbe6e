import { z } from 'zod'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { unseal } from '../../seal.ts'
import { doNoticesStand } from '../notices/do-notices-stand.ts'
import { tell } from '../notices/tell.ts'
import { readAdmins } from '../webhooks/read-admins.ts'
import { type MailSettings, readMailSettings } from './mail-settings.ts'
import { CONTENT_PURPOSE, type MailKind } from './queue-mail.ts'
import { retryAt } from './retry-at.ts'
import { type Letter, type Sent, sendBySmtp } from './send-by-smtp.ts'

/** Longer than any one try lasts; a process killed meanwhile is waited for this long. */
const CLAIM_S = 120
const AT_ONCE = 5
/** After so many tries (a quarter of an hour) the server itself is in trouble, and an administrator hears of it, once a day. */
const STUCK_TRIES = 5
const DAY_MS = 86_400_000
const STUCK_LOCK = 5_206_146

type Row = {
  mail_id: string
  user_id: string | null
  address: string
  kind: MailKind
  content: string
  tries: number
  created_at: Date
}
type Outcome = {
  status: 'waiting' | 'sent' | 'failed' | 'refused' | 'dropped'
  error: string | null
  nextTryAt: number | null
}

const letterSchema = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  replyTo: z.string().optional(),
  calendar: z
    .object({
      method: z.enum(['REQUEST', 'CANCEL', 'PUBLISH', 'DECLINECOUNTER']),
      content: z.string(),
      filename: z.string(),
    })
    .optional(),
})

/** The name of a mail for ever: a mail handed over twice is the same mail. */
export function messageIdOf(mailId: string, publicUrl: string): string {
  return `<${mailId}@${new URL(publicUrl).hostname}>`
}

async function claim(ctx: Context): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>(
    `update mails m set claimed_until = $1::timestamptz + make_interval(secs => $2)
       from (select mail_id from mails
              where status = 'waiting' and next_try_at <= $1 and (claimed_until is null or claimed_until <= $1)
              order by next_try_at, mail_id limit $3 for update skip locked) as due
      where m.mail_id = due.mail_id
     returning m.mail_id, m.user_id, m.address, m.kind, m.content, m.tries, m.created_at`,
    [new Date(ctx.now()), CLAIM_S, AT_ONCE],
  )
  return rows
}

function letterOf(ctx: Context, row: Row): Letter | null {
  const text = unseal(ctx.secret, CONTENT_PURPOSE, row.content)
  return text === null ? null : letterSchema.parse(JSON.parse(text))
}

async function isRefusedAddress(ctx: Context, address: string): Promise<boolean> {
  const { rowCount } = await ctx.db.query('select 1 from refused_addresses where address = $1', [address])
  return rowCount === 1
}

async function outcomeOf(ctx: Context, settings: MailSettings, row: Row): Promise<Outcome> {
  const over = (status: Outcome['status'], error: string | null): Outcome => ({ status, error, nextTryAt: null })
  if (row.kind === 'notices' && !(await doNoticesStand(ctx.db, row.mail_id)))
    return over('dropped', 'What it would have told had been done meanwhile.')
  if (await isRefusedAddress(ctx, row.address)) return over('refused', 'The address was refused before.')
  const letter = letterOf(ctx, row)
  if (letter === null)
    return over('failed', 'It was stored with another secret of the installation and cannot be read.')
  const sent: Sent = await sendBySmtp(settings, letter, {
    messageId: messageIdOf(row.mail_id, ctx.publicUrl),
    to: row.address,
    date: row.created_at,
    preferencesUrl: row.kind === 'notices' || row.kind === 'summary' ? `${ctx.publicUrl}/settings` : null,
  })
  if (sent.how === 'sent') return over('sent', null)
  if (sent.how === 'refused') return over('refused', sent.what)
  if (sent.how === 'unwanted') return over('failed', sent.what)
  const nextTryAt = retryAt(row.tries + 1, ctx.now(), Math.random())
  return { status: nextTryAt === null ? 'failed' : 'waiting', error: `${sent.what} ${sent.mend}`, nextTryAt }
}

async function settle(ctx: Context, row: Row, { status, error, nextTryAt }: Outcome): Promise<void> {
  const nowMs = ctx.now()
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `update mails set status = $2, error = $3, tries = tries + 1, claimed_until = null, next_try_at = coalesce($4, next_try_at),
              content = case when $2 = 'waiting' then content end, settled_at = case when $2 = 'waiting' then null else $5::timestamptz end
        where mail_id = $1`,
      [row.mail_id, status, error, nextTryAt === null ? null : new Date(nextTryAt), new Date(nowMs)],
    )
    if (status === 'waiting' && row.tries + 1 === STUCK_TRIES) {
      await tx.query('select pg_advisory_xact_lock($1)', [STUCK_LOCK])
      const { rowCount } = await tx.query(
        `select 1 from notices where kind = 'mail_refused' and data->>'status' = 'waiting' and created_at > $1 limit 1`,
        [new Date(nowMs - DAY_MS)],
      )
      if (rowCount === 1) return
    } else if (status !== 'refused' && status !== 'failed') return
    if (status === 'refused') {
      const { rowCount } = await tx.query(
        `insert into refused_addresses (address, reason, refused_at) values ($1, $2, $3) on conflict do nothing`,
        [row.address, error, new Date(nowMs)],
      )
      if (rowCount === 0) return
    }
    const data = { address: row.address, why: error, status }
    await tell(
      tx,
      (await readAdmins(tx)).map((userId) => ({ userId, kind: 'mail_refused', personId: null, data })),
      nowMs,
    )
  })
}

/** Sends the mails whose time has come, a few at once, until none is left. Returns how many it dealt with. */
export async function sendDueMails(ctx: Context, isStopped: () => boolean = () => false): Promise<number> {
  let dealt = 0
  while (!isStopped()) {
    const waits = await ctx.db.query(`select 1 from mails where status = 'waiting' and next_try_at <= $1 limit 1`, [
      new Date(ctx.now()),
    ])
    if (waits.rowCount === 0) return dealt
    const settings = await readMailSettings(ctx.db, ctx)
    // Nobody says any more how to send: what waits goes when somebody does.
    if (settings === null) return dealt
    const rows = await claim(ctx)
    if (rows.length === 0) return dealt
    await Promise.all(rows.map(async (row) => settle(ctx, row, await outcomeOf(ctx, settings, row))))
    dealt += rows.length
  }
  return dealt
}
