import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import type { Span } from '@ensemble/engine/worktime/free-slots.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'

/** When a host works, what of it is taken, and how many meetings of a type each of their days has. */
export type HostTime = { calendar: Calendar; busy: Span[]; taken: Map<number, number> }

type Asked = {
  hostIds: readonly string[]
  typeId: string | null
  fromMs: number
  untilMs: number
  without?: string | null
}
type SpanRow = { user_id: string; from: Date; to: Date }

const DAY_MS = 86_400_000

function spansBy(rows: readonly SpanRow[]): Map<string, Span[]> {
  const by = new Map<string, Span[]>()
  for (const { user_id, from, to } of rows) {
    const list = by.get(user_id) ?? []
    list.push({ fromMs: from.getTime(), toMs: to.getTime() })
    by.set(user_id, list)
  }
  return by
}

/** Reads the time of several hosts at once. `without` leaves a meeting out: the one that is to be moved. */
export async function readHostTimes(db: Queryable, ctx: Context, asked: Asked): Promise<Map<string, HostTime>> {
  const { hostIds, typeId, without = null } = asked
  const from = new Date(asked.fromMs - DAY_MS)
  const until = new Date(asked.untilMs + DAY_MS)
  const users = await db.query<{ id: string; calendar: unknown }>(
    'select id, calendar from users where id = any($1::uuid[])',
    [hostIds],
  )
  const away = await db.query<SpanRow>(
    `select user_id, starts_at as from, ends_at as to from absences where user_id = any($1::uuid[]) and ends_at > $2 and starts_at < $3`,
    [hostIds, from, until],
  )
  const busy = await db.query<SpanRow>(
    `select host as user_id, lower(busy) as from, upper(busy) as to from meetings
      where host = any($1::uuid[]) and status <> 'cancelled' and busy && tstzrange($2, $3) and meeting_id is distinct from $4
     union all
     select user_id, starts_at, ends_at from busy_times where user_id = any($1::uuid[]) and ends_at > $2 and starts_at < $3`,
    [hostIds, from, until, without],
  )
  const booked = await db.query<{ host: string; starts_at: Date }>(
    `select host, starts_at from meetings
      where host = any($1::uuid[]) and type_id = $2 and status <> 'cancelled' and starts_at >= $3 and starts_at < $4
        and meeting_id is distinct from $5`,
    [hostIds, typeId, from, until, without],
  )
  const agreed = ctx.agreements.at(ctx.now()).calendar
  const awayBy = spansBy(away.rows)
  const busyBy = spansBy(busy.rows)
  return new Map(
    users.rows.map(({ id, calendar: written }) => {
      const parsed = written === null ? null : parseCalendar(written)
      const own = parsed?.ok ? { zone: parsed.calendar.zone, hours: parsed.calendar.hours } : {}
      const absent = (awayBy.get(id) ?? []).map(({ fromMs, toMs }) => ({ from: fromMs, to: toMs }))
      const calendar: Calendar = { ...agreed, ...own, away: [...agreed.away, ...absent] }
      const taken = new Map<number, number>()
      for (const { host, starts_at } of booked.rows) {
        if (host !== id) continue
        const { day } = localTimeOf(calendar.zone, starts_at.getTime())
        taken.set(day, (taken.get(day) ?? 0) + 1)
      }
      return [id, { calendar, busy: busyBy.get(id) ?? [], taken }]
    }),
  )
}
