import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { readRuns, type SellerRun, together } from './runs.ts'
import type { sessionRow } from './shapes.ts'

export type SessionRow = z.input<typeof sessionRow>
type Row = {
  session_id: string
  name: string
  by: string | null
  by_name: string | null
  created_at: Date
  closed_at: Date | null
  script_id: string | null
  script_name: string | null
  left_out: Record<string, number>
  people: number
  waiting: number
  later: number
  done: number
}

const MOST = 100

async function readRows(db: Queryable, sessionId: string | null, nowMs: number): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select s.session_id, s.name, u.id as by, u.name as by_name, s.created_at, s.closed_at, c.script_id, c.name as script_name, s.left_out,
            e.people, e.waiting, e.later, e.done
       from call_sessions s left join users u on u.id = s.created_by left join call_scripts c on c.script_id = s.script_id
       join lateral (
         select count(*)::int as people, count(*) filter (where status in ('waiting', 'claimed'))::int as waiting,
                count(*) filter (where status = 'waiting' and next_at > $2)::int as later,
                count(*) filter (where status in ('done', 'skipped', 'left out'))::int as done
           from call_entries where call_entries.session_id = s.session_id
       ) e on true
      where $1::uuid is null or s.session_id = $1
      order by s.closed_at is not null, s.created_at desc, s.session_id limit $3`,
    [sessionId, new Date(nowMs), MOST],
  )
  return rows
}

function view(row: Row, runs: readonly SellerRun[]): SessionRow {
  return {
    id: row.session_id,
    name: row.name,
    createdBy: row.by === null ? null : { id: row.by, name: row.by_name ?? '' },
    createdAt: row.created_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    script: row.script_id === null ? null : { id: row.script_id, name: row.script_name ?? '' },
    people: row.people,
    waiting: row.waiting,
    later: row.later,
    done: row.done,
    leftOut: row.left_out,
    sellers: runs.map(({ user }) => user),
    summary: together(runs),
  }
}

/** Sessions, open ones first, the newest first. */
export async function listSessions(ctx: Pick<Context, 'db' | 'now'>): Promise<SessionRow[]> {
  const nowMs = ctx.now()
  const rows = await readRows(ctx.db, null, nowMs)
  const runs = await readRuns(
    ctx.db,
    rows.map((row) => row.session_id),
    nowMs,
  )
  return rows.map((row) => view(row, runs.get(row.session_id) ?? []))
}

export async function findSession(
  ctx: Pick<Context, 'db' | 'now'>,
  sessionId: string,
): Promise<{ row: SessionRow; runs: SellerRun[] }> {
  const nowMs = ctx.now()
  const [row] = await readRows(ctx.db, sessionId, nowMs)
  if (row === undefined)
    throw new Problem('not-found', 'There is no such call session.', { mend: 'Look at the list of sessions.' })
  const runs = (await readRuns(ctx.db, [sessionId], nowMs)).get(sessionId) ?? []
  return { row: view(row, runs), runs }
}

/** Refuses work on a session that is over or unknown. */
export async function requireOpen(db: Queryable, sessionId: string): Promise<void> {
  const { rows } = await db.query<{ closed_at: Date | null }>(
    'select closed_at from call_sessions where session_id = $1',
    [sessionId],
  )
  if (rows[0] === undefined)
    throw new Problem('not-found', 'There is no such call session.', { mend: 'Look at the list of sessions.' })
  if (rows[0].closed_at !== null)
    throw new Problem('conflict', 'This session has ended.', { mend: 'Open a new one from the same list.' })
}

/** Ends a session for everybody: whoever opened it may, or a manager. */
export async function closeSession(ctx: Pick<Context, 'db' | 'now'>, caller: Caller, sessionId: string): Promise<void> {
  await requireOpen(ctx.db, sessionId)
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  const { rowCount } = await ctx.db.query(
    'update call_sessions set closed_at = $2 where session_id = $1 and ($3 or created_by = $4 or created_by is null)',
    [sessionId, new Date(ctx.now()), isManager, caller.id],
  )
  if (rowCount === 0)
    throw new Problem('not-allowed', 'Somebody else opened this session.', {
      mend: 'Ask them, or a manager, to end it.',
    })
  await ctx.db.query(
    `update call_entries set status = 'waiting', claimed_by = null, claimed_until = null where session_id = $1 and status = 'claimed'`,
    [sessionId],
  )
}
