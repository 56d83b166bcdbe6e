import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { windowStarts } from '@ensemble/engine/routing/window-starts.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { clauseOfClock } from '../promises/clock-events.ts'
import type { getLoad as promise } from './contract.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = {
  id: string
  name: string
  email: string | null
  team_id: string | null
  team: string | null
  is_active: boolean
  away_until: Date | null
  open_leads: number
  late: number
  within_hour: number
  taken_today: number
}

/** The most a day may bring somebody: the limits of the pools they are in, together; null when one of these has none. */
function dayLimitOf(agreement: CompiledAgreement, { team, email }: Row): number | null {
  const pools = [...agreement.pools.values()].filter(({ people }) =>
    'team' in people ? people.team === team : people.emails.some((one) => one.toLowerCase() === email?.toLowerCase()),
  )
  if (pools.length === 0) return null
  let sum = 0
  for (const { limits } of pools) {
    const day = limits.find(({ per }) => per === 'day')
    if (day === undefined) return null
    sum += day.atMost
  }
  return sum
}

/** Who of sales has how much. Every count is a range of an index; colleagues without anything are there too. */
export async function getLoad(
  ctx: Context,
  query: { team?: string | undefined },
  locale: 'en' | 'fr' | null,
): Promise<View> {
  const nowMs = ctx.now()
  const agreement = ctx.agreements.at(nowMs)
  const { day } = windowStarts(agreement.calendar.zone, nowMs)
  const { rows } = await ctx.db.query<Row>(
    `select u.id, u.name, u.email, t.team_id, t.name as team, u.is_active,
            (select max(a.ends_at) from absences a where a.user_id = u.id and a.starts_at <= $1 and a.ends_at > $1) as away_until,
            (select count(*)::int from leads l where l.owner = u.id and l.outcome = 'open') as open_leads,
            (select count(*)::int from clocks c where c.owner = u.id and c.due_at <= $1) as late,
            (select count(*)::int from clocks c where c.owner = u.id and c.due_at > $1 and c.due_at <= $2) as within_hour,
            (select count(*)::int from hand_offs h where h.user_id = u.id and h.at >= $3) as taken_today
       from users u left join teams t on t.team_id = u.team_id
      where ($4::uuid is null or u.team_id = $4)
        and (u.role = 'seller' or (u.role in ('manager', 'admin') and exists (select 1 from leads l where l.owner = u.id and l.outcome = 'open')))
      order by u.name, u.id`,
    [new Date(nowMs), new Date(nowMs + 3_600_000), new Date(day), query.team ?? null],
  )
  const { rows: counts } = await ctx.db.query<{ asked: number; nobodys: number }>(
    `select (select count(*)::int from leads where asked_at is not null and outcome = 'open') as asked,
            (select count(*)::int from leads where outcome = 'open' and owner is null and not is_history and stage <> 'inquiry') as nobodys`,
  )
  const shown = rows.filter((row) => row.is_active || row.open_leads > 0)
  return {
    now: new Date(nowMs).toISOString(),
    asked: counts[0]?.asked ?? 0,
    nobodys: counts[0]?.nobodys ?? 0,
    clauses: [...clauseOfClock(agreement)].map(([clock, clause]) => ({
      clause,
      clock,
      sentence: sentenceOf(agreement, clause, locale ?? 'en')?.sentence ?? '',
    })),
    people: shown.map((row) => ({
      user: { id: row.id, name: row.name },
      team: row.team_id === null ? null : { id: row.team_id, name: row.team ?? '' },
      isActive: row.is_active,
      isAway: row.away_until !== null,
      awayUntil: row.away_until?.toISOString() ?? null,
      openLeads: row.open_leads,
      late: row.late,
      withinHour: row.within_hour,
      takenToday: row.taken_today,
      dayLimit: dayLimitOf(agreement, row),
    })),
  }
}
