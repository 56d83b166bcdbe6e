import { addWorkingTime } from '@ensemble/engine/worktime/add-working-time.ts'
import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { dayMs, minuteMs } from '@ensemble/engine/worktime/time-units.ts'
import { workingTimeBetween } from '@ensemble/engine/worktime/working-time-between.ts'

/** The moment at which somebody has worked so many minutes more. In real time for a calendar without work. */
export function afterWork(calendar: Calendar, fromMs: number, minutes: number): number {
  const amountMs = Math.max(1, Math.round(minutes * minuteMs))
  return addWorkingTime(calendar, fromMs, amountMs) ?? fromMs + amountMs
}

/** The last moment that lies so many working minutes before another. In real time when there are not as many in four weeks. */
export function beforeWork(calendar: Calendar, untilMs: number, minutes: number): number {
  const amountMs = minutes * minuteMs
  let low = untilMs - 28 * dayMs
  let high = untilMs
  if (workingTimeBetween(calendar, low, untilMs) < amountMs) return untilMs - amountMs
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (workingTimeBetween(calendar, middle, untilMs) >= amountMs) low = middle
    else high = middle
  }
  return low
}
