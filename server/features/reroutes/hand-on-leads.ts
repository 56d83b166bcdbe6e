import type { Context } from '../../context.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { countOpenLeads, findReroute, nextOwned, type RerouteRow } from './queries.ts'

const BATCH = 50
const PASSES = 3

/** Whether the reason still holds: somebody who is back, or whose absence is over, keeps what is left. */
async function isStillWanted(ctx: Context, row: RerouteRow): Promise<boolean> {
  const { rows } = await ctx.db.query<{ is_wanted: boolean }>(
    `select case when $2 = 'deactivated' then not u.is_active
       else not u.is_active or exists (select 1 from absences a where a.user_id = u.id and a.starts_at <= $3 and a.ends_at > $3) end as is_wanted
     from users u where u.id = $1`,
    [row.user_id, row.why, new Date(ctx.now())],
  )
  return rows[0]?.is_wanted === true
}

async function finish(ctx: Context, row: RerouteRow, status: 'done' | 'cancelled'): Promise<void> {
  await ctx.db.query('update reroutes set status = $2, finished_at = $3 where reroute_id = $1', [
    row.reroute_id,
    status,
    new Date(ctx.now()),
  ])
}

async function handOn(ctx: Context, row: RerouteRow, people: readonly string[], pass: number): Promise<number> {
  const at = ctx.now()
  await recordFacts(
    ctx,
    people.map((personId) => ({
      kind: 'owner.left',
      at,
      messageId: `left:${row.reroute_id}:${pass}`,
      source: 'roster',
      actor: null,
      isHistory: false,
      who: { personId },
      touch: null,
      data: { owner: row.user_id, why: row.why },
    })),
    { onRefused: 'report' },
  )
  const { rows } = await ctx.db.query<{ n: number }>(
    `select count(*)::int as n from leads where person_id = any($1::uuid[]) and outcome = 'open' and owner is null`,
    [people],
  )
  return rows[0]?.n ?? 0
}

/**
 * Hands the open leads of somebody on, by the routing clauses in force, as facts of each story. Killed and run again it
 * goes on with what they still have: what was handed on is theirs no more.
 */
export async function handOnLeads(ctx: Context, rerouteId: string): Promise<void> {
  const row = await findReroute(ctx.db, rerouteId)
  if (row === null || (row.status !== 'planned' && row.status !== 'running')) return
  if (row.status === 'planned') {
    const total = await countOpenLeads(ctx.db, row.user_id)
    await ctx.db.query(`update reroutes set status = 'running', total = $2 where reroute_id = $1`, [rerouteId, total])
    row.total = total
  }
  let pass = 1
  for (let after: string | null = null; ; ) {
    if (!(await isStillWanted(ctx, row))) return finish(ctx, row, 'cancelled')
    const people = await nextOwned(ctx.db, row.user_id, after, BATCH)
    if (people.length === 0) {
      // A lead they were given in the very millisecond in which they left counts as given after it: ask once more.
      if (pass === PASSES || (await countOpenLeads(ctx.db, row.user_id)) === 0) return finish(ctx, row, 'done')
      pass += 1
      after = null
      continue
    }
    after = people.at(-1) ?? null
    const waiting = await handOn(ctx, row, people, pass)
    const left = await countOpenLeads(ctx.db, row.user_id)
    await ctx.db.query(
      'update reroutes set done = greatest(done, total - $2), waiting = waiting + $3 where reroute_id = $1',
      [rerouteId, left, waiting],
    )
  }
}
