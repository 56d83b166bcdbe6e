import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { localTimeOf, momentOf } from '@ensemble/engine/worktime/local-time.ts'
import { nextWorkingMoment } from '@ensemble/engine/worktime/next-working-moment.ts'

/** The next moment at which somebody begins a working day, after `ms` (epoch milliseconds). Null when none comes within ten years. */
export function nextMorning(calendar: Calendar, ms: number): number | null {
  const { day } = localTimeOf(calendar.zone, ms)
  const today = nextWorkingMoment(calendar, momentOf(calendar.zone, { day, timeMs: 0 }))
  if (today === null || today > ms) return today
  return nextWorkingMoment(calendar, momentOf(calendar.zone, { day: day + 1, timeMs: 0 }))
}
