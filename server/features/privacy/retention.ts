import type { PoolClient } from 'pg'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import { lockStories } from '../facts/load-stories.ts'
import { refold } from '../facts/refold.ts'
import { erasePerson } from './erase-person.ts'
import { logPrivacy } from './log-privacy.ts'

export const RULES = ['visits', 'visitors', 'closed leads', 'mails', 'webhooks', 'import rows'] as const
export type Rule = (typeof RULES)[number]
export type RetentionRule = {
  rule: Rule
  months: number
  isOn: boolean
  lastRunAt: string | null
  lastRemoved: number | null
  lastError: string | null
}

const USUAL: Record<Rule, number> = {
  visits: 13,
  visitors: 13,
  'closed leads': 36,
  mails: 6,
  webhooks: 6,
  'import rows': 12,
}
const BATCH = 500
const MOST_COUNTED = 100_000

/** What of each kind is older than `$1`. Only what hangs on no lead and no deal goes by itself; a closed lead's person is erased as at their own request. */
const OLD: Record<Rule, string> = {
  visits: `select f.person_id as id from facts f join people p using (person_id) where f.occurred_at < $1 and p.erased_at is null
    and f.kind in ('page.viewed', 'event.tracked') and (not p.is_anonymous or p.last_seen_at >= $1) and not exists (select 1 from leads l where l.person_id = p.person_id)`,
  visitors: `select person_id as id from people p where is_anonymous and erased_at is null and last_seen_at < $1 and not exists (select 1 from leads l where l.person_id = p.person_id)
    and not exists (select 1 from deals d where d.person_id = p.person_id)`,
  'closed leads': `select person_id as id from people p where erased_at is null and not is_anonymous and last_seen_at < $1
    and exists (select 1 from leads l where l.person_id = p.person_id)
    and not exists (select 1 from leads l where l.person_id = p.person_id and (l.outcome = 'open' or coalesce(l.closed_at, l.updated_at) >= $1))
    and not exists (select 1 from deals d where d.person_id = p.person_id and (d.status = 'open' or coalesce(d.closed_at, d.opened_at) >= $1))`,
  mails: `select mail_id as id from mails where status <> 'waiting' and created_at < $1`,
  webhooks: `select event_id as id from webhook_events e where occurred_at < $1 and not exists (select 1 from webhook_deliveries d where d.event_id = e.event_id and d.status = 'waiting')`,
  'import rows': `select i.import_id as id from import_issues s join imports i using (import_id) where s.raw is not null and i.finished_at < $1`,
}

/** The moment before which something is too old: months of the calendar. */
export function olderThan(nowMs: number, months: number): Date {
  const at = new Date(nowMs)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() - months)
  at.setUTCDate(Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()))
  return at
}

export async function listRules(db: Queryable): Promise<RetentionRule[]> {
  const { rows } = await db.query<{
    rule: Rule
    months: number
    is_on: boolean
    last_run_at: Date | null
    last_removed: number | null
    last_error: string | null
  }>('select rule, months, is_on, last_run_at, last_removed, last_error from retention_rules')
  return RULES.map((rule) => {
    const row = rows.find((each) => each.rule === rule)
    return {
      rule,
      months: row?.months ?? USUAL[rule],
      isOn: row?.is_on ?? false,
      lastRunAt: row?.last_run_at?.toISOString() ?? null,
      lastRemoved: row?.last_removed ?? null,
      lastError: row?.last_error ?? null,
    }
  })
}

/** How much a rule would take today. Counting stops at a hundred thousand. */
export async function previewRule(
  ctx: Context,
  rule: Rule,
  months: number,
): Promise<{ n: number; isCounted: boolean; before: string }> {
  const before = olderThan(ctx.now(), months)
  const { rows } = await ctx.db.query<{ n: number }>(
    `select count(*)::int as n from (${OLD[rule]} limit ${MOST_COUNTED}) as old`,
    [before],
  )
  const n = rows[0]?.n ?? 0
  return { n, isCounted: n < MOST_COUNTED, before: before.toISOString() }
}

export async function saveRule(
  ctx: Context,
  by: string,
  input: { rule: Rule; months: number; isOn: boolean },
): Promise<void> {
  const nowMs = ctx.now()
  await inTransaction(ctx.db, async (tx) => {
    await tx.query(
      `insert into retention_rules (rule, months, is_on, changed_by, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (rule) do update set months = excluded.months, is_on = excluded.is_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
      [input.rule, input.months, input.isOn, by, new Date(nowMs)],
    )
    await logPrivacy(tx, { what: 'retention changed', who: by, data: input, nowMs })
  })
}

const VISITOR_TABLES = ['decisions', 'facts', 'clocks', 'hand_offs', 'feedbacks', 'identities', 'notices', 'people']

/** Takes one batch of what is too old. Returns how many; less than a batch: nothing is left. */
async function takeBatch(ctx: Context, rule: Rule, before: Date): Promise<number> {
  if (rule === 'closed leads') {
    const { rows } = await ctx.db.query<{ id: string }>(`${OLD[rule]} limit 20`, [before])
    for (const { id } of rows) await erasePerson(ctx, { personId: id, reason: 'retention', by: null })
    return rows.length
  }
  return inTransaction(ctx.db, async (tx) => {
    if (rule === 'visitors') {
      // Whoever is becoming somebody right now is locked, and left for the next night.
      const { rows } = await tx.query<{ id: string }>(`${OLD[rule]} limit ${BATCH} for update skip locked`, [before])
      const ids = rows.map((row) => row.id)
      for (const table of VISITOR_TABLES)
        await tx.query(`delete from ${table} where person_id = any($1::uuid[])`, [ids])
      if (ids.length > 0) await tx.query('insert into people_gone (person_id) select unnest($1::uuid[])', [ids])
      return ids.length
    }
    if (rule === 'visits') return takeVisits(ctx, tx, before)
    if (rule === 'mails')
      return (
        (await tx.query(`delete from mails where mail_id in (${OLD[rule]} limit ${BATCH})`, [before])).rowCount ?? 0
      )
    if (rule === 'webhooks') {
      const { rows } = await tx.query<{ id: string }>(`${OLD[rule]} limit ${BATCH}`, [before])
      const ids = rows.map((row) => row.id)
      await tx.query('delete from webhook_tries where event_id = any($1::uuid[])', [ids])
      await tx.query('delete from webhook_events where event_id = any($1::uuid[])', [ids])
      return ids.length
    }
    return (
      (
        await tx.query(
          `update import_issues set raw = null where ctid in (select s.ctid from import_issues s join imports i using (import_id) where s.raw is not null and i.finished_at < $1 limit ${BATCH})`,
          [before],
        )
      ).rowCount ?? 0
    )
  })
}

/** Old visits of people who go on: their stories are folded anew without them. */
async function takeVisits(ctx: Context, tx: PoolClient, before: Date): Promise<number> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct id from (${OLD.visits} limit ${BATCH}) as old order by id`,
    [before],
  )
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return 0
  await lockStories(tx, ids)
  const { rows: gone } = await tx.query<{ fact_id: string }>(
    `delete from facts where person_id = any($1::uuid[]) and kind in ('page.viewed', 'event.tracked') and occurred_at < $2 returning fact_id`,
    [ids, before],
  )
  await tx.query('delete from decisions where person_id = any($1::uuid[]) and fact_id = any($2::uuid[])', [
    ids,
    gone.map((row) => row.fact_id),
  ])
  await tx.query('insert into people_gone (person_id) select unnest($1::uuid[])', [ids])
  await refold(ctx, tx, ids)
  return gone.length
}

/** Applies every rule that is on, in small steps so that nobody waits; what a run leaves the next one takes. */
export async function applyRetention(ctx: Context): Promise<Partial<Record<Rule, number>>> {
  const removed: Partial<Record<Rule, number>> = {}
  for (const { rule, months, isOn } of await listRules(ctx.db)) {
    if (!isOn) continue
    const before = olderThan(ctx.now(), months)
    let n = 0
    let error: string | null = null
    try {
      for (let batch = -1; batch !== 0; n += batch) {
        batch = await takeBatch(ctx, rule, before)
        await ctx.db.query(
          'update retention_rules set running_since = coalesce(running_since, $2), last_removed = $3 where rule = $1',
          [rule, new Date(ctx.now()), n + batch],
        )
      }
    } catch (failure) {
      error = failure instanceof Error ? failure.message : 'it failed'
      ctx.log.error({ err: failure }, `retention of ${rule} stopped`)
    }
    const nowMs = ctx.now()
    await ctx.db.query(
      'update retention_rules set running_since = null, last_run_at = $2, last_removed = $3, last_error = $4 where rule = $1',
      [rule, new Date(nowMs), n, error],
    )
    if (n > 0) await logPrivacy(ctx.db, { what: 'retention applied', who: null, data: { rule, months, n }, nowMs })
    removed[rule] = n
  }
  return removed
}
