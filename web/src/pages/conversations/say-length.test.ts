import { expect, test } from 'vitest'
import { sayLength, sayPlace } from './say-length.ts'

test.each([
  [0, '0 s'],
  [850, '0.9 s'],
  [42_300, '42 s'],
  [185_000, '3:05'],
  [3_750_000, '1:02:30'],
])('%i ms are said as %s', (ms, said) => {
  expect(sayLength(ms)).toBe(said)
})

test('places are counted from nought', () => {
  expect([sayPlace(7_900), sayPlace(760_000), sayPlace(3_600_000)]).toEqual(['0:07', '12:40', '1:00:00'])
})
