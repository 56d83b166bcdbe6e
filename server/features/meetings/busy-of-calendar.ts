import ICAL from 'ical.js'
import { momentOfTime, readCalendar } from './read-calendar.ts'

export type BusySpan = { fromMs: number; toMs: number }
export type BusyRead =
  | { ok: true; spans: BusySpan[]; events: number; skipped: string[] }
  | { ok: false; what: string; mend: string }
type Window = { fromMs: number; untilMs: number; home: string }

const MOST_SPANS = 5_000
const MOST_STEPS = 200_000
const MOST_OF_ONE = 2_000

export function tzidOf(event: ICAL.Component, name: string): string | null {
  const tzid = event.getFirstProperty(name)?.getParameter('tzid')
  return typeof tzid === 'string' ? tzid : null
}

function isFree(event: ICAL.Component): boolean {
  const said = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').toUpperCase()
  return (
    said('transp') === 'TRANSPARENT' || said('status') === 'CANCELLED' || said('x-microsoft-cdo-busystatus') === 'FREE'
  )
}

/** Length in ms of one occurrence; a day without an end lasts a day, a moment without an end lasts nothing. */
export function lengthOf(event: ICAL.Component, startMs: number, home: string): number {
  const start = event.getFirstPropertyValue('dtstart')
  const end = event.getFirstPropertyValue('dtend')
  if (end instanceof ICAL.Time)
    return momentOfTime(end, tzidOf(event, 'dtend') ?? tzidOf(event, 'dtstart'), home) - startMs
  const duration = event.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) return duration.toSeconds() * 1_000
  return start instanceof ICAL.Time && start.isDate ? 86_400_000 : 0
}

/**
 * The times at which a calendar says its owner is busy, within a window. Recurring events are followed as far as the window, and no
 * further than a fixed number of steps: a rule that would never end is left out and named.
 */
export function busyOfCalendar(given: string | Uint8Array, window: Window): BusyRead {
  const read = readCalendar(given)
  if (!read.ok) return read
  const spans: BusySpan[] = []
  const skipped = new Set<string>()
  const events = read.root.getAllSubcomponents('vevent')
  const add = (fromMs: number, lengthMs: number): void => {
    const toMs = fromMs + lengthMs
    if (lengthMs > 0 && toMs > window.fromMs && fromMs < window.untilMs && spans.length < MOST_SPANS)
      spans.push({
        fromMs: Math.max(fromMs, window.fromMs - 86_400_000),
        toMs: Math.min(toMs, window.untilMs + 86_400_000),
      })
  }
  const replaced = replacedOf(events, window.home)
  let steps = 0
  for (const event of events) {
    const start = event.getFirstPropertyValue('dtstart')
    if (!(start instanceof ICAL.Time)) {
      skipped.add('an event without a beginning')
      continue
    }
    if (isFree(event)) continue
    const tzid = tzidOf(event, 'dtstart')
    const startMs = momentOfTime(start, tzid, window.home)
    const lengthMs = lengthOf(event, startMs, window.home)
    const rule = event.getFirstPropertyValue('rrule')
    const isRecurring = event.hasProperty('rrule') || event.hasProperty('rdate')
    if (!isRecurring || event.hasProperty('recurrence-id')) {
      add(startMs, lengthMs)
      continue
    }
    if (rule instanceof ICAL.Recur && (rule.freq === 'SECONDLY' || rule.freq === 'MINUTELY')) {
      skipped.add(`an event that would repeat ${rule.freq.toLowerCase()}`)
      continue
    }
    const uid = String(event.getFirstPropertyValue('uid') ?? '')
    const iterator = new ICAL.RecurExpansion({ component: event, dtstart: start })
    let of = 0
    for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
      steps += 1
      const atMs = momentOfTime(next, tzid, window.home)
      if (atMs >= window.untilMs) break
      if (atMs + lengthMs > window.fromMs && !replaced.has(`${uid} ${atMs}`)) {
        add(atMs, lengthMs)
        of += 1
      }
      if (steps > MOST_STEPS || of > MOST_OF_ONE) {
        skipped.add('a rule that repeats too often to be followed')
        break
      }
    }
  }
  for (const free of read.root.getAllSubcomponents('vfreebusy')) addFreeBusy(free, add)
  return { ok: true, spans: joined(spans), events: events.length, skipped: [...skipped].slice(0, 5) }
}

/** Occurrences that were moved: the moment they would have had. */
function replacedOf(events: readonly ICAL.Component[], home: string): Set<string> {
  return new Set(
    events.flatMap((event) => {
      const id = event.getFirstPropertyValue('recurrence-id')
      if (!(id instanceof ICAL.Time)) return []
      return [
        `${String(event.getFirstPropertyValue('uid') ?? '')} ${momentOfTime(id, tzidOf(event, 'recurrence-id'), home)}`,
      ]
    }),
  )
}

function addFreeBusy(component: ICAL.Component, add: (fromMs: number, lengthMs: number) => void): void {
  for (const property of component.getAllProperties('freebusy')) {
    if (String(property.getParameter('fbtype') ?? 'BUSY').toUpperCase() === 'FREE') continue
    for (const value of property.getValues()) {
      if (!(value instanceof ICAL.Period)) continue
      const fromMs = value.start.toUnixTime() * 1_000
      add(fromMs, value.getEnd().toUnixTime() * 1_000 - fromMs)
    }
  }
}

/** Overlapping spans joined: how often somebody is busy at once does not matter. */
function joined(spans: readonly BusySpan[]): BusySpan[] {
  const list: BusySpan[] = []
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = list.at(-1)
    if (last !== undefined && span.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, span.toMs)
    else list.push({ ...span })
  }
  return list
}
