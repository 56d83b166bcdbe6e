import type { Context } from '../../context.ts'
import { laneOfFeed } from './guest-token.ts'
import { eventOf } from './invitation.ts'
import { MEETING, type Meeting, OF_MEETINGS } from './meeting.ts'
import { writeCalendar } from './write-calendar.ts'

const DAY_MS = 86_400_000

/** A colleague's meetings as a calendar other programs subscribe to; null when the address is void. */
export async function feedOf(ctx: Context, token: string): Promise<string | null> {
  const named = laneOfFeed(ctx, token)
  if (named === null) return null
  const hosts = await ctx.db.query<{ id: string; name: string }>(
    `select u.id, u.name from meeting_hosts h join users u on u.id = h.user_id
      where h.lane = $1 and h.feed_generation = $2 and u.is_active`,
    [named.lane, named.generation],
  )
  const [host] = hosts.rows
  if (host === undefined) return null
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Meeting>(
    `select ${MEETING} ${OF_MEETINGS} where m.host = $1 and m.starts_at > $2 and m.starts_at < $3 and m.status <> 'cancelled' order by m.starts_at limit 2000`,
    [host.id, new Date(nowMs - 30 * DAY_MS), new Date(nowMs + 370 * DAY_MS)],
  )
  const events = rows.map((meeting) => {
    const { alarmMinutes: _alarm, ...event } = eventOf(ctx, meeting, {
      manageUrl: null,
      sentBy: null,
      stampMs: meeting.updatedAt.getTime(),
    })
    return { ...event, ...(meeting.personId === null ? {} : { url: `${ctx.publicUrl}/people/${meeting.personId}` }) }
  })
  return writeCalendar(events, { method: 'PUBLISH', name: `Ensemble: ${host.name}` })
}
