import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import type { Queryable } from '../../db/queryable.ts'

/** The calendar a person works by: their own hours or the agreement's, and the absences that are not over. */
export async function calendarOf(db: Queryable, userId: string, agreed: Calendar, nowMs: number): Promise<Calendar> {
  const [users, absences] = [
    await db.query<{ calendar: unknown }>('select calendar from users where id = $1', [userId]),
    await db.query<{ starts_at: Date; ends_at: Date }>(
      'select starts_at, ends_at from absences where user_id = $1 and ends_at > $2 order by starts_at',
      [userId, new Date(nowMs)],
    ),
  ]
  const written = users.rows[0]?.calendar ?? null
  const parsed = written === null ? null : parseCalendar(written)
  const own = parsed?.ok ? { ...agreed, zone: parsed.calendar.zone, hours: parsed.calendar.hours } : agreed
  const away = absences.rows.map((row) => ({ from: row.starts_at.getTime(), to: row.ends_at.getTime() }))
  return { ...own, away: [...agreed.away, ...away] }
}
