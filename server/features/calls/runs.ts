import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { summary } from './shapes.ts'

export type Summary = z.output<typeof summary>

/** Somebody who is not heard of for this long has left the page without a word: their clock stops then. */
const SILENCE_MS = 10 * 60_000

/** Begins or goes on with the time somebody spends on a session. */
export async function keepRunning(db: Queryable, sessionId: string, userId: string, nowMs: number): Promise<void> {
  const now = new Date(nowMs)
  await db.query(
    `insert into call_runs (session_id, user_id, started_at, resumed_at, seen_at) values ($1, $2, $3, $3, $3)
     on conflict (session_id, user_id) do update set
       worked_s = call_runs.worked_s + case when call_runs.resumed_at is not null and call_runs.seen_at < $4
         then greatest(0, extract(epoch from call_runs.seen_at - call_runs.resumed_at))::int else 0 end,
       resumed_at = case when call_runs.resumed_at is null or call_runs.seen_at < $4 then $3 else call_runs.resumed_at end,
       seen_at = $3`,
    [sessionId, userId, now, new Date(nowMs - SILENCE_MS)],
  )
}

export async function stopRunning(db: Queryable, sessionId: string, userId: string, nowMs: number): Promise<void> {
  await db.query(
    `update call_runs set resumed_at = null, seen_at = $3,
       worked_s = worked_s + case when resumed_at is null then 0
         else greatest(0, extract(epoch from least($3, seen_at + $4 * interval '1 ms') - resumed_at))::int end
     where session_id = $1 and user_id = $2`,
    [sessionId, userId, new Date(nowMs), SILENCE_MS],
  )
}

type Counted = {
  session_id: string
  user_id: string
  name: string
  is_running: boolean
  worked_s: number
  talk_s: number
  meetings: number
  outcomes: Record<string, number> | null
}
export type SellerRun = { user: { id: string; name: string }; isRunning: boolean; summary: Summary }

function summaryOf(
  outcomes: Record<string, number>,
  { talkS, workedS, meetings }: Pick<Summary, 'talkS' | 'workedS' | 'meetings'>,
): Summary {
  const calls = Object.values(outcomes).reduce((sum, each) => sum + each, 0)
  return {
    calls,
    connects: outcomes.connected ?? 0,
    meetings,
    talkS,
    workedS,
    callsPerHour: workedS < 60 ? null : Math.round((calls * 36_000) / workedS) / 10,
    byOutcome: outcomes,
  }
}

/** What came of sessions, seller by seller. */
export async function readRuns(
  db: Queryable,
  sessionIds: readonly string[],
  nowMs: number,
): Promise<Map<string, SellerRun[]>> {
  const { rows } = await db.query<Counted>(
    `select r.session_id, r.user_id, u.name, r.resumed_at is not null and r.seen_at > $3 as is_running,
            (r.worked_s + case when r.resumed_at is null then 0
              else greatest(0, extract(epoch from least($2, r.seen_at + $4 * interval '1 ms') - r.resumed_at)) end)::int as worked_s,
            coalesce(o.talk_s, 0)::int as talk_s, coalesce(o.meetings, 0)::int as meetings, o.outcomes
       from call_runs r join users u on u.id = r.user_id
       left join lateral (
         select sum(talk_s) as talk_s, sum(meetings) as meetings, jsonb_object_agg(outcome, n) as outcomes
           from (select outcome, count(*)::int as n, sum(coalesce(duration_s, 0)) as talk_s, count(*) filter (where follow = 'meeting') as meetings
                   from call_outcomes c where c.session_id = r.session_id and c.user_id = r.user_id and c.undone_at is null group by outcome) each
       ) o on true
      where r.session_id = any($1::uuid[]) order by u.name`,
    [sessionIds, new Date(nowMs), new Date(nowMs - SILENCE_MS), SILENCE_MS],
  )
  const bySession = new Map<string, SellerRun[]>()
  for (const row of rows) {
    const run = {
      user: { id: row.user_id, name: row.name },
      isRunning: row.is_running,
      summary: summaryOf(row.outcomes ?? {}, { talkS: row.talk_s, workedS: row.worked_s, meetings: row.meetings }),
    }
    bySession.set(row.session_id, [...(bySession.get(row.session_id) ?? []), run])
  }
  return bySession
}

/** Several summaries as one. */
export function together(runs: readonly SellerRun[]): Summary {
  const outcomes: Record<string, number> = {}
  for (const { summary: one } of runs)
    for (const [outcome, n] of Object.entries(one.byOutcome)) outcomes[outcome] = (outcomes[outcome] ?? 0) + n
  const sum = (of: (one: Summary) => number) => runs.reduce((total, run) => total + of(run.summary), 0)
  return summaryOf(outcomes, {
    talkS: sum((one) => one.talkS),
    workedS: sum((one) => one.workedS),
    meetings: sum((one) => one.meetings),
  })
}
