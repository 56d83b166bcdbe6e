import { describe, expect, test } from 'vitest'
import { readBoolean } from './read-boolean.ts'
import { readCountry } from './read-country.ts'
import { type DateFormat, readDate } from './read-date.ts'
import { readEmail } from './read-email.ts'
import { readCents, readDecimal } from './read-number.ts'
import { readPhone } from './read-phone.ts'

const nowMs = Date.UTC(2026, 0, 1)
const date = (text: string, format: DateFormat = 'iso', zone = 'UTC') => {
  const reading = readDate(text, { format, zone, nowMs })
  return reading.ok
    ? `${new Date(reading.value.atMs).toISOString()}${reading.value.isDateOnly ? ' date' : ''}`
    : reading.code
}

describe('dates', () => {
  test.each([
    ['2018-02-01', '2018-02-01T00:00:00.000Z date'],
    ['2018/2/1', '2018-02-01T00:00:00.000Z date'],
    ['2018-02-26 19:58:54', '2018-02-26T19:58:54.000Z'],
    ['2020-12-30 3:15:52', '2020-12-30T03:15:52.000Z'],
    ['2019-09-10 22:01:17.446', '2019-09-10T22:01:17.446Z'],
    ['2018-02-26T19:58:54+02:00', '2018-02-26T17:58:54.000Z'],
    ['2018-02-26T19:58:54Z', '2018-02-26T19:58:54.000Z'],
    ['1519674534000', '2018-02-26T19:48:54.000Z'],
    ['2018-02-30', 'impossible-date'],
    ['2018-13-01', 'impossible-date'],
    ['2018-02-01 25:00', 'impossible-date'],
    ['1899-12-31', 'date-too-early'],
    ['2031-01-01', 'date-in-future'],
    ['03/04/2018', 'date-format'],
    ['soon', 'not-a-date'],
    ['01/02/18', 'not-a-date'],
  ])('%s', (text, expected) => expect(date(text)).toBe(expected))

  test.each<[string, DateFormat, string]>([
    ['03/04/2018', 'day-first', '2018-04-03T00:00:00.000Z date'],
    ['3.4.2018 14:05', 'day-first', '2018-04-03T14:05:00.000Z'],
    ['03/04/2018', 'month-first', '2018-03-04T00:00:00.000Z date'],
    ['3/4/2018, 2:05 PM', 'month-first', '2018-03-04T14:05:00.000Z'],
    ['12:00', 'month-first', 'not-a-date'],
    ['13/04/2018', 'month-first', 'impossible-date'],
    ['3/4/2018 12:00 AM', 'month-first', '2018-03-04T00:00:00.000Z'],
  ])('%s %s', (text, format, expected) => expect(date(text, format)).toBe(expected))

  test('a date without a time is midnight in the zone it was written in, through daylight saving', () => {
    expect(date('2018-02-06', 'iso', 'America/Sao_Paulo')).toBe('2018-02-06T02:00:00.000Z date')
    expect(date('2018-04-24', 'iso', 'America/Sao_Paulo')).toBe('2018-04-24T03:00:00.000Z date')
  })
})

describe('numbers', () => {
  test.each([
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', '.', '1234.50'],
    ['1 234,50', '.', '1234.50'],
    ['1\u202f234,50 €', '.', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['1,234', '.', '1234'],
    ['1,234', ',', '1.234'],
    ['1.234', ',', '1234'],
    ['1.234', '.', '1.234'],
    ['1.234.567', '.', '1234567'],
    ['12,5', '.', '12.5'],
    ['0.005', ',', '0.005'],
    ['(1,234.50)', '.', '-1234.50'],
    ['-3', '.', '-3'],
    ['R$12', '.', '12'],
    ['USD 12', '.', '12'],
    ['007', '.', '7'],
    ['12abc', '.', null],
    ['', '.', null],
    ['-', '.', null],
    ['1.2.3.4', '.', null],
  ] as const)('%s with %s', (text, mark, expected) => {
    const reading = readDecimal(text, mark)
    expect(reading.ok ? reading.value : null).toBe(expected)
  })

  test.each([
    ['113628.97', 11362897],
    ['0.1', 10],
    ['1.005', 101],
    ['-1.005', -101],
    ['4.35', 435],
  ])('%s in cents', (text, cents) => expect(readCents(text, '.')).toEqual({ ok: true, value: cents }))
})

describe('addresses', () => {
  test.each([
    [' Ada@Example.COM ', 'ada@example.com'],
    ['Ada Lovelace <ada@example.com>', 'ada@example.com'],
    ['mailto:ada@example.com', 'ada@example.com'],
    ['ada@example.com; bob@example.com', 'ada@example.com'],
    ['jürgen@bücher.example', 'jürgen@bücher.example'],
    ['ada@example', null],
    ['ada@@example.com', null],
    ['ada example.com', null],
    ['n/a', null],
  ])('%s', (text, expected) => {
    const reading = readEmail(text)
    expect(reading.ok ? reading.value : null).toBe(expected)
  })
})

describe('phones', () => {
  test.each([
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['+33 6 12 34 56 78', null, '+33612345678'],
    ['0033 6 12 34 56 78', null, '+33612345678'],
    ['(11) 91234-5678', 'BR', '+5511912345678'],
    ['06 12 34 56 78', null, 'phone-without-country'],
    ['123', 'FR', 'invalid-phone'],
  ])('%s in %s', (text, country, expected) => {
    const reading = readPhone(text, country)
    expect(reading.ok ? reading.value : reading.code).toBe(expected)
  })
})

test.each([
  ['Brésil', 'BR'],
  ['Brasil', 'BR'],
  ['Deutschland', 'DE'],
  ['United States', 'US'],
  ['fr', 'FR'],
  ['U.K.', 'GB'],
  ['UK', 'GB'],
  ['Atlantis', null],
])('the country %s', (text, code) => expect(readCountry(text)).toBe(code))

test('yes and no', () => {
  expect(['Oui', 'TRUE', '0', 'não', 'maybe'].map(readBoolean)).toEqual([true, true, false, false, null])
})
