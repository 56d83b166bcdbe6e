import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { noSuchView } from './no-such-view.ts'

/** Removes a view of this person; an administrator also one that somebody has shared. */
export async function removeView(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id' | 'role'>,
  { viewId }: { viewId: string },
): Promise<void> {
  const { rowCount } = await ctx.db.query(
    'delete from views where view_id = $1 and (user_id = $2 or (is_shared and $3))',
    [viewId, caller.id, caller.role === 'admin'],
  )
  if (rowCount === 0) throw noSuchView()
}
