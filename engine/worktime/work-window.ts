import { type Absence, type Block, type Calendar, weekdays } from './calendar.ts'
import { type HolidaysByDay, holidaysByDay } from './free-time.ts'
import { dayMinutes, dayMs, minuteMs, windowDays, windowMs } from './time-units.ts'
import { type OffsetSegment, zoneOffsets } from './zone-offsets.ts'

/** Everything known of the working time of one fixed stretch of 128 UTC days. Spans are in order and do not overlap. */
export type WorkWindow = {
  readonly index: number
  readonly fromMs: number
  readonly count: number
  readonly starts: Float64Array
  readonly ends: Float64Array
  /** Working milliseconds of the window before each span; one entry more than there are spans, the last is the total. */
  readonly before: Float64Array
  /** Local date of each span, in days since 1970-01-01. */
  readonly localDays: Int32Array
  /** For each UTC day of the window, the first span that ends after the day begins. */
  readonly firstSpans: Uint16Array
  readonly offsets: readonly OffsetSegment[]
}

type Span = { fromMs: number; toMs: number; localDay: number }

/** Works out one window. Cost: one pass over its days, once per calendar. */
export function buildWindow(calendar: Calendar, away: readonly Absence[], index: number): WorkWindow {
  const fromMs = index * windowMs
  const offsets = zoneOffsets(calendar.zone, index)
  const holidays = holidaysByDay(calendar, fromMs / dayMs - 2, fromMs / dayMs + windowDays + 2)
  const spans: Span[] = []
  for (const segment of offsets) addSegment(spans, calendar, holidays, segment)
  return pack(index, fromMs, offsets, subtractAbsences(spans, away))
}

// A span never crosses a change of offset, so that wall clock and real time run at the same pace within it.
function addSegment(spans: Span[], calendar: Calendar, holidays: HolidaysByDay, segment: OffsetSegment): void {
  const firstDay = Math.floor((segment.fromMs + segment.offsetMs) / dayMs)
  const lastDay = Math.floor((segment.toMs - 1 + segment.offsetMs) / dayMs)
  for (let localDay = firstDay; localDay <= lastDay; localDay += 1) {
    const midnightMs = localDay * dayMs - segment.offsetMs
    for (const block of blocksOf(calendar, holidays, localDay)) {
      const fromMs = Math.max(segment.fromMs, midnightMs + block.fromMinute * minuteMs)
      const toMs = Math.min(segment.toMs, midnightMs + block.toMinute * minuteMs)
      if (fromMs < toMs) spans.push({ fromMs, toMs, localDay })
    }
  }
}

function blocksOf(calendar: Calendar, holidays: HolidaysByDay, localDay: number): readonly Block[] {
  // 1970-01-01 was a Thursday.
  const weekday = weekdays[(((localDay + 3) % 7) + 7) % 7] ?? 'mon'
  let blocks = calendar.hours[weekday]
  for (const holiday of holidays.get(localDay) ?? []) {
    const from = holiday.fromMinute - localDay * dayMinutes
    const to = holiday.toMinute - localDay * dayMinutes
    blocks = blocks
      .flatMap((block) => [
        { fromMinute: block.fromMinute, toMinute: Math.min(block.toMinute, from) },
        { fromMinute: Math.max(block.fromMinute, to), toMinute: block.toMinute },
      ])
      .filter((block) => block.fromMinute < block.toMinute)
  }
  return blocks
}

function subtractAbsences(spans: readonly Span[], away: readonly Absence[]): readonly Span[] {
  if (away.length === 0) return spans
  const left: Span[] = []
  let next = 0
  for (const span of spans) {
    while (next < away.length && (away[next]?.to ?? 0) <= span.fromMs) next += 1
    let fromMs = span.fromMs
    for (let i = next; i < away.length && fromMs < span.toMs; i += 1) {
      const absence = away[i]
      if (!absence || absence.from >= span.toMs) break
      if (absence.from > fromMs) left.push({ fromMs, toMs: absence.from, localDay: span.localDay })
      fromMs = Math.max(fromMs, absence.to)
    }
    if (fromMs < span.toMs) left.push({ fromMs, toMs: span.toMs, localDay: span.localDay })
  }
  return left
}

function pack(index: number, fromMs: number, offsets: readonly OffsetSegment[], spans: readonly Span[]): WorkWindow {
  const count = spans.length
  const starts = new Float64Array(count)
  const ends = new Float64Array(count)
  const localDays = new Int32Array(count)
  const before = new Float64Array(count + 1)
  let worked = 0
  for (const [i, span] of spans.entries()) {
    starts[i] = span.fromMs
    ends[i] = span.toMs
    localDays[i] = span.localDay
    worked += span.toMs - span.fromMs
    before[i + 1] = worked
  }
  const firstSpans = new Uint16Array(windowDays)
  let first = 0
  for (let day = 0; day < windowDays; day += 1) {
    while (first < count && (ends[first] ?? 0) <= fromMs + day * dayMs) first += 1
    firstSpans[day] = first
  }
  return { index, fromMs, count, starts, ends, before, localDays, firstSpans, offsets }
}

/** The first span of the window that ends after the moment; `count` when there is none. */
export function spanAfter(window: WorkWindow, ms: number): number {
  let i = window.firstSpans[Math.floor((ms - window.fromMs) / dayMs)] ?? window.count
  while (i < window.count && (window.ends[i] ?? 0) <= ms) i += 1
  return i
}

/** Working milliseconds between the window's beginning and a moment within it. */
export function workedUntil(window: WorkWindow, ms: number): number {
  const i = spanAfter(window, ms)
  const worked = window.before[i] ?? 0
  return i < window.count ? worked + Math.max(0, ms - (window.starts[i] ?? 0)) : worked
}
