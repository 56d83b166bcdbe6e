import { workingTimeBetween } from '@ensemble/engine/worktime/working-time-between.ts'
import type { Context } from '../../context.ts'
import { readHostTimes } from './host-time.ts'

export type Clash = { what: 'meeting' | 'busy' | 'away' | 'outside hours'; title: string }
type Asked = { hostId: string; startMs: number; endMs: number; without: string | null }

/** What a host has between two moments: another meeting, a calendar elsewhere, an absence, or no working time; null when they are free. */
export async function findClash(ctx: Context, { hostId, startMs, endMs, without }: Asked): Promise<Clash | null> {
  const { rows } = await ctx.db.query<{ what: 'meeting' | 'busy' | 'away'; title: string }>(
    `select 'meeting' as what, guest_name || ', ' || title as title, 1 as rank from meetings
      where host = $1 and status <> 'cancelled' and busy && tstzrange($2, $3) and meeting_id is distinct from $4
     union all
     select 'busy', s.host, 2 from busy_times b join calendar_sources s using (source_id)
      where b.user_id = $1 and b.starts_at < $3 and b.ends_at > $2
     union all
     select 'away', '', 3 from absences where user_id = $1 and starts_at < $3 and ends_at > $2
     order by rank limit 1`,
    [hostId, new Date(startMs), new Date(endMs), without],
  )
  const [row] = rows
  if (row !== undefined) return { what: row.what, title: row.title }
  const times = await readHostTimes(ctx.db, ctx, { hostIds: [hostId], typeId: null, fromMs: startMs, untilMs: endMs })
  const calendar = times.get(hostId)?.calendar
  if (calendar === undefined || workingTimeBetween(calendar, startMs, endMs) >= endMs - startMs) return null
  return { what: 'outside hours', title: '' }
}
