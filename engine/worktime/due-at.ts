import { addWorkingDays } from './add-working-days.ts'
import { addWorkingTime } from './add-working-time.ts'
import type { Calendar } from './calendar.ts'
import type { Duration } from './duration.ts'

export type Due =
  | { readonly ok: true; readonly dueMs: number }
  | { readonly ok: false; readonly reason: 'noWorkingTime'; readonly message: string }

/** When something begun at `startMs` (epoch milliseconds) is due under a calendar. Refused when that is not within ten years. */
export function dueAt(calendar: Calendar, startMs: number, duration: Duration): Due {
  const dueMs = momentDue(calendar, startMs, duration)
  if (dueMs !== null) return { ok: true, dueMs }
  const message = 'the calendar has not enough working time within 10 years of the start'
  return { ok: false, reason: 'noWorkingTime', message }
}

function momentDue(calendar: Calendar, startMs: number, duration: Duration): number | null {
  if ('workingDays' in duration) return addWorkingDays(calendar, startMs, duration.workingDays)
  return duration.isWorking ? addWorkingTime(calendar, startMs, duration.amountMs) : startMs + duration.amountMs
}
