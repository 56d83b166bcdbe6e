import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { mayCall, type Reach } from './may-call.ts'
import type { maySay, planView } from './shapes.ts'

type View = z.input<typeof planView>
type Row = {
  plan_id: string
  person_id: string
  name: string
  company: string | null
  phone: string | null
  at: Date
  why: View['why']
  note: string
  session_id: string | null
  owner: string | null
  owner_name: string | null
  total: number
}

const SOON_MS = 15 * 60_000
const DAY_MS = 86_400_000
const MOST = 100

/** Whether somebody may be called, for a screen. */
export function sayMay(reach: Reach | undefined): z.input<typeof maySay> {
  const may = reach?.may
  if (may === undefined || may.ok)
    return { isAllowed: may !== undefined, why: null, opensAt: null, localMinute: null, zone: null }
  if (!('opensAt' in may)) return { isAllowed: false, why: may.why, opensAt: null, localMinute: null, zone: null }
  const opensAt = may.opensAt === null ? null : new Date(may.opensAt).toISOString()
  return { isAllowed: false, why: may.why, opensAt, localMinute: may.localMinute, zone: may.zone }
}

type Asked = { owner: string; when: 'due' | 'today' | 'all' }

/** Calls to make, the earliest first. One that was made since, wherever it was recorded, is planned no more. */
export async function listPlans(
  ctx: Context,
  caller: Caller,
  { owner, when }: Asked,
): Promise<{ plans: View[]; total: number }> {
  const isManager = caller.role !== 'seller'
  if (owner !== 'me' && owner !== caller.id && !isManager)
    throw new Problem('not-allowed', 'A colleague’s calls are for managers.', { mend: 'Ask for owner=me.' })
  const nowMs = ctx.now()
  const untilMs = when === 'due' ? nowMs + SOON_MS : when === 'today' ? nowMs + DAY_MS : null
  const { rows } = await ctx.db.query<Row>(
    `select c.plan_id, c.person_id, p.name, coalesce(a.name, p.company) as company, p.phone, c.at, c.why, c.note, c.session_id,
            u.id as owner, u.name as owner_name, count(*) over ()::int as total
       from call_plans c join people p using (person_id) left join accounts a using (account_id) left join users u on u.id = c.owner
      where c.done_at is null and ($1::uuid is null or c.owner = $1) and ($2::timestamptz is null or c.at <= $2)
        and not exists (
          select 1 from facts f where f.person_id = c.person_id and f.kind in ('call.made', 'call.answered') and f.recorded_at > c.created_at
            and not exists (select 1 from facts r where r.person_id = f.person_id and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text))
      order by c.at, c.plan_id limit $3`,
    [owner === 'all' ? null : owner === 'me' ? caller.id : owner, untilMs === null ? null : new Date(untilMs), MOST],
  )
  const reaches = await mayCall(ctx, [...new Set(rows.map((row) => row.person_id))])
  const plans = rows.map((row) => ({
    id: row.plan_id,
    personId: row.person_id,
    name: row.name,
    company: row.company,
    phone: reaches.get(row.person_id)?.phone ?? row.phone,
    at: row.at.toISOString(),
    why: row.why,
    note: row.note,
    sessionId: row.session_id,
    owner: row.owner === null ? null : { id: row.owner, name: row.owner_name ?? '' },
    may: sayMay(reaches.get(row.person_id)),
  }))
  return { plans, total: rows[0]?.total ?? 0 }
}

/** Plans a call at a time of theirs; what was planned for them before gives way. */
export async function planCall(
  ctx: Context,
  caller: Caller,
  { personId, at, note }: { personId: string; at: string; note: string },
): Promise<{ id: string }> {
  const nowMs = ctx.now()
  if (Date.parse(at) <= nowMs)
    throw new Problem('bad-request', 'This time is over.', {
      mend: 'Give a time to come.',
      errors: [{ where: 'body.at', what: 'is in the past' }],
    })
  const id = newId(nowMs)
  const { rowCount } = await ctx.db.query(
    `insert into call_plans (person_id, plan_id, owner, at, why, note, created_by, created_at)
     select person_id, $2, $3, $4, 'asked', $5, $3, $6 from people where person_id = $1`,
    [personId, id, caller.id, at, note, new Date(nowMs)],
  )
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
  await ctx.db.query(
    'update call_plans set done_at = $3 where person_id = $1 and plan_id <> $2 and owner = $4 and done_at is null',
    [personId, id, new Date(nowMs), caller.id],
  )
  return { id }
}

export async function changePlan(
  ctx: Context,
  caller: Caller,
  planId: string,
  change: { at?: string | undefined; isDone?: boolean | undefined; note?: string | undefined },
): Promise<void> {
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  const { rowCount } = await ctx.db.query(
    `update call_plans set at = coalesce($2, at), note = coalesce($3, note), done_at = case when $4::boolean is null then done_at when $4 then $5::timestamptz end
      where plan_id = $1 and ($6 or owner = $7 or owner is null)`,
    [planId, change.at ?? null, change.note ?? null, change.isDone ?? null, new Date(ctx.now()), isManager, caller.id],
  )
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such planned call of yours.', {
      mend: 'It may have been made already.',
    })
}
