import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'

export type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'DECLINECOUNTER'
export type Party = { name: string; email: string; partstat?: 'NEEDS-ACTION' | 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' }
/** An event as it is written down: moments in epoch ms, shown in `zone`. */
export type CalendarEvent = {
  uid: string
  sequence: number
  stampMs: number
  startMs: number
  endMs: number
  zone: string
  summary: string
  description: string
  location: string
  url?: string
  status: 'CONFIRMED' | 'CANCELLED'
  organizer: (Party & { sentBy?: string }) | null
  attendees: readonly Party[]
  /** Minutes before it at which a calendar may remind. */
  alarmMinutes?: number
}

const PRODUCT = '-//Ensemble//Meetings//EN'

function zoneOf(name: string): { component: ICAL.Component; zone: ICAL.Timezone } | null {
  const block = tzlib_get_ical_block(name)
  const text = Array.isArray(block) ? block[0] : undefined
  if (text === undefined || !text.startsWith('BEGIN:VTIMEZONE')) return null
  const component = new ICAL.Component(ICAL.parse(text))
  return { component, zone: new ICAL.Timezone(component) }
}

function timeProperty(name: string, ms: number, zone: ICAL.Timezone | null): ICAL.Property {
  const utc = ICAL.Time.fromJSDate(new Date(ms), true)
  const property = new ICAL.Property(name)
  property.setValue(zone === null ? utc : utc.convertToZone(zone))
  if (zone !== null) property.setParameter('tzid', zone.tzid)
  return property
}

function partyProperty(name: 'organizer' | 'attendee', party: Party & { sentBy?: string }): ICAL.Property {
  const property = new ICAL.Property(name)
  property.setParameter('cn', party.name.replaceAll(/\p{Cc}+/gu, ' ') || party.email)
  if (party.sentBy !== undefined) property.setParameter('sent-by', `mailto:${party.sentBy}`)
  if (name === 'attendee') {
    property.setParameter('cutype', 'INDIVIDUAL')
    property.setParameter('role', 'REQ-PARTICIPANT')
    property.setParameter('partstat', party.partstat ?? 'NEEDS-ACTION')
    property.setParameter('rsvp', 'TRUE')
  }
  property.setValue(`mailto:${party.email}`)
  return property
}

function eventComponent(event: CalendarEvent, zone: ICAL.Timezone | null): ICAL.Component {
  const made = new ICAL.Component('vevent')
  made.addPropertyWithValue('uid', event.uid)
  made.addPropertyWithValue('sequence', event.sequence)
  made.addProperty(timeProperty('dtstamp', event.stampMs, null))
  made.addProperty(timeProperty('dtstart', event.startMs, zone))
  made.addProperty(timeProperty('dtend', event.endMs, zone))
  made.addPropertyWithValue('summary', event.summary)
  if (event.description !== '') made.addPropertyWithValue('description', event.description)
  if (event.location !== '') made.addPropertyWithValue('location', event.location)
  if (event.url !== undefined) made.addPropertyWithValue('url', event.url)
  made.addPropertyWithValue('status', event.status)
  made.addPropertyWithValue('transp', 'OPAQUE')
  if (event.organizer !== null) made.addProperty(partyProperty('organizer', event.organizer))
  for (const attendee of event.attendees) made.addProperty(partyProperty('attendee', attendee))
  if (event.alarmMinutes !== undefined && event.status === 'CONFIRMED') {
    const alarm = new ICAL.Component('valarm')
    alarm.addPropertyWithValue('action', 'DISPLAY')
    alarm.addPropertyWithValue('description', event.summary)
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-PT${event.alarmMinutes}M`))
    made.addSubcomponent(alarm)
  }
  return made
}

/** Writes events as a calendar (RFC 5545, RFC 5546): each in its zone, with the rules of that zone beside it. */
export function writeCalendar(
  events: readonly CalendarEvent[],
  { method, name }: { method: Method; name?: string },
): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', PRODUCT)
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', method)
  if (name !== undefined) calendar.addPropertyWithValue('x-wr-calname', name)
  const zones = new Map([...new Set(events.map(({ zone }) => zone))].map((zone) => [zone, zoneOf(zone)]))
  for (const made of zones.values()) if (made !== null) calendar.addSubcomponent(made.component)
  for (const event of events) calendar.addSubcomponent(eventComponent(event, zones.get(event.zone)?.zone ?? null))
  return `${calendar.toString()}\r\n`
}
