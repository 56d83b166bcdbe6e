import { describe, expect, it } from 'vitest'
import { busyOfCalendar } from './busy-of-calendar.ts'
import { readBusy } from './read-busy.ts'
import { readCalendar, zoneNamed } from './read-calendar.ts'

const at = (text: string): number => Date.parse(text)
const window = { fromMs: at('2026-03-01T00:00:00Z'), untilMs: at('2026-05-01T00:00:00Z'), home: 'Europe/Paris' }
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:one@x', 'DTSTAMP:20260301T000000Z', ...lines, 'END:VEVENT']
const calendar = (...parts: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts.flat(), 'END:VCALENDAR'].join('\r\n')

function busy(text: string) {
  const read = busyOfCalendar(text, window)
  if (!read.ok) throw new Error(read.what)
  return read.spans.map(({ fromMs, toMs }) => `${new Date(fromMs).toISOString()} ${(toMs - fromMs) / 60_000}`)
}

const WINDOWS_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('busy times of calendars from the wild', () => {
  it.each([
    [
      'a moment in UTC',
      calendar(event('DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z')),
      ['2026-03-10T09:00:00.000Z 60'],
    ],
    [
      'a zone by its IANA name',
      calendar(event('DTSTART;TZID=America/New_York:20260310T090000', 'DTEND;TZID=America/New_York:20260310T093000')),
      ['2026-03-10T13:00:00.000Z 30'],
    ],
    [
      'a zone by the name Windows gives it, with its rules',
      calendar(WINDOWS_ZONE, event('DTSTART;TZID=Romance Standard Time:20260330T090000', 'DURATION:PT1H')),
      ['2026-03-30T07:00:00.000Z 60'],
    ],
    [
      'a Windows zone without its rules',
      calendar(event('DTSTART;TZID="Eastern Standard Time":20260310T090000', 'DURATION:PT45M')),
      ['2026-03-10T13:00:00.000Z 45'],
    ],
    [
      'a zone with a path before it',
      calendar(event('DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260310T090000', 'DURATION:PT1H')),
      ['2026-03-10T08:00:00.000Z 60'],
    ],
    [
      'no zone: the owner’s own',
      calendar(event('DTSTART:20260310T090000', 'DURATION:PT1H')),
      ['2026-03-10T08:00:00.000Z 60'],
    ],
    ['a whole day', calendar(event('DTSTART;VALUE=DATE:20260310')), ['2026-03-09T23:00:00.000Z 1440']],
    [
      'a day on which the clocks change',
      calendar(event('DTSTART;VALUE=DATE:20260329', 'DTEND;VALUE=DATE:20260330')),
      ['2026-03-28T23:00:00.000Z 1380'],
    ],
    [
      'lines that end in LF, folded by a tab, with properties nobody knows',
      calendar(
        event(
          'X-FOO;BAR="a:b":c',
          'SUMMARY:long and',
          '\tfolded',
          'DTSTART:20260310T090000Z',
          'DTEND:20260310T100000Z',
        ),
      ).replaceAll('\r\n', '\n'),
      ['2026-03-10T09:00:00.000Z 60'],
    ],
    [
      'free, cancelled and tentative-free events count not',
      calendar(
        event('TRANSP:TRANSPARENT', 'DTSTART:20260310T090000Z', 'DURATION:PT1H'),
        event('STATUS:CANCELLED', 'DTSTART:20260311T090000Z', 'DURATION:PT1H'),
        event('X-MICROSOFT-CDO-BUSYSTATUS:FREE', 'DTSTART:20260312T090000Z', 'DURATION:PT1H'),
      ),
      [],
    ],
    [
      'a rule over the change of the clocks, less one that was taken out',
      calendar(
        event(
          'DTSTART;TZID=Europe/Paris:20260323T090000',
          'DURATION:PT1H',
          'RRULE:FREQ=WEEKLY;COUNT=3',
          'EXDATE;TZID=Europe/Paris:20260406T090000',
        ),
      ),
      ['2026-03-23T08:00:00.000Z 60', '2026-03-30T07:00:00.000Z 60'],
    ],
    [
      'an occurrence that was moved',
      calendar(
        event('DTSTART:20260310T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=2'),
        event('RECURRENCE-ID:20260311T090000Z', 'DTSTART:20260311T150000Z', 'DURATION:PT1H'),
      ),
      ['2026-03-10T09:00:00.000Z 60', '2026-03-11T15:00:00.000Z 60'],
    ],
    [
      'times that overlap are one',
      calendar(event('DTSTART:20260310T090000Z', 'DURATION:PT2H'), event('DTSTART:20260310T100000Z', 'DURATION:PT2H')),
      ['2026-03-10T09:00:00.000Z 180'],
    ],
    [
      'published free-busy times',
      [
        'BEGIN:VCALENDAR',
        'BEGIN:VFREEBUSY',
        'FREEBUSY;FBTYPE=BUSY:20260310T090000Z/20260310T103000Z,20260311T090000Z/PT1H',
        'FREEBUSY;FBTYPE=FREE:20260312T090000Z/PT1H',
        'END:VFREEBUSY',
        'END:VCALENDAR',
      ].join('\r\n'),
      ['2026-03-10T09:00:00.000Z 90', '2026-03-11T09:00:00.000Z 60'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(busy(text)).toEqual(expected)
  })

  it('leaves a rule that would never end out, and names it', () => {
    const read = busyOfCalendar(
      calendar(
        event('DTSTART:20200101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
        event('DTSTART:20260310T090000Z', 'DURATION:PT1H'),
      ),
      window,
    )
    expect(read).toMatchObject({ ok: true, skipped: [expect.stringContaining('secondly')] })
    expect(read.ok && read.spans).toHaveLength(1)
  })

  it.each([
    ['every hour since 1970', 'DTSTART:19700101T000000Z', 'RRULE:FREQ=HOURLY'],
    ['the thirtieth of February', 'DTSTART:20200101T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['a count beyond all counting', 'DTSTART:20260101T000000Z', 'RRULE:FREQ=DAILY;COUNT=999999999'],
  ])(
    'is done in bounded time with %s',
    async (_name, start, rule) => {
      const read = await readBusy(calendar(event(start, 'DURATION:PT1M', rule)), window, 3_000)
      expect(read.ok || read.what.includes('too long')).toBe(true)
    },
    15_000,
  )

  it.each([
    ['a page of HTML', '<!doctype html><p>Sign in', /no calendar/],
    ['nothing', '', /no calendar/],
    ['a file that is cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x', /cannot be read/],
    ['more than a megabyte', `BEGIN:VCALENDAR\r\n${'X:y\r\n'.repeat(300_000)}END:VCALENDAR`, /larger than 1 MB/],
  ])('refuses %s with the reason', (_name, text, said) => {
    const read = readCalendar(text)
    expect(read.ok ? '' : read.what).toMatch(said)
  })

  it('knows zones by the names calendars use', () => {
    expect(
      ['Europe/Paris', 'W. Europe Standard Time', '"UTC"', 'Pacific Standard Time', 'Nowhere/Land'].map(zoneNamed),
    ).toEqual(['Europe/Paris', 'Europe/Berlin', 'UTC', 'America/Los_Angeles', null])
  })
})
