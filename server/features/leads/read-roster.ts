import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { emptyBook, type PoolBook, type Roster, type RosterPerson } from '@ensemble/engine/routing/roster.ts'
import { windowStarts } from '@ensemble/engine/routing/window-starts.ts'
import { parseCalendar } from '@ensemble/engine/worktime/parse-calendar.ts'
import type { PoolClient } from 'pg'

type Row = {
  id: string
  email: string | null
  team: string | null
  is_active: boolean
  calendar: unknown
  open_leads: number
  away: { from: number; to: number }[]
  languages: string[]
  skills: string[]
}

type TurnRow = { pool: string; user_id: string; turn: string; credits: number; served_until: number | null }

function personOf(row: Row): RosterPerson {
  const parsed = row.calendar === null ? null : parseCalendar(row.calendar)
  return {
    id: row.id,
    email: row.email?.toLowerCase() ?? null,
    team: row.team,
    isActive: row.is_active,
    away: row.away,
    calendar: parsed?.ok ? parsed.calendar : null,
    openLeads: row.open_leads,
    languages: row.languages,
    skills: row.skills,
  }
}

async function readPeople(tx: PoolClient, atMs: number): Promise<RosterPerson[]> {
  const { rows } = await tx.query<Row>(
    `select u.id, u.email, t.name as team, u.is_active, u.calendar, u.languages, u.skills,
       (select count(*)::int from leads l where l.owner = u.id and l.outcome = 'open') as open_leads,
       coalesce((select json_agg(json_build_object('from', extract(epoch from a.starts_at) * 1000, 'to', extract(epoch from a.ends_at) * 1000) order by a.starts_at)
                 from absences a where a.user_id = u.id and a.ends_at > $1), '[]') as away
     from users u left join teams t on t.team_id = u.team_id
     where u.role in ('seller', 'manager', 'admin', 'marketer') order by u.id`,
    [new Date(atMs)],
  )
  return rows.map(personOf)
}

async function readBooks(tx: PoolClient, agreement: CompiledAgreement, atMs: number): Promise<Map<string, PoolBook>> {
  const { day, week, month } = windowStarts(agreement.calendar.zone, atMs)
  // Only what a limit speaks of is counted: everybody who routes waits for this.
  const limits = [...agreement.pools.values()].flatMap((pool) =>
    [...pool.limits, ...pool.limitsTogether].map(({ per }) => ({ pool: pool.name, from: { day, week, month }[per] })),
  )
  const counts = await tx.query<{ pool: string; user_id: string; day: number; week: number; month: number }>(
    `select pool, user_id, count(*) filter (where at >= $1)::int as day, count(*) filter (where at >= $2)::int as week, count(*) filter (where at >= $3)::int as month
     from hand_offs where at >= $4 and pool = any($5::text[]) and given_back_by is null group by pool, user_id`,
    [
      new Date(day),
      new Date(week),
      new Date(month),
      new Date(Math.min(atMs, ...limits.map(({ from }) => from))),
      [...new Set(limits.map(({ pool }) => pool))],
    ],
  )
  const turns = await tx.query<TurnRow>('select pool, user_id, turn, credits, served_until from turns')
  const rounds = await tx.query<{ pool: string; now: number }>('select pool, now from rounds')
  const books = new Map<string, PoolBook>([...agreement.pools.keys()].map((pool) => [pool, emptyBook()]))
  const bookOf = (pool: string): PoolBook => {
    const book = books.get(pool) ?? emptyBook()
    books.set(pool, book)
    return book
  }
  for (const row of counts.rows)
    bookOf(row.pool).taken.set(row.user_id, { day: row.day, week: row.week, month: row.month })
  for (const row of turns.rows) {
    const book = bookOf(row.pool)
    if (Number(row.turn) > 0) book.turns.set(row.user_id, Number(row.turn))
    if (row.credits !== 0) book.credits.set(row.user_id, row.credits)
    if (row.served_until !== null) book.rounds.finish.set(row.user_id, row.served_until)
  }
  for (const row of rounds.rows) bookOf(row.pool).rounds.now = row.now
  return books
}

/** Everybody routing may choose from, as they stand now. Read under the routing lock, so that nobody else moves them. */
export async function readRoster(tx: PoolClient, agreement: CompiledAgreement, atMs: number): Promise<Roster> {
  return { people: await readPeople(tx, atMs), books: await readBooks(tx, agreement, atMs) }
}
