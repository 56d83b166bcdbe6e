import type { PoolClient } from 'pg'

/** How long every process may go on not knowing that a run has begun. */
export const FRESH_MS = 2_000
const known = new Map<string, { isRegrouped: boolean; untilMs: number }>()

/** Whether old touches of this house were ever named anew, as of two seconds ago at most. */
async function isRegrouped(tx: PoolClient): Promise<boolean> {
  const house = databaseOf(tx)
  const before = known.get(house)
  if (before !== undefined && (before.isRegrouped || before.untilMs > performance.now())) return before.isRegrouped
  const { rows } = await tx.query<{ is: boolean }>(
    "select exists (select 1 from channel_runs where changed > 0 or status = 'running') as is",
  )
  const is = rows[0]?.is ?? false
  known.set(house, { isRegrouped: is, untilMs: performance.now() + FRESH_MS })
  return is
}

function databaseOf(tx: PoolClient): string {
  const text = (name: string): string => {
    const value: unknown = Reflect.get(tx, name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return `${text('host')}:${text('port')}/${text('database')}`
}

/**
 * `leads.channel` is how the present rules name the touch that the lead came by: the last at or before its opening, else the first
 * after it. Rows as the fold writes them have the name of the record; this puts right those of people whose touches were named anew.
 */
export async function regroupLeads(tx: PoolClient, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0 || !(await isRegrouped(tx))) return
  await nameLeads(tx, personIds, false)
}

/** The same for people whose touches were just named anew, also back to what was recorded. */
export async function nameLeads(tx: PoolClient, personIds: readonly string[], isAll = true): Promise<void> {
  await tx.query(
    `update leads l set channel = r.label
       from (
         select own.person_id, own.attempt, near.label from leads own
          cross join lateral (
            select coalesce(f.regrouped, f.channel) as label from facts f
             where f.person_id = own.person_id and (f.channel is not null or f.origin is not null or f.campaign is not null)
               and f.origin is not distinct from own.origin and f.campaign is not distinct from own.campaign
               and f.landing_page is not distinct from own.landing_page
             order by f.occurred_at <= own.opened_at desc,
                      greatest(f.occurred_at - own.opened_at, own.opened_at - f.occurred_at), f.fact_id desc
             limit 1) near
          where own.person_id = any($1::uuid[])
            and ($2 or exists (select 1 from facts g where g.person_id = own.person_id and g.regrouped is not null))
       ) r
      where l.person_id = r.person_id and l.attempt = r.attempt and l.channel is distinct from r.label`,
    [personIds, isAll],
  )
}
