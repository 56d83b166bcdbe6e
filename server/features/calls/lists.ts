import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { checkSegment } from '../backtests/check-segment.ts'
import { type Filter, filter as filterShape } from './shapes.ts'

type Kept = {
  id: string
  name: string
  filter: Filter
  createdBy: { id: string; name: string } | null
  createdAt: string
}
type Row = {
  list_id: string
  name: string
  filter: unknown
  by: string | null
  by_name: string | null
  created_at: Date
}

export async function readLists(db: Queryable): Promise<Kept[]> {
  const { rows } = await db.query<Row>(
    `select l.list_id, l.name, l.filter, u.id as by, u.name as by_name, l.created_at
       from call_lists l left join users u on u.id = l.created_by order by l.name, l.list_id limit 200`,
  )
  return rows.map((row) => ({
    id: row.list_id,
    name: row.name,
    filter: filterShape.parse(row.filter),
    createdBy: row.by === null ? null : { id: row.by, name: row.by_name ?? '' },
    createdAt: row.created_at.toISOString(),
  }))
}

export async function saveList(
  ctx: Context,
  caller: Caller,
  input: { name: string; filter: Filter },
): Promise<{ id: string }> {
  checkSegment(input.filter.segment)
  const id = newId(ctx.now())
  await ctx.db.query(
    'insert into call_lists (list_id, name, filter, created_by, created_at) values ($1, $2, $3, $4, $5)',
    [id, input.name, JSON.stringify(input.filter), caller.id, new Date(ctx.now())],
  )
  return { id }
}

/** Whoever made a list removes it, or a manager. */
export async function removeList(ctx: Pick<Context, 'db'>, caller: Caller, listId: string): Promise<void> {
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  const { rowCount } = await ctx.db.query(
    'delete from call_lists where list_id = $1 and ($2 or created_by = $3 or created_by is null)',
    [listId, isManager, caller.id],
  )
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such list of yours.', { mend: 'Ask whoever made it, or a manager.' })
}

export async function listFilter(db: Queryable, listId: string): Promise<Filter> {
  const { rows } = await db.query<{ filter: unknown }>('select filter from call_lists where list_id = $1', [listId])
  if (rows[0] === undefined)
    throw new Problem('not-found', 'There is no such list.', { mend: 'Choose another; it may have been removed.' })
  return filterShape.parse(rows[0].filter)
}
