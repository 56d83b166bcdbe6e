import type { Queryable } from '../../db/queryable.ts'
import type { Role } from '../../http/contract.ts'

type SessionUser = {
  id: string
  name: string
  email: string | null
  role: Role
  side: 'marketing' | 'sales' | null
  teamName: string | null
}

export async function findSessionUser(db: Queryable, userId: string): Promise<SessionUser | null> {
  const { rows } = await db.query<SessionUser>(
    `select u.id, u.name, u.email, u.role, t.side, t.name as "teamName"
       from users u left join teams t on t.team_id = u.team_id
      where u.id = $1`,
    [userId],
  )
  return rows[0] ?? null
}
