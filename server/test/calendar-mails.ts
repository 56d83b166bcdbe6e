import ICAL from 'ical.js'

/** The calendar that stands in a mail as an alternative. */
export function calendarOf(raw: string): string {
  const head = /Content-Type: text\/calendar[^\n]*\r?\n((?:[^\r\n]+\r?\n)*)\r?\n/i.exec(raw)
  if (head === null) throw new Error('no calendar in this mail')
  const body = raw.slice((head.index ?? 0) + head[0].length).split(/\r?\n--/)[0] ?? ''
  if (/base64/i.test(head[0])) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /quoted-printable/i.test(head[0]) ? Buffer.from(bytes, 'latin1').toString() : body
}

/** The first event of a calendar, read by ical.js. */
export function eventIn(ics: string) {
  const root = new ICAL.Component(ICAL.parse(ics))
  const event = root.getFirstSubcomponent('vevent')
  if (event === null) throw new Error('no event')
  return { root, event, of: (name: string) => event.getFirstPropertyValue(name) }
}

type Counter = { start: string; minutes: number; zone?: string; stamp?: string; attendee?: string }

/** What a guest's calendar program sends when they propose another time for this invitation (RFC 5546, 3.2.7). */
export function counterTo(ics: string, { start, minutes, zone, stamp, attendee }: Counter): string {
  const { of, event } = eventIn(ics)
  const guest = event.getFirstProperty('attendee')?.getFirstValue()
  const organizer = event.getFirstProperty('organizer')?.getFirstValue()
  const told = zone === undefined ? (start.length === 8 ? ';VALUE=DATE' : '') : `;TZID=${zone}`
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Another//Calendar//EN',
    'VERSION:2.0',
    'METHOD:COUNTER',
    'BEGIN:VEVENT',
    `UID:${of('uid')}`,
    `SEQUENCE:${of('sequence')}`,
    `DTSTAMP:${stamp ?? '20260323T075500Z'}`,
    `ORGANIZER:${organizer}`,
    `ATTENDEE;CN="A guest";PARTSTAT=TENTATIVE:${attendee === undefined ? guest : `mailto:${attendee}`}`,
    ...(start === '' ? [] : [`DTSTART${told}:${start}`]),
    ...(start.length === 8 ? [] : [`DURATION:PT${minutes}M`]),
    'COMMENT:Plus tard\\, si possible',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
