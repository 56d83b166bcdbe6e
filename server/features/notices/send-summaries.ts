import { isWorkingAt } from '@ensemble/engine/worktime/is-working-at.ts'
import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { composeSummary, type DueToday } from './compose-summary.ts'
import { lockPerson, settlePosts } from './gather-notices.ts'
import { nextMorning } from './next-morning.ts'
import { readPreferences } from './preferences.ts'
import { readPosted } from './read-posted.ts'
import { type Recipient, readRecipient } from './recipient.ts'

const DAY_MS = 86_400_000
const PEOPLE_AT_ONCE = 50

async function readDueToday(tx: PoolClient, { id, calendar, nowMs }: Recipient): Promise<DueToday[]> {
  const tomorrow = momentOf(calendar.zone, { day: localTimeOf(calendar.zone, nowMs).day + 1, timeMs: 0 })
  const { rows } = await tx.query<{
    person_id: string
    name: string | null
    grade: string | null
    clock: string
    due_at: Date
  }>(
    `select l.person_id, p.name, l.grade, l.due_clock as clock, l.due_at from leads l left join people p on p.person_id = l.person_id
      where l.owner = $1 and l.outcome = 'open' and not l.is_history and l.due_at < $2 order by l.due_at, l.person_id limit 200`,
    [id, new Date(tomorrow)],
  )
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    grade: row.grade,
    clock: row.clock,
    dueAt: row.due_at.getTime(),
  }))
}

async function plan(tx: PoolClient, userId: string, at: number): Promise<void> {
  await tx.query('update summaries set due_at = $2 where user_id = $1', [userId, new Date(at)])
}

async function summarise(tx: PoolClient, ctx: Context, userId: string, canMail: boolean): Promise<void> {
  const nowMs = ctx.now()
  await lockPerson(tx, userId)
  const due = await tx.query('select 1 from summaries where user_id = $1 and due_at <= $2', [userId, new Date(nowMs)])
  if (due.rowCount === 0) return
  const recipient = await readRecipient(tx, ctx, userId)
  if (recipient === null) {
    await tx.query('delete from summaries where user_id = $1', [userId])
    return
  }
  await plan(tx, userId, nextMorning(recipient.calendar, nowMs) ?? nowMs + DAY_MS)
  // Planned before an absence or a change of hours, or this process slept: the next morning will do.
  if (!isWorkingAt(recipient.calendar, nowMs)) return
  const posted = await readPosted(tx, { userId, way: 'digest', untilMs: nowMs })
  const standing = canMail ? posted.filter((notice) => notice.stands) : []
  const { hasSummary } = await readPreferences(tx, userId)
  const dueToday = hasSummary && canMail ? await readDueToday(tx, recipient) : []
  let mailId: string | null = null
  if (standing.length > 0 || dueToday.length > 0) {
    const letter = composeSummary(dueToday, standing, recipient)
    mailId = await queueMail(tx, ctx, { userId, address: recipient.address, kind: 'summary', letter })
  }
  const isTold = new Set(standing)
  await settlePosts(
    tx,
    standing.map((notice) => notice.noticeId),
    mailId,
    nowMs,
  )
  await settlePosts(
    tx,
    posted.filter((notice) => !isTold.has(notice)).map((notice) => notice.noticeId),
    null,
    nowMs,
  )
}

/** Plans the mornings of those who have none planned: new colleagues, and everybody at the first start. */
export async function planSummaries(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ id: string }>(
    `select u.id from users u where u.is_active and u.email is not null and not exists (select 1 from summaries s where s.user_id = u.id) limit $1`,
    [PEOPLE_AT_ONCE * 10],
  )
  for (const { id } of rows) {
    const recipient = await readRecipient(ctx.db, ctx, id)
    if (recipient === null) continue
    const at = nextMorning(recipient.calendar, recipient.nowMs) ?? recipient.nowMs + DAY_MS
    await ctx.db.query('insert into summaries (user_id, due_at) values ($1, $2) on conflict do nothing', [
      id,
      new Date(at),
    ])
  }
}

/** Sends each person the summary of their morning: what runs out today, and the notices they chose to get then. */
export async function sendSummaries(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ user_id: string }>(
    'select user_id from summaries where due_at <= $1 order by due_at limit $2',
    [new Date(ctx.now()), PEOPLE_AT_ONCE],
  )
  if (rows.length === 0) return
  const canMail = (await readMailSettings(ctx.db, ctx)) !== null
  for (const { user_id } of rows) {
    await inTransaction(ctx.db, (tx) => summarise(tx, ctx, user_id, canMail)).catch((error: unknown) => {
      ctx.log.error({ err: error, user: user_id }, 'the summary of a morning could not be made')
    })
  }
}
