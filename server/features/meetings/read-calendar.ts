import { momentOf } from '@ensemble/engine/worktime/local-time.ts'
import ICAL from 'ical.js'
import { findIana } from 'windows-iana'

export const MOST_BYTES = 1_048_576
const MOST_LINES = 60_000

export type Refused = { ok: false; what: string; mend: string }
export type ReadCalendar = { ok: true; root: ICAL.Component; method: string | null }

const refused = (what: string, mend: string): Refused => ({ ok: false, what, mend })

/** The text of a calendar: UTF-8, with or without a mark, else what old programs write. */
function textOf(given: string | Uint8Array): string {
  if (typeof given === 'string') return given
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(given)
  } catch {
    return new TextDecoder('windows-1252').decode(given)
  }
}

/** Lines end in CRLF, LF or CR; some programs put blanks after a name, a mark before it, or lines that are none between. */
function tidied(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .split(/\r\n|\n|\r/)
  const kept: string[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line)) kept.push(line)
    else if (/^[A-Za-z0-9-]+[ \t]*[;:]/.test(line)) kept.push(line.replace(/^([A-Za-z0-9-]+)[ \t]+(?=[;:])/, '$1'))
  }
  return kept.join('\r\n')
}

/** Reads a calendar of whatever program (RFC 5545, loosely). What cannot be used is refused with the reason. */
export function readCalendar(given: string | Uint8Array): ReadCalendar | Refused {
  const bytes = typeof given === 'string' ? Buffer.byteLength(given) : given.byteLength
  if (bytes > MOST_BYTES)
    return refused('This calendar is larger than 1 MB.', 'Export fewer events, or only those from now on.')
  const text = tidied(textOf(given))
  if (!/BEGIN:VCALENDAR/i.test(text))
    return refused('This is no calendar: it has no BEGIN:VCALENDAR.', 'Give the .ics file itself, not a page about it.')
  if (text.split('\r\n').length > MOST_LINES)
    return refused('This calendar has more than 60,000 lines.', 'Export fewer events.')
  try {
    const parsed = ICAL.parse(text.slice(text.search(/BEGIN:VCALENDAR/i)))
    // Some programs put several calendars in one file: the first counts.
    const root = new ICAL.Component(Array.isArray(parsed[0]) ? parsed[0] : parsed)
    const method = root.getFirstPropertyValue('method')
    return { ok: true, root, method: typeof method === 'string' ? method.toUpperCase() : null }
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'it is broken'
    return refused(`This calendar cannot be read: ${why}`, 'It may be cut off: export it again.')
  }
}

const known = new Map<string, string | null>()

/** The IANA name of a time zone as calendars write it: IANA, with a path before it, or the name Windows gives it. */
export function zoneNamed(written: string): string | null {
  const name = written.trim().replace(/^"|"$/g, '')
  const before = known.get(name)
  if (before !== undefined) return before
  const tail = /([A-Z][A-Za-z_]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)$/.exec(name)?.[1]
  const found = [name, tail, findIana(name)[0]].find((each) => each !== undefined && isZone(each)) ?? null
  if (known.size < 5_000) known.set(name, found)
  return found
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Z]/.test(name)
  } catch {
    return false
  }
}

/** The moment (epoch ms) of a time in a calendar. Without a zone of its own it is one of `home`. */
export function momentOfTime(time: ICAL.Time, tzid: string | null, home: string): number {
  if (time.zone?.tzid === 'UTC' || time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1_000
  const zone = tzid === null ? home : zoneNamed(tzid)
  if (zone === null && time.zone !== undefined && time.zone !== ICAL.Timezone.localTimezone)
    return time.toUnixTime() * 1_000
  const day = Date.UTC(time.year, time.month - 1, time.day) / 86_400_000
  return momentOf(zone ?? home, { day, timeMs: ((time.hour * 60 + time.minute) * 60 + time.second) * 1_000 })
}
