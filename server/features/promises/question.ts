import { dateOfDay, dayOfDate, periodOf } from '@ensemble/engine/promises/periods.ts'
import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import type { z } from 'zod'
import { Problem } from '../../http/problem.ts'
import { checkPeriod } from '../funnel/check-period.ts'
import type { getPromises } from './contract.ts'

export type Question = z.output<NonNullable<(typeof getPromises)['query']>>

/** Days of the company's zone, half open, with the moments they begin and end at. */
export type Period = { from: string; to: string; fromDay: number; toDay: number; fromMs: number; toMs: number }
export type Segment = {
  person: string | null
  team: string | null
  channel: string | null
  grade: string | null
}

const LONGEST_DAYS = 750

function daysOf({ period, from, to }: Question, today: number): { from: number; to: number } {
  if (period !== 'custom') return periodOf(period, from === undefined ? today : dayOfDate(from))
  if (from === undefined || to === undefined) {
    throw new Problem('bad-request', 'A custom period has a first day and the day after its last.', {
      mend: 'Give from and to, such as from=2026-11-01&to=2026-12-01.',
    })
  }
  checkPeriod({ from, to })
  return { from: dayOfDate(from), to: dayOfDate(to) }
}

/** The period that was asked about. */
export function readPeriod(question: Question, zone: string, nowMs: number): Period {
  const days = daysOf(question, localTimeOf(zone, nowMs).day)
  if (days.to - days.from > LONGEST_DAYS) {
    throw new Problem('bad-request', `The board shows at most ${LONGEST_DAYS} days.`, {
      mend: 'Ask for a shorter period.',
    })
  }
  return {
    from: dateOfDay(days.from),
    to: dateOfDay(days.to),
    fromDay: days.from,
    toDay: days.to,
    fromMs: momentOf(zone, { day: days.from, timeMs: 0 }),
    toMs: momentOf(zone, { day: days.to, timeMs: 0 }),
  }
}

/** The leads that were asked about. */
export function readSegment({ person, team, channel, grade }: Question): Segment {
  return { person: person ?? null, team: team ?? null, channel: channel ?? null, grade: grade ?? null }
}
