import type { Queryable } from '../../db/queryable.ts'

type Notice = {
  id: string
  kind: string
  personId: string | null
  name: string | null
  data: Record<string, unknown>
  createdAt: string
  readAt: string | null
}

type Row = Omit<Notice, 'createdAt' | 'readAt'> & { created_at: Date; read_at: Date | null }

export async function listNotices(db: Queryable, userId: string): Promise<Notice[]> {
  const { rows } = await db.query<Row>(
    `select n.notice_id as id, n.kind, n.person_id as "personId", p.name, n.data, n.created_at, n.read_at
       from notices n left join people p on p.person_id = n.person_id
      where n.user_id = $1
      order by n.created_at desc, n.notice_id
      limit 100`,
    [userId],
  )
  return rows.map(({ created_at, read_at, ...row }) => ({
    ...row,
    createdAt: created_at.toISOString(),
    readAt: read_at?.toISOString() ?? null,
  }))
}

export async function countUnread(db: Queryable, userId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    'select count(*)::int as n from notices where user_id = $1 and read_at is null',
    [userId],
  )
  return rows[0]?.n ?? 0
}
