import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingAt } from '../worktime/is-working-at.ts'
import { bestHours } from './best-hours.ts'
import { callingCalendars, DEFAULT_HOURS, mayCallAt } from './calling-hours.ts'
import { nextAttempt } from './next-attempt.ts'
import { countryOfZone, zonesOfPlace } from './zones-of-place.ts'

const at = (iso: string) => Date.parse(iso)
const openFor = (...places: { country: string | null; region?: string }[]) =>
  callingCalendars(() => DEFAULT_HOURS, places, 'Europe/Paris')

describe('when somebody may be called', () => {
  const cases: [string, { country: string; region?: string }, string, string][] = [
    ['at eleven in Paris', { country: 'FR' }, '2026-11-24T10:00:00Z', 'yes'],
    ['before eight', { country: 'FR' }, '2026-11-24T06:59:00Z', 'early'],
    ['at eight sharp', { country: 'FR' }, '2026-11-24T07:00:00Z', 'yes'],
    ['from nine in the evening on', { country: 'FR' }, '2026-11-24T20:00:00Z', 'late'],
    ['on a Sunday', { country: 'FR' }, '2026-11-22T10:00:00Z', 'day off'],
    ['on Christmas, a Friday', { country: 'FR' }, '2026-12-25T10:00:00Z', 'holiday'],
    [
      'in New York while it is four in the morning there',
      { country: 'US', region: 'NY' },
      '2026-11-24T09:00:00Z',
      'early',
    ],
    ['in New York at nine, region known', { country: 'US', region: 'NY' }, '2026-11-24T14:00:00Z', 'yes'],
    ['somewhere in the States: in the west it is six', { country: 'US' }, '2026-11-24T14:00:00Z', 'early'],
    ['in Tokyo in the evening of theirs', { country: 'JP' }, '2026-11-24T12:30:00Z', 'late'],
  ]
  it.each(cases)('%s', (_name, place, iso, expected) => {
    const may = mayCallAt(openFor(place), at(iso))
    expect(may.ok ? 'yes' : may.why).toBe(expected)
  })

  it('keeps the hours of both where country and number differ, and opens when both are open', () => {
    const may = mayCallAt(openFor({ country: 'FR' }, { country: 'CA', region: 'QC' }), at('2026-11-24T08:00:00Z'))
    expect(may).toMatchObject({ ok: false, why: 'early', zone: 'America/Toronto', opensAt: at('2026-11-24T13:00:00Z') })
  })

  it('goes by the house where nothing is known', () => {
    expect(mayCallAt(openFor(), at('2026-11-24T10:00:00Z'))).toEqual({ ok: true })
  })
})

describe('where people are', () => {
  it('knows zones of countries and regions, and the country of a zone', () => {
    expect(zonesOfPlace('fr')).toEqual(['Europe/Paris'])
    expect(zonesOfPlace('US', 'CA')).toEqual(['America/Los_Angeles'])
    expect(zonesOfPlace('US')).toHaveLength(4)
    expect(zonesOfPlace('Nowhere')).toEqual([])
    expect([countryOfZone('Europe/Paris'), countryOfZone('America/Phoenix'), countryOfZone('UTC')]).toEqual([
      'FR',
      'US',
      null,
    ])
  })
})

const calls = (n: number, k: number, iso: string) =>
  Array.from({ length: n }, (_, index) => ({ atMs: at(iso), zone: 'Europe/Paris', isConnected: index < k }))

describe('the best hours', () => {
  it('draw an hour of few calls towards what is known otherwise, and say so', () => {
    const hours = bestHours([...calls(200, 40, '2026-11-24T09:00:00Z'), ...calls(1, 1, '2026-11-26T15:00:00Z')])
    const [busy, rare] = [hours.cells[1 * 24 + 10], hours.cells[3 * 24 + 16]]
    expect(busy).toMatchObject({ n: 200, k: 40, isSmall: false })
    expect(busy?.rate).toBeCloseTo(0.2, 1)
    expect(rare).toMatchObject({ n: 1, k: 1, isSmall: true })
    expect(rare?.rate).toBeLessThan(0.35)
    expect(hours.isSmall).toBe(false)
    expect(bestHours([]).rate).toBeNull()
  })

  it('have rates within their bounds and counts that sum to the calls', () => {
    const call = fc.record({
      atMs: fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') }),
      zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Tokyo'),
      isConnected: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(call, { maxLength: 200 }), (all) => {
        const { cells, n, k } = bestHours(all)
        expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(n)
        expect(cells.reduce((sum, cell) => sum + cell.k, 0)).toBe(k)
        for (const cell of cells) expect(cell.rate >= 0 && cell.rate <= 1 && cell.k <= cell.n).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the next attempt', () => {
  const openIn = openFor({ country: 'FR' })
  const nowMs = at('2026-11-24T10:00:00Z')
  const good = bestHours([...calls(200, 10, '2026-11-24T09:00:00Z'), ...calls(200, 120, '2026-11-26T15:00:00Z')])
  const asked = {
    nowMs,
    outcome: 'no answer' as const,
    made: 1,
    promised: { atLeast: 6, untilMs: at('2026-12-04T17:00:00Z') },
    openIn,
    zone: 'Europe/Paris',
    hours: good,
  }

  it('takes the hour that reaches most people within its share of the time', () => {
    const next = nextAttempt(asked)
    expect(next).toMatchObject({
      ok: true,
      why: 'best hour',
      left: 5,
      isInTime: true,
      atMs: at('2026-11-26T15:00:00Z'),
    })
  })

  it('is not owed once as many were made as are promised', () => {
    expect(nextAttempt({ ...asked, made: 6 })).toEqual({ ok: false, why: 'enough' })
  })

  it('says when it can only come too late', () => {
    expect(nextAttempt({ ...asked, promised: { atLeast: 6, untilMs: nowMs } })).toMatchObject({
      ok: true,
      isInTime: false,
    })
  })

  it('always waits a while, and never falls into closed hours', () => {
    const outcomes = fc.constantFrom('no answer' as const, 'voicemail' as const, 'busy' as const)
    fc.assert(
      fc.property(
        outcomes,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 30 * 86_400_000 }),
        (outcome, made, later) => {
          const from = nowMs + later
          const next = nextAttempt({
            ...asked,
            outcome,
            made,
            nowMs: from,
            promised: { atLeast: 6, untilMs: from + 8 * 86_400_000 },
          })
          expect(next.ok && next.atMs >= from + 1_800_000).toBe(true)
          if (next.ok) expect(openIn.every((calendar) => isWorkingAt(calendar, next.atMs))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
