import type { z } from 'zod'
import type { Context } from '../../context.ts'
import {
  baseParams,
  CLOCK_EVENTS,
  IN_SEGMENT,
  IS_ACCEPTED,
  IS_BROKEN,
  IS_KEPT,
  IS_REJECTED,
  IS_TOUCH,
  IS_UNDECIDED,
  promiseClauses,
} from './clock-events.ts'
import type { listPromiseRows } from './contract.ts'
import { DELIVERED } from './deliveries.ts'
import { DISPOSED, FOLLOWED } from './follow-up.ts'
import { HANDED_OVER, IS_GIVEN } from './hand-offs.ts'
import { OVERDUE, overdueParams } from './overdue.ts'
import type { Period, Segment } from './question.ts'
import { reasonsOf } from './reasons-of.ts'

type Asked = Pick<z.output<NonNullable<(typeof listPromiseRows)['query']>>, 'of' | 'clock' | 'letter'>
type Found = { sql: string; params: unknown[] }

const CLOCK_ROWS = {
  kept: `select * from (${CLOCK_EVENTS}) events where ${IS_KEPT} and clock = $9`,
  broken: `select * from (${CLOCK_EVENTS}) events where ${IS_BROKEN} and clock = $9`,
  'touched first': `select * from (${CLOCK_EVENTS}) events where ${IS_TOUCH} and $9::text is null`,
  accepted: `select * from (${CLOCK_EVENTS}) events where ${IS_ACCEPTED} and $9::text is null`,
  rejected: `select * from (${CLOCK_EVENTS}) events where ${IS_REJECTED} and $9::text is null`,
  undecided: `select * from (${CLOCK_EVENTS}) events where ${IS_UNDECIDED} and $9::text is null`,
} as const

const RUNNING = `select * from (
  select clocks.person_id, clocks.attempt, clocks.due_at as at, clocks.owner, l.channel, l.grade from clocks join leads l using (person_id, attempt)
   where clocks.name = $7 and clocks.due_at > $1 and $2::timestamptz is not null
) running where ${IN_SEGMENT}`

const LATE = `select * from (
  select person_id, attempt, since as at, owner, channel, grade from (${OVERDUE}) overdue where why = $4
) late where ($5::uuid is null or owner = $5) and ($6::uuid is null or owner in (select id from users where team_id = $6))
  and ($7::text is null or channel = $7) and ($8::text is null or grade like $8 || '%')`

/** The leads behind a number, as the number itself counts them. */
export async function rowsOf(ctx: Context, asked: Asked, period: Period, segment: Segment): Promise<Found> {
  const nowMs = ctx.now()
  const params = baseParams(period.fromMs, period.toMs, segment)
  const agreement = ctx.agreements.at(Math.min(nowMs, period.toMs - 1))
  switch (asked.of) {
    case 'delivered': {
      const sql = `select * from (${DELIVERED}) delivered where ($3::text is null or left(grade, 1) = $3) and ($4::text is null or channel = $4)`
      const until = new Date(Math.min(period.toMs, nowMs))
      return { sql, params: [params[0], until, asked.letter ?? null, segment.channel] }
    }
    case 'given':
    case 'not given':
      return {
        sql: `select * from (${HANDED_OVER}) handed_over where ${asked.of === 'given' ? '' : 'not'} (${IS_GIVEN})`,
        params: [...params, agreement.marketing.handoff?.gives ?? []],
      }
    case 'running':
      return { sql: RUNNING, params: [...baseParams(nowMs, nowMs, segment), asked.clock] }
    case 'followed up':
    case 'forgotten':
      return {
        sql: `select * from (${FOLLOWED}) f where touches ${asked.of === 'forgotten' ? '= 0' : '> 0'}`,
        params: [...params, new Date(nowMs)],
      }
    case 'coded':
    case 'uncoded':
      return {
        sql: `select * from (${DISPOSED}) d where ${asked.of === 'coded' ? '' : 'not'} is_coded`,
        params: [...params, await reasonsOf(ctx)],
      }
    case 'uncontacted today':
    case 'shallow today': {
      const why = asked.of === 'shallow today' ? 'shallow' : 'uncontacted'
      const { person, team, channel, grade } = segment
      return {
        sql: LATE,
        params: [...overdueParams(ctx.agreements.at(nowMs), nowMs), why, person, team, channel, grade],
      }
    }
    default: {
      const { versions, clauses } = await promiseClauses(ctx)
      const clock = asked.of === 'kept' || asked.of === 'broken' ? (asked.clock ?? null) : null
      return { sql: CLOCK_ROWS[asked.of], params: [...params, versions, clauses, clock] }
    }
  }
}
