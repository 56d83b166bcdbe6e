import type { Context } from '../../context.ts'
import { noSuchView } from './no-such-view.ts'

/** With which view a page opens for this person; null: with none. */
export async function setDefaultView(
  ctx: Pick<Context, 'db'>,
  caller: { id: string },
  page: string,
  viewId: string | null,
): Promise<void> {
  if (viewId === null) {
    await ctx.db.query('delete from view_defaults where user_id = $1 and page = $2', [caller.id, page])
    return
  }
  const { rowCount } = await ctx.db.query(
    `insert into view_defaults (user_id, page, view_id)
     select $1, page, view_id from views where view_id = $3 and page = $2 and (user_id = $1 or is_shared)
     on conflict (user_id, page) do update set view_id = excluded.view_id`,
    [caller.id, page, viewId],
  )
  if (rowCount === 0) throw noSuchView()
}
