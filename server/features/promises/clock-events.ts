import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { VOID_ENDS } from '@ensemble/engine/lifecycle/void-ends.ts'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Segment } from './question.ts'

export const PROMISE_CLOCKS = ['acceptance', 'first contact', 'attempts', 'verdict', 'next step'] as const
export type PromiseClock = (typeof PROMISE_CLOCKS)[number]

/** The parameters every query of the board begins with: $1 and $2 the period, $3 to $6 the segment. */
export function baseParams(fromMs: number, toMs: number, segment: Segment): unknown[] {
  return [new Date(fromMs), new Date(toMs), segment.person, segment.team, segment.channel, segment.grade]
}

export const IN_SEGMENT = `($3::uuid is null or owner = $3) and ($4::uuid is null or owner in (select id from users where team_id = $4))
  and ($5::text is null or channel = $5) and ($6::text is null or grade like $6 || '%')`

/**
 * Every clock of sales that stopped or ran out in the period, with whom the lead was with then; $7 and $8 name the clauses by
 * version. Each clause and kind is a range of `decisions_clause`.
 */
export const CLOCK_EVENTS = `
  select * from (
    select d.person_id, d.attempt, d.decided_at as at, d.what, d.data ->> 'clock' as clock, d.data ->> 'by' as by,
           (d.data ->> 'isKept')::boolean as is_kept, (d.data ->> 'tookMs')::float8 as took_ms, (d.data ->> 'workedMs')::float8 as worked_ms,
           coalesce(d.data ->> 'owner', r.seller, l.owner::text)::uuid as owner, l.channel, l.grade
      from unnest($7::int[], $8::text[]) as k(version, clause)
      cross join unnest(array['clock.stopped', 'clock.breached']) as w(what)
      cross join lateral (
        select person_id, attempt, decided_at, what, data from decisions
         where version = k.version and clause = k.clause and decisions.what = w.what and revised_at is null
           and decided_at >= $1 and decided_at < $2
        offset 0
      ) d
      join leads l using (person_id, attempt)
      left join lateral (
        select s.data ->> 'to' as seller from decisions s
         where s.person_id = d.person_id and s.attempt = d.attempt and s.what = 'routed' and s.revised_at is null and s.decided_at <= d.decided_at
         order by s.decided_at desc limit 1
      ) r on true
  ) events where ${IN_SEGMENT}`

/** A clock that was stopped because the lead went elsewhere says nothing of its promise; nor does a rejection of being contacted. */
const VOID = VOID_ENDS.map((end) => `'${end}'`).join(', ')
const IS_VOID = `(by in (${VOID}) or (by = 'rejected' and clock in ('first contact', 'attempts', 'next step')))`
export const IS_KEPT = `(what = 'clock.stopped' and is_kept and not ${IS_VOID})`
export const IS_BROKEN = `(what = 'clock.breached')`
export const IS_TOUCH = `(what = 'clock.stopped' and clock = 'first contact' and not ${IS_VOID})`
export const IS_ACCEPTED = `(what = 'clock.stopped' and clock = 'acceptance' and by not in ('rejected', 'expired', ${VOID}))`
export const IS_REJECTED = `(what = 'clock.stopped' and clock = 'acceptance' and by in ('rejected', 'sent back'))`
/** The term ran out, and nobody has said a word since. */
export const IS_UNDECIDED = `(what = 'clock.breached' and clock = 'acceptance' and not exists (
  select 1 from decisions later
   where later.person_id = events.person_id and later.attempt = events.attempt and later.what = 'clock.stopped' and later.revised_at is null
     and later.data ->> 'clock' = 'acceptance' and later.decided_at >= events.at and later.data ->> 'by' not in ('handed over', 'the person came back', 'the owner left', 'expired')))`

/** The clauses by which sales has promised these clocks, by version: those of every version that was ever in force. */
export async function promiseClauses(
  ctx: Context,
  clocks: readonly PromiseClock[] = PROMISE_CLOCKS,
): Promise<{ versions: number[]; clauses: string[] }> {
  const { rows } = await ctx.db.query<{ version: number }>(
    `select version from agreements where status in ('in force', 'superseded')`,
  )
  const agreements = rows.flatMap(({ version }) => ctx.agreements.byVersion(version) ?? [])
  // A clock keeps the clause under which it began, also when it stops under a later version.
  const names = [
    ...new Set(agreements.flatMap((agreement) => clocks.flatMap((clock) => clauseOfClock(agreement).get(clock) ?? []))),
  ]
  const pairs = agreements.flatMap(({ version }) => names.map((clause) => ({ version, clause })))
  return { versions: pairs.map((pair) => pair.version), clauses: pairs.map((pair) => pair.clause) }
}

/** The clause that promises each clock, under an agreement. */
export function clauseOfClock({ promises }: CompiledAgreement): Map<PromiseClock, string> {
  const named = [
    ['acceptance', promises.acceptance],
    ['first contact', promises.firstContact],
    ['attempts', promises.attempts],
    ['verdict', promises.verdict],
    ['next step', promises.nextStep],
  ] as const
  return new Map(named.flatMap(([clock, promise]) => (promise === null ? [] : [[clock, promise.clause] as const])))
}

export type ClockCount = {
  clock: PromiseClock
  /** Whose: everybody's, a seller's or a team's. */
  of: 'all' | 'person' | 'team'
  id: string | null
  kept: number
  broken: number
  touched: number
  tookMs: number | null
  workedMs: number | null
  accepted: number
  rejected: number
  undecided: number
}

/** What became of the clocks of the period: altogether, by seller and by team. */
export async function countClocks(db: Queryable, params: readonly unknown[]): Promise<ClockCount[]> {
  const { rows } = await db.query<ClockCount>(
    `with events as materialized (select events.*, ${IS_UNDECIDED} as is_undecided from (${CLOCK_EVENTS}) events)
     select clock, case when grouping(owner) = 0 then 'person' when grouping(users.team_id) = 0 then 'team' else 'all' end as of,
            coalesce(owner, users.team_id) as id,
            count(*) filter (where ${IS_KEPT})::int as kept,
            count(*) filter (where ${IS_BROKEN})::int as broken,
            count(*) filter (where ${IS_TOUCH})::int as touched,
            percentile_cont(0.5) within group (order by took_ms) filter (where ${IS_TOUCH}) as "tookMs",
            percentile_cont(0.5) within group (order by worked_ms) filter (where ${IS_TOUCH}) as "workedMs",
            count(*) filter (where ${IS_ACCEPTED})::int as accepted,
            count(*) filter (where ${IS_REJECTED})::int as rejected,
            count(*) filter (where is_undecided)::int as undecided
       from events left join users on users.id = events.owner
      group by grouping sets ((clock), (clock, owner), (clock, users.team_id))`,
    [...params],
  )
  return rows
}

/** Promises that may still be kept, as of now, by clock and seller. */
export async function countRunning(
  db: Queryable,
  segment: Segment,
  nowMs: number,
): Promise<{ clock: PromiseClock; owner: string | null; teamId: string | null; running: number }[]> {
  const { rows } = await db.query(
    `select c.clock, c.owner, users.team_id as "teamId", count(*)::int as running
       from (
         select clocks.name as clock, clocks.owner, l.channel, l.grade from clocks join leads l using (person_id, attempt)
          where clocks.name = any($7::text[]) and clocks.due_at > $1 and $2::timestamptz is not null
       ) c left join users on users.id = c.owner
      where ${IN_SEGMENT}
      group by 1, 2, 3`,
    [...baseParams(nowMs, nowMs, segment), PROMISE_CLOCKS],
  )
  return rows
}
