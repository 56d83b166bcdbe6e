import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { workingTimeBetween } from '@ensemble/engine/worktime/working-time-between.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listClocks as promise } from './contract.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = {
  person_id: string
  attempt: number
  clock: string
  clause: string
  team: 'marketing' | 'sales'
  owner: string | null
  started_at: Date
  due_at: Date
  is_breached: boolean
}

/** $1 to $3 the key before, $4 how many, $5 and $6 from and until when due, $7 the clause. */
const BETWEEN = `team = 'sales' and name not in ('parking', 'recycling')
  and ($1::timestamptz is null or (due_at, person_id, name) > ($1, $2::uuid, $3::text))
  and ($5::timestamptz is null or due_at > $5) and ($6::timestamptz is null or due_at <= $6)
  and ($7::text is null or clause = $7)`
const COLUMNS = 'person_id, attempt, name as clock, clause, team, owner, started_at, due_at, is_breached'

const OF_ALL = `select ${COLUMNS} from clocks where ${BETWEEN} order by due_at, person_id, name limit $4`
const OF_CLAUSE = OF_ALL.replace('($7::text is null or clause = $7)', 'clause = $7')
/** The soonest of each owner, then the soonest of these: every owner is one short range of the index. $8 are the owners. */
const OF_OWNERS = `select mine.* from unnest($8::uuid[]) as o(owner_id)
  cross join lateral (
    select ${COLUMNS} from clocks where owner = o.owner_id and ${BETWEEN} order by due_at, person_id, name limit $4
  ) mine order by due_at, person_id, clock limit $4`
/** The leads whose owner waits for an answer: few, so that they are named outright. */
const OF_ASKED = `select ${COLUMNS} from clocks
  where (person_id, attempt) in (select person_id, attempt from leads where asked_at is not null and outcome = 'open')
    and ($8::uuid[] is null or owner = any($8)) and ${BETWEEN} order by due_at, person_id, name limit $4`

async function ownersOf(ctx: Context, query: Query, nowMs: number): Promise<string[] | null> {
  if (query.owner !== undefined) return [query.owner]
  if (query.team === undefined && query.of !== 'away') return null
  const { rows } = await ctx.db.query<{ id: string }>(
    `select id from users where ($1::uuid is null or team_id = $1)
       and (not $2 or exists (select 1 from absences a where a.user_id = users.id and a.starts_at <= $3 and a.ends_at > $3))`,
    [query.team ?? null, query.of === 'away', new Date(nowMs)],
  )
  return rows.map(({ id }) => id)
}

function statement(query: Query, owners: string[] | null): { sql: string; hasOwners: boolean } {
  if (query.of === 'asked') return { sql: OF_ASKED, hasOwners: true }
  if (owners !== null) return { sql: OF_OWNERS, hasOwners: true }
  return { sql: query.clause === undefined ? OF_ALL : OF_CLAUSE, hasOwners: false }
}

type Detail = {
  person_id: string
  attempt: number
  name: string
  company: string | null
  grade: string | null
  stage: string
  owner_name: string | null
  is_away: boolean
  calendar: Calendar | null
  asked_at: Date | null
  asked_by: string | null
  asked_by_name: string | null
  asked_note: string | null
}

async function detailsOf(ctx: Context, rows: readonly Row[], nowMs: number): Promise<Map<string, Detail>> {
  const { rows: details } = await ctx.db.query<Detail>(
    `select l.person_id, l.attempt, p.name, p.company, l.grade, l.stage, o.name as owner_name, l.asked_at, l.asked_by,
            b.name as asked_by_name, l.asked_note, p.state -> 'attempt' -> 'calendar' as calendar,
            exists (select 1 from absences a where a.user_id = l.owner and a.starts_at <= $3 and a.ends_at > $3) as is_away
       from unnest($1::uuid[], $2::int[]) as k(person_id, attempt)
       join leads l using (person_id, attempt) join people p using (person_id)
       left join users o on o.id = l.owner left join users b on b.id = l.asked_by`,
    [rows.map((row) => row.person_id), rows.map((row) => row.attempt), new Date(nowMs)],
  )
  return new Map(details.map((detail) => [`${detail.person_id}:${detail.attempt}`, detail]))
}

function leftMs(calendar: Calendar, dueMs: number, nowMs: number): number {
  return dueMs >= nowMs ? workingTimeBetween(calendar, nowMs, dueMs) : -workingTimeBetween(calendar, dueMs, nowMs)
}

/** One page of running clocks, soonest due first. Time left is told in each owner's working time. */
export async function listClocks(ctx: Context, query: Query): Promise<View> {
  const nowMs = ctx.now()
  const now = new Date(nowMs)
  const after = unpackCursor(query.after, 3)
  const owners = await ownersOf(ctx, query, nowMs)
  const { sql, hasOwners } = statement(query, owners)
  const { rows } = await ctx.db.query<Row>(sql, [
    after === null ? null : new Date(Number(after[0])),
    after?.[1] ?? null,
    after?.[2] ?? null,
    query.limit + 1,
    query.of === 'running' ? now : null,
    query.of === 'late' ? now : null,
    query.clause ?? null,
    ...(hasOwners ? [owners] : []),
  ])
  const page = rows.slice(0, query.limit)
  const details = await detailsOf(ctx, page, nowMs)
  const agreed = ctx.agreements.at(nowMs).calendar
  const last = page.at(-1)
  return {
    now: now.toISOString(),
    clocks: page.map((row) => {
      const detail = details.get(`${row.person_id}:${row.attempt}`)
      return {
        personId: row.person_id,
        attempt: row.attempt,
        name: detail?.name ?? '',
        company: detail?.company ?? null,
        grade: detail?.grade ?? null,
        stage: detail?.stage ?? null,
        owner: row.owner === null ? null : { id: row.owner, name: detail?.owner_name ?? '' },
        isOwnerAway: detail?.is_away ?? false,
        clock: row.clock,
        clause: row.clause,
        team: row.team,
        startedAt: row.started_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        leftMs: leftMs(detail?.calendar ?? agreed, row.due_at.getTime(), nowMs),
        isBreached: row.is_breached,
        asked: askedOf(detail),
      }
    }),
    next:
      rows.length > query.limit && last !== undefined
        ? packCursor([last.due_at.getTime(), last.person_id, last.clock])
        : null,
  }
}

function askedOf(detail: Detail | undefined): View['clocks'][number]['asked'] {
  if (detail === undefined || detail.asked_at === null) return null
  const { asked_at: at, asked_by: by, asked_by_name: name, asked_note: note } = detail
  return { at: at.toISOString(), by: by === null ? null : { id: by, name: name ?? '' }, note: note ?? '' }
}
