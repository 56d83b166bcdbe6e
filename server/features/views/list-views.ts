import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { listViews as promise, viewPage } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>['views'][number]

type Row = {
  view_id: string
  page: z.infer<typeof viewPage>
  name: string
  search: string
  is_shared: boolean
  user_id: string
  user_name: string
  is_default: boolean
}

/** The views this person can open, by name: their own and those of everybody. */
export async function listViews(db: Queryable, userId: string): Promise<View[]> {
  const { rows } = await db.query<Row>(
    `select v.view_id, v.page, v.name, v.search, v.is_shared, v.user_id, u.name as user_name,
            d.view_id is not null as is_default
       from views v
       join users u on u.id = v.user_id
       left join view_defaults d on d.view_id = v.view_id and d.user_id = $1
      where v.user_id = $1 or v.is_shared
      order by lower(v.name), v.view_id
      limit 1000`,
    [userId],
  )
  return rows.map((row) => ({
    id: row.view_id,
    page: row.page,
    name: row.name,
    search: row.search,
    isShared: row.is_shared,
    owner: { id: row.user_id, name: row.user_name },
    isMine: row.user_id === userId,
    isDefault: row.is_default,
  }))
}
