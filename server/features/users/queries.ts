import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { Role } from '../../http/contract.ts'
import type { userView } from './contract.ts'
import { readWrittenCalendar } from './written-calendar.ts'

export type UserView = z.input<typeof userView>

type Row = {
  id: string
  name: string
  email: string | null
  role: Role
  team_id: string | null
  team_name: string | null
  side: 'marketing' | 'sales' | null
  is_active: boolean
  calendar: unknown
  created_at: Date
  can_sign_in: boolean
  open_leads: number
  languages: string[]
  skills: string[]
}
type AbsenceRow = { id: string; user_id: string; starts_at: Date; ends_at: Date; note: string }

/** Colleagues by name, or the one asked for. Absences that are over are left out. */
export async function readUsers(db: Queryable, nowMs: number, only: string | null = null): Promise<UserView[]> {
  const now = new Date(nowMs)
  const [users, absences] = await Promise.all([
    db.query<Row>(
      `select u.id, u.name, u.email, u.role, u.team_id, t.name as team_name, t.side, u.is_active, u.calendar, u.languages, u.skills, u.created_at,
              exists (select 1 from credentials c where c.user_id = u.id and c.password is not null) as can_sign_in,
              (select count(*)::int from leads l where l.owner = u.id and l.outcome = 'open') as open_leads
         from users u left join teams t on t.team_id = u.team_id
        where $1::uuid is null or u.id = $1
        order by u.is_active desc, lower(u.name), u.id`,
      [only],
    ),
    db.query<AbsenceRow>(
      `select absence_id as id, user_id, starts_at, ends_at, note from absences
        where ends_at > $2 and ($1::uuid is null or user_id = $1) order by starts_at, absence_id`,
      [only, now],
    ),
  ])
  const byUser = Map.groupBy(absences.rows, (absence) => absence.user_id)
  return users.rows.map((row) => viewOf(row, byUser.get(row.id) ?? [], nowMs))
}

function viewOf(row: Row, absences: AbsenceRow[], nowMs: number): UserView {
  const { team_id, team_name, side } = row
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    team: team_id !== null && team_name !== null && side !== null ? { id: team_id, name: team_name, side } : null,
    isActive: row.is_active,
    canSignIn: row.can_sign_in,
    isAwayNow: absences.some((absence) => absence.starts_at.getTime() <= nowMs),
    absences: absences.map(({ id, starts_at, ends_at, note }) => ({
      id,
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
      note,
    })),
    calendar: readWrittenCalendar(row.calendar),
    openLeads: row.open_leads,
    languages: row.languages,
    skills: row.skills,
    createdAt: row.created_at.toISOString(),
  }
}

/** The open leads a person owns: their clocks depend on this person's calendar. */
export async function openLeadsOf(db: Queryable, userId: string): Promise<{ personId: string; attempt: number }[]> {
  const { rows } = await db.query<{ personId: string; attempt: number }>(
    `select person_id as "personId", attempt from leads where owner = $1 and outcome = 'open' order by person_id, attempt`,
    [userId],
  )
  return rows
}
