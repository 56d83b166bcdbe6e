import type { Queryable } from '../../db/queryable.ts'

type Team = { id: string; name: string; side: 'marketing' | 'sales'; people: number }

export async function listTeams(db: Queryable): Promise<Team[]> {
  const { rows } = await db.query<Team>(
    `select t.team_id as id, t.name, t.side,
            (select count(*)::int from users u where u.team_id = t.team_id and u.is_active) as people
       from teams t order by t.side, t.name`,
  )
  return rows
}
