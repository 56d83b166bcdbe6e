import type { Calendar } from '@ensemble/engine/worktime/calendar.ts'
import { nextWorkingMoment } from '@ensemble/engine/worktime/next-working-moment.ts'

/** Mails to one person are at least this far apart, unless something runs out sooner than that is worth. */
export const APART_MS = 10 * 60_000
const URGENT_MS = 45 * 60_000

type Waiting = { isQuiet: boolean; lastMailAt: number | null; soonestDueAt: number | null }

/**
 * When what waits for somebody is mailed: now, or later: within the person's working time (never while they are absent),
 * and not within ten minutes of the mail before. What runs out within three quarters of an hour is not held for company.
 */
export function sendAt(calendar: Calendar, { isQuiet, lastMailAt, soonestDueAt }: Waiting, nowMs: number): number {
  const absence = calendar.away.find(({ from, to }) => from <= nowMs && nowMs < to)
  const workingAt = nextWorkingMoment(calendar, nowMs)
  if (isQuiet && workingAt !== nowMs) return workingAt ?? nowMs + 86_400_000
  if (!isQuiet && absence !== undefined) return absence.to
  const isUrgent = soonestDueAt !== null && soonestDueAt - nowMs <= URGENT_MS
  return isUrgent || lastMailAt === null ? nowMs : Math.max(nowMs, lastMailAt + APART_MS)
}
