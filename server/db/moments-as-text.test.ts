import { expect, it } from 'vitest'
import { isoOfMoment } from './moments-as-text.ts'

it('writes moments as Date does, whatever zone and precision the database speaks', () => {
  for (const [text, iso] of [
    ['2026-03-29 01:59:59+00', '2026-03-29T01:59:59.000Z'],
    ['2026-03-29 01:59:59.5+00', '2026-03-29T01:59:59.500Z'],
    ['2026-03-29 01:59:59.123+00', '2026-03-29T01:59:59.123Z'],
    ['2026-03-29 01:59:59.123456+00', '2026-03-29T01:59:59.123Z'],
    ['2026-03-29 03:59:59.123+02', '2026-03-29T01:59:59.123Z'],
    ['2026-03-28 22:29:59-03:30', '2026-03-29T01:59:59.000Z'],
  ] as const)
    expect(isoOfMoment(text)).toBe(iso)
})
