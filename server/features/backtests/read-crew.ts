import type { RosterPerson } from '@ensemble/engine/routing/roster.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import type { Client } from 'pg'

type Row = {
  id: string
  email: string | null
  team: string | null
  is_active: boolean
  calendar: unknown
  away: { from: number; to: number }[]
}

/** The people of the pools as they are now, with the absences of the past from a moment on (epoch ms). */
export async function readCrew(client: Client, fromMs: number): Promise<RosterPerson[]> {
  const { rows } = await client.query<Row>(
    `select u.id, lower(u.email) as email, t.name as team, u.is_active, u.calendar,
       coalesce((select json_agg(json_build_object('from', extract(epoch from a.starts_at) * 1000, 'to', extract(epoch from a.ends_at) * 1000) order by a.starts_at)
                 from absences a where a.user_id = u.id and a.ends_at > $1), '[]') as away
     from users u left join teams t on t.team_id = u.team_id
     where u.role in ('seller', 'manager', 'admin', 'marketer') order by u.id`,
    [new Date(fromMs)],
  )
  return rows.map(({ is_active: isActive, calendar, ...row }) => {
    const parsed = calendar === null ? null : parseCalendar(calendar)
    return { ...row, isActive, calendar: parsed?.ok ? parsed.calendar : null, openLeads: 0 }
  })
}
