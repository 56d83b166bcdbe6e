import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { composeNotices } from './compose-notices.ts'
import { readPreferences } from './preferences.ts'
import { readPosted } from './read-posted.ts'
import { readRecipient } from './recipient.ts'
import { sendAt } from './send-at.ts'

const PEOPLE_AT_ONCE = 100

/** Only one process at a time gathers for one person. */
export async function lockPerson(tx: PoolClient, userId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('notices ' || $1, 0))`, [userId])
}

/** Writes down what became of notices that waited to be mailed. */
export async function settlePosts(
  tx: PoolClient,
  noticeIds: readonly string[],
  mailId: string | null,
  nowMs: number,
): Promise<void> {
  await tx.query(
    `update notice_posts set settled_at = $2, outcome = case when $3::uuid is null then 'dropped' else 'mailed' end, mail_id = $3
      where notice_id = any($1::uuid[])`,
    [noticeIds, new Date(nowMs), mailId],
  )
}

async function lastMailAt(tx: PoolClient, userId: string): Promise<number | null> {
  const { rows } = await tx.query<{ at: Date | null }>(
    `select created_at as at from mails where user_id = $1 and kind = 'notices' order by created_at desc limit 1`,
    [userId],
  )
  return rows[0]?.at?.getTime() ?? null
}

async function gatherFor(tx: PoolClient, ctx: Context, userId: string): Promise<void> {
  const nowMs = ctx.now()
  await lockPerson(tx, userId)
  const waiting = await readPosted(tx, { userId, way: 'now', untilMs: nowMs })
  if (waiting.length === 0) return
  const done = waiting.filter((notice) => !notice.stands)
  const standing = waiting.filter((notice) => notice.stands)
  const recipient = await readRecipient(tx, ctx, userId)
  const dropped = recipient === null ? waiting : done
  if (dropped.length > 0)
    await settlePosts(
      tx,
      dropped.map((notice) => notice.noticeId),
      null,
      nowMs,
    )
  if (recipient === null || standing.length === 0) return
  const ids = standing.map((notice) => notice.noticeId)
  const { isQuiet } = await readPreferences(tx, userId)
  const dues = standing.flatMap(({ dueAt }) => (dueAt === null || dueAt.getTime() <= nowMs ? [] : [dueAt.getTime()]))
  const soonestDueAt = dues.length === 0 ? null : Math.min(...dues)
  const at = sendAt(recipient.calendar, { isQuiet, lastMailAt: await lastMailAt(tx, userId), soonestDueAt }, nowMs)
  if (at > nowMs) {
    await tx.query('update notice_posts set due_at = $2 where notice_id = any($1::uuid[])', [ids, new Date(at)])
    return
  }
  const letter = composeNotices(standing, recipient)
  const mailId = await queueMail(tx, ctx, { userId, address: recipient.address, kind: 'notices', letter })
  await settlePosts(tx, ids, mailId, nowMs)
}

/**
 * Makes mails of the notices that are to be mailed now: for each person one of all that waits, in their own time and
 * language, without what was done or read meanwhile. Without a mail server notices stay in the app.
 */
export async function gatherNotices(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ user_id: string }>(
    `select distinct user_id from notice_posts where settled_at is null and way = 'now' and due_at <= $1 limit $2`,
    [new Date(ctx.now()), PEOPLE_AT_ONCE],
  )
  if (rows.length === 0) return
  if ((await readMailSettings(ctx.db, ctx)) === null) {
    await ctx.db.query(
      `update notice_posts set settled_at = $1, outcome = 'dropped' where settled_at is null and due_at <= $1`,
      [new Date(ctx.now())],
    )
    return
  }
  for (const { user_id } of rows) {
    await inTransaction(ctx.db, (tx) => gatherFor(tx, ctx, user_id)).catch((error: unknown) => {
      ctx.log.error({ err: error, user: user_id }, 'notices could not be gathered for a mail')
    })
  }
}
