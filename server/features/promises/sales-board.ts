import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import { sentenceOf } from '@ensemble/engine/agreement/sentence-of.ts'
import { rateOf } from '@ensemble/engine/funnel/rate.ts'
import {
  acceptanceRate,
  codingRate,
  depthAttainment,
  followUpRate,
  isAcceptanceAlarm,
  speedAttainment,
} from '@ensemble/engine/promises/sales-rates.ts'
import type { Context } from '../../context.ts'
import {
  baseParams,
  type ClockCount,
  clauseOfClock,
  countClocks,
  countRunning,
  PROMISE_CLOCKS,
  type PromiseClock,
  promiseClauses,
} from './clock-events.ts'
import { countDispositions, countFollowUp, medianWait } from './follow-up.ts'
import type { Period, Segment } from './question.ts'
import { reasonsOf } from './reasons-of.ts'
import { recentVerdicts } from './recent-verdicts.ts'

type Running = Awaited<ReturnType<typeof countRunning>>
const NO_DELAY = { n: 0, medianMs: null, medianWorkedMs: null }

function tallyOf(clock: PromiseClock, count: ClockCount | undefined, running: number) {
  const tally = { kept: count?.kept ?? 0, broken: count?.broken ?? 0, running }
  return { ...tally, rate: clock === 'attempts' ? depthAttainment(tally) : speedAttainment(tally) }
}

function delayOf(counts: readonly ClockCount[]) {
  const touch = counts.find(({ clock }) => clock === 'first contact')
  return touch === undefined || touch.touched === 0
    ? NO_DELAY
    : { n: touch.touched, medianMs: touch.tookMs, medianWorkedMs: touch.workedMs }
}

function sum(running: Running): number {
  return running.reduce((total, row) => total + row.running, 0)
}

type Named = { id: string | null; name: string; team: string | null }

function groupsOf(
  named: readonly Named[],
  counts: readonly ClockCount[],
  running: Running,
  idOf: (row: Running[number]) => string | null,
) {
  return named.map((one) => {
    const mine = counts.filter(({ id }) => id === one.id)
    const open = running.filter((row) => idOf(row) === one.id)
    return {
      ...one,
      promises: PROMISE_CLOCKS.map((clock) => ({
        clock,
        ...tallyOf(
          clock,
          mine.find((count) => count.clock === clock),
          sum(open.filter((row) => row.clock === clock)),
        ),
      })),
      human: delayOf(mine),
    }
  })
}

async function readGroups(ctx: Context, counts: readonly ClockCount[], running: Running, segment: Segment) {
  const ids = [
    ...new Set([
      ...counts.flatMap(({ of, id }) => (of === 'person' ? (id ?? []) : [])),
      ...running.flatMap(({ owner }) => owner ?? []),
    ]),
  ]
  const { rows: people } = await ctx.db.query<{ id: string; name: string; team: string | null; teamId: string | null }>(
    `select u.id, u.name, t.name as team, u.team_id as "teamId" from users u left join teams t using (team_id)
      where (u.id = any($1::uuid[]) or (u.is_active and t.side = 'sales' and u.role = 'seller'))
        and ($2::uuid is null or u.id = $2) and ($3::uuid is null or u.team_id = $3)
      order by u.name, u.id`,
    [ids, segment.person, segment.team],
  )
  const teams = new Map(
    people.flatMap(({ teamId, team }) => (teamId === null || team === null ? [] : [[teamId, team]])),
  )
  return {
    people: groupsOf(
      people.map(({ id, name, team }) => ({ id, name, team })),
      counts.filter(({ of }) => of === 'person'),
      running,
      ({ owner }) => owner,
    ),
    teams: groupsOf(
      [...teams].map(([id, name]) => ({ id, name, team: null })),
      counts.filter(({ of }) => of === 'team'),
      running,
      ({ teamId }) => teamId,
    ),
  }
}

function verdictsOf(counts: readonly ClockCount[]) {
  const of = counts.find((count) => count.of === 'all' && count.clock === 'acceptance')
  const verdicts = { accepted: of?.accepted ?? 0, rejected: of?.rejected ?? 0, undecided: of?.undecided ?? 0 }
  return { ...verdicts, ...acceptanceRate(verdicts) }
}

/** The side of sales: each promise kept and broken, how long things took, and what was said of the leads. */
export async function tellSales(
  ctx: Context,
  agreement: CompiledAgreement,
  { period, segment, locale }: { period: Period; segment: Segment; locale: 'en' | 'fr' },
) {
  const nowMs = ctx.now()
  const params = baseParams(period.fromMs, period.toMs, segment)
  const { versions, clauses } = await promiseClauses(ctx)
  const [counts, recent, running, wait, followed, disposed] = await Promise.all([
    countClocks(ctx.db, [...params, versions, clauses]),
    recentVerdicts(ctx, segment),
    // What may still be kept is of now: it belongs to no period that is over.
    period.fromMs <= nowMs && nowMs < period.toMs ? countRunning(ctx.db, segment, nowMs) : [],
    medianWait(ctx.db, params),
    countFollowUp(ctx.db, params, nowMs),
    countDispositions(ctx.db, params, await reasonsOf(ctx)),
  ])
  const all = counts.filter(({ of }) => of === 'all')
  const recently = verdictsOf(recent)
  const named = clauseOfClock(agreement)
  const sales = {
    promises: [...named].map(([clock, clause]) => ({
      clock,
      clause,
      sentence: sentenceOf(agreement, clause, locale)?.sentence ?? '',
      because: sentenceOf(agreement, clause, locale)?.because ?? null,
      ...tallyOf(
        clock,
        all.find((count) => count.clock === clock),
        sum(running.filter((row) => row.clock === clock)),
      ),
    })),
    human: delayOf(all),
    system: { ...wait, medianWorkedMs: null },
    acceptance: verdictsOf(counts),
    acceptance30Days: { ...rateOf(recently.k, recently.n), isAlarm: isAcceptanceAlarm(recently) },
    followUp: followUpRate(followed),
    coding: codingRate(disposed),
    feedback: { n: disposed.answered, medianMs: disposed.medianMs, medianWorkedMs: null },
  }
  return { sales, ...(await readGroups(ctx, counts, running, segment)) }
}
