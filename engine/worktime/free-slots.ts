import type { Calendar } from './calendar.ts'
import { localTimeOf } from './local-time.ts'
import { spansFrom } from './spans.ts'
import { minuteMs } from './time-units.ts'
import { requireMoment, timelineOf } from './timeline.ts'

/** A span of real time, half-open, in epoch milliseconds. */
export type Span = { readonly fromMs: number; readonly toMs: number }

export type SlotRules = {
  readonly minutes: number
  /** Minutes before and after the meeting in which nothing else may lie. */
  readonly bufferBefore: number
  readonly bufferAfter: number
  /** Meetings begin at multiples of this many minutes after midnight of the host's wall clock. */
  readonly stepMinutes: number
  /** How many meetings fit in one day of the host; null for any number. */
  readonly dayLimit: number | null
}

export type SlotQuery = {
  readonly calendar: Calendar
  readonly rules: SlotRules
  /** The earliest beginning, and the moment before which a meeting must begin. */
  readonly fromMs: number
  readonly untilMs: number
  /** What is taken already: meetings with their buffers, busy times of other calendars. In any order. */
  readonly busy: readonly Span[]
  /** Meetings that each local day (days since 1970-01-01 in the host's zone) has already. */
  readonly taken: ReadonlyMap<number, number>
}

/**
 * The moments (epoch milliseconds, in order) at which a meeting can begin: all of it lies within unbroken working time, and with
 * its buffers it touches nothing that is taken. Buffers may lie outside working time. Throws RangeError on moments that are none.
 */
export function freeSlots({ calendar, rules, fromMs, untilMs, busy, taken }: SlotQuery): number[] {
  requireMoment(fromMs)
  requireMoment(untilMs)
  const lengthMs = rules.minutes * minuteMs
  const blocked = joined(busy)
  const found: number[] = []
  let next = 0
  for (const span of unbroken(calendar, fromMs, untilMs)) {
    for (let at = aligned(calendar.zone, Math.max(span.fromMs, fromMs), rules.stepMinutes); ; ) {
      if (at >= untilMs || at + lengthMs > span.toMs) break
      const beginMs = at - rules.bufferBefore * minuteMs
      const endMs = at + lengthMs + rules.bufferAfter * minuteMs
      while (next < blocked.length && (blocked[next]?.toMs ?? 0) <= beginMs) next += 1
      const block = blocked[next]
      const isFree = block === undefined || block.fromMs >= endMs
      if (isFree && !isFull(rules, taken, localTimeOf(calendar.zone, at).day)) found.push(at)
      at = aligned(calendar.zone, at + minuteMs, rules.stepMinutes)
    }
  }
  return found
}

function isFull({ dayLimit }: SlotRules, taken: ReadonlyMap<number, number>, day: number): boolean {
  return dayLimit !== null && (taken.get(day) ?? 0) >= dayLimit
}

/** The first moment at or after `ms` at which the wall clock shows a multiple of the step. */
function aligned(zone: string, ms: number, stepMinutes: number): number {
  const stepMs = stepMinutes * minuteMs
  const over = localTimeOf(zone, ms).timeMs % stepMs
  if (over === 0) return ms
  const at = ms + stepMs - over
  // Where the clocks changed in between, the step begins anew.
  const again = localTimeOf(zone, at).timeMs % stepMs
  return again === 0 ? at : at + stepMs - again
}

/** Working spans, joined where one begins as the other ends: a change of the clocks parts them, not the work. */
function* unbroken(calendar: Calendar, fromMs: number, untilMs: number): Generator<Span> {
  let open: { fromMs: number; toMs: number } | null = null
  for (const span of spansFrom(timelineOf(calendar), fromMs, untilMs)) {
    if (open !== null && span.fromMs <= open.toMs) open.toMs = Math.max(open.toMs, span.toMs)
    else {
      if (open !== null) yield open
      open = { fromMs: span.fromMs, toMs: span.toMs }
    }
  }
  if (open !== null) yield open
}

/** Spans in order of time, touching ones joined. */
function joined(spans: readonly Span[]): Span[] {
  const list: Span[] = []
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = list.at(-1)
    if (span.toMs <= span.fromMs) continue
    if (last !== undefined && span.fromMs <= last.toMs)
      list[list.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, span.toMs) }
    else list.push(span)
  }
  return list
}
