import { describe, expect, test } from 'vitest'
import { lastDay, shiftPeriod } from './period.ts'
import { parsePromisesSearch } from './search.ts'

describe('the period of the board', () => {
  test.each([
    ['week', '2026-11-23', '2026-11-30', -1, '2026-11-16'],
    ['week', '2026-11-23', '2026-11-30', 1, '2026-11-30'],
    ['month', '2026-03-01', '2026-04-01', -1, '2026-02-01'],
    ['month', '2026-01-01', '2026-02-01', -1, '2025-12-01'],
    ['month', '2026-12-01', '2027-01-01', 1, '2027-01-01'],
  ] as const)('a %s from %s to %s, moved by %d, begins on %s', (period, from, to, by, first) => {
    expect(shiftPeriod(period, from, to, by)).toBe(first)
  })

  test('ends the day before the half-open end', () => {
    expect(lastDay('2024-03-01')).toBe('2024-02-29')
  })
})

describe('the address of the board', () => {
  test('keeps what makes sense', () => {
    const address = {
      period: 'custom',
      from: '2026-11-01',
      to: '2026-12-01',
      grade: 'A1',
      of: 'kept',
      clock: 'verdict',
    }
    expect(parsePromisesSearch(address)).toMatchObject(address)
  })

  test('leaves out what does not', () => {
    const read = parsePromisesSearch({ period: 'custom', from: '2026-12-01', to: '2026-11-01', grade: 'Z9', of: 'all' })
    expect(read).toMatchObject({ period: undefined, to: undefined, grade: undefined, of: undefined })
  })
})
