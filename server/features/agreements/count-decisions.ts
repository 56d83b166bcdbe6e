import { VOID_ENDS } from '@ensemble/engine/lifecycle/void-ends.ts'
import type { Queryable } from '../../db/queryable.ts'
import { isScoring, kindsOf } from './decides.ts'
import type { LocatedClause } from './locate-clauses.ts'

export const DAY_MS = 86_400_000
export type Counts = { week: number; month: number; kept: number; broken: number }
type Row = { clause: string } & Counts

const KEPT = `data ->> 'isKept' = 'true' and data ->> 'by' not in (${VOID_ENDS.map((end) => `'${end}'`).join(', ')})`

/** Each clause and kind is a range of the index `decisions_clause`; no row is read. */
async function countNamed(
  db: Queryable,
  version: number,
  clauses: readonly LocatedClause[],
  nowMs: number,
): Promise<Row[]> {
  const pairs = clauses.flatMap((clause) => kindsOf(clause).map((what) => [clause.clause, what] as const))
  const { rows } = await db.query<Row>(
    `select k.clause, sum(n.week)::int as week, sum(n.month)::int as month, 0 as kept,
            sum(n.month) filter (where k.what = 'clock.breached')::int as broken
       from unnest($2::text[], $3::text[]) as k(clause, what)
       cross join lateral (
         select count(*) filter (where d.decided_at >= $4) as week, count(*) as month from decisions d
          where d.version = $1 and d.clause = k.clause and d.what = k.what and d.revised_at is null
            and d.decided_at >= $5 and d.decided_at <= $6
       ) n
      group by k.clause`,
    [version, pairs.map(([clause]) => clause), pairs.map(([, what]) => what), ...windows(nowMs)],
  )
  return rows
}

async function countKept(
  db: Queryable,
  version: number,
  clauses: readonly LocatedClause[],
  nowMs: number,
): Promise<Map<string, number>> {
  const promises = clauses.filter(({ section }) => section === 'promises').map(({ clause }) => clause)
  const { rows } = await db.query<{ clause: string; kept: number }>(
    `select k.clause, n.kept from unnest($2::text[]) as k(clause)
      cross join lateral (
        select count(*)::int as kept from decisions
         where version = $1 and clause = k.clause and what = 'clock.stopped' and revised_at is null and ${KEPT}
           and decided_at >= $3 and decided_at <= $4
      ) n`,
    [version, promises, ...windows(nowMs).slice(1)],
  )
  return new Map(rows.map((row) => [row.clause, row.kept]))
}

async function countScored(db: Queryable, version: number, nowMs: number): Promise<Row[]> {
  const { rows } = await db.query<Row>(
    `select line ->> 'clause' as clause, count(*) filter (where d.decided_at >= $2)::int as week, count(*)::int as month, 0 as kept, 0 as broken
       from decisions d cross join lateral jsonb_array_elements(d.data -> 'lines') as line
      where d.what = 'scored' and d.revised_at is null and d.decided_at >= $3 and d.decided_at <= $4 and d.version = $1
      group by 1`,
    [version, ...windows(nowMs)],
  )
  return rows
}

function windows(nowMs: number): [Date, Date, Date] {
  return [new Date(nowMs - 7 * DAY_MS), new Date(nowMs - 30 * DAY_MS), new Date(nowMs)]
}

/** How often each clause of a version decided something in the last 7 and 30 days, and how its promises went in 30. */
export async function countDecisions(
  db: Queryable,
  version: number,
  clauses: readonly LocatedClause[],
  nowMs: number,
): Promise<Map<string, Counts>> {
  const [named, kept, scored] = await Promise.all([
    countNamed(db, version, clauses, nowMs),
    countKept(db, version, clauses, nowMs),
    countScored(db, version, nowMs),
  ])
  const scoring = new Set(clauses.filter(isScoring).map(({ clause }) => clause))
  const counts = new Map<string, Counts>()
  for (const { clause, week, month, broken } of [...named, ...scored.filter((row) => scoring.has(row.clause))]) {
    counts.set(clause, { week, month, kept: kept.get(clause) ?? 0, broken: broken ?? 0 })
  }
  return counts
}
