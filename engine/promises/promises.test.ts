import { describe, expect, it } from 'vitest'
import { rateOf } from '../funnel/rate.ts'
import { burnUp } from '../stats/burn-up.ts'
import { medianAndQuartiles } from '../stats/median-and-quartiles.ts'
import { parseCalendar } from '../worktime/parse-calendar.ts'
import { type DeliveryDay, deliveryStanding, statusOfPace } from './delivery-standing.ts'
import { leadValues } from './lead-value.ts'
import { dateOfDay, dayOfDate, periodOf, weekdayOf } from './periods.ts'
import { planDays, shareElapsed } from './plan-days.ts'
import { planDelivery, weekdayShares } from './plan-delivery.ts'
import {
  acceptanceRate,
  codingRate,
  depthAttainment,
  followUpRate,
  isAcceptanceAlarm,
  speedAttainment,
} from './sales-rates.ts'

function calendarOf(holidays: unknown) {
  const parsed = parseCalendar({ zone: 'Europe/Paris', hours: { 'mon-fri': ['09:00-12:00', '13:00-18:00'] }, holidays })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.calendar
}
const calendar = calendarOf({ country: 'FR' })

/** `days` working days of which `elapsed` are over, the same planned on each, everything delivered on the first. */
function straight(goal: number, days: number, elapsed: number, actual: number): DeliveryDay[] {
  return Array.from({ length: days }, (_, i) => ({
    planned: goal / days,
    delivered: i === 0 ? actual : 0,
    elapsed: Math.max(0, Math.min(1, elapsed - i)),
    isWorking: true,
  }))
}

describe('where a delivery stands', () => {
  it('is as in the published example: 44 of 140 after 8 of 22 days', () => {
    const standing = deliveryStanding(straight(140, 22, 8, 44))
    expect(standing.daily).toBeCloseTo(6.363636, 6)
    expect(standing.expected).toBeCloseTo(50.909091, 6)
    expect(standing.pace).toBeCloseTo(0.864286, 6)
    expect(standing.required).toBeCloseTo(6.857143, 6)
    expect(standing.projected).toBeCloseTo(121, 9)
    expect(standing.attainment).toBeCloseTo(44 / 140, 9)
    expect(standing.status).toBe('behind')
  })

  it.each([
    [140, 22, 0, 0],
    [140, 22, 0.5, 3],
    [60, 5, 5, 71],
    [60, 5, 2, 90],
  ])('agrees with the straight line for %d in %d days after %d with %d', (goal, days, elapsed, actual) => {
    const standing = deliveryStanding(straight(goal, days, elapsed, actual))
    const line = burnUp(goal, actual, elapsed, days)
    expect(standing.expected).toBeCloseTo(line?.expected ?? Number.NaN, 9)
    for (const key of ['pace', 'required', 'projected'] as const) {
      if (line?.[key] === null) expect(standing[key]).toBeNull()
      else expect(standing[key]).toBeCloseTo(line?.[key] ?? Number.NaN, 9)
    }
  })

  it('says nothing of pace before work begins, and nothing is required after the last day', () => {
    expect(deliveryStanding(straight(60, 5, 0, 0))).toMatchObject({ pace: null, projected: null, status: null })
    expect(deliveryStanding(straight(60, 5, 5, 60))).toMatchObject({ required: null, projected: 60, pace: 1 })
  })

  it('owes nothing without working days', () => {
    const [day] = straight(0, 1, 1, 3)
    expect(deliveryStanding(day === undefined ? [] : [{ ...day, planned: 0, isWorking: false }])).toMatchObject({
      goal: 0,
      actual: 3,
      daily: null,
      attainment: null,
      pace: null,
      required: null,
      projected: null,
    })
  })

  it.each([
    [1, 'on track'],
    [1.7, 'on track'],
    [0.9999, 'at risk'],
    [0.9, 'at risk'],
    [0.8999, 'behind'],
    [0, 'behind'],
    [null, null],
  ] as const)('calls a pace of %s %s', (pace, status) => {
    expect(statusOfPace(pace)).toBe(status)
  })
})

describe('days', () => {
  it('are counted from Monday and written as dates', () => {
    expect(weekdayOf(dayOfDate('2026-11-23'))).toBe(0)
    expect(weekdayOf(dayOfDate('1969-12-31'))).toBe(2)
    expect(dateOfDay(dayOfDate('2024-02-29'))).toBe('2024-02-29')
    expect(() => dayOfDate('someday')).toThrow(RangeError)
  })

  it.each([
    ['week', '2026-11-25', '2026-11-23', '2026-11-30'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-30'],
    ['month', '2026-12-31', '2026-12-01', '2027-01-01'],
    ['month', '2024-02-01', '2024-02-01', '2024-03-01'],
  ] as const)('the %s of %s is %s to %s', (per, day, from, to) => {
    expect(periodOf(per, dayOfDate(day))).toEqual({ from: dayOfDate(from), to: dayOfDate(to) })
  })

  it('work as the calendar says: not on weekends, not on 1 May, also across a change of the clock', () => {
    const days = planDays(calendar, 'Europe/Paris', dayOfDate('2026-05-01'), dayOfDate('2026-05-05'))
    expect(days.map((day) => day.isWorking)).toEqual([false, false, false, true])
    const [longDay] = planDays(calendar, 'Europe/Paris', dayOfDate('2026-10-25'), dayOfDate('2026-10-26'))
    expect((longDay?.toMs ?? 0) - (longDay?.fromMs ?? 0)).toBe(25 * 3_600_000)
  })

  it.each([
    ['2026-11-24T05:00:00Z', 0],
    ['2026-11-24T08:00:00Z', 0],
    ['2026-11-24T11:30:00Z', 3 / 8],
    ['2026-11-24T16:00:00Z', 7 / 8],
    ['2026-11-24T20:00:00Z', 1],
    ['2026-11-26T00:00:00Z', 1],
  ])('at %s, %d of a working day is over', (now, share) => {
    const [day] = planDays(calendar, 'Europe/Paris', dayOfDate('2026-11-24'), dayOfDate('2026-11-25'))
    if (day === undefined) throw new Error('no day')
    expect(shareElapsed(calendar, day, Date.parse(now))).toBeCloseTo(share, 12)
  })
})

describe('a planned delivery', () => {
  const isWorking = (day: number): number =>
    planDays(calendar, 'Europe/Paris', day, day + 1).filter((one) => one.isWorking).length
  const between = (from: string, to: string) => ({ from: dayOfDate(from), to: dayOfDate(to) })

  it('owes the same on each working day of a week', () => {
    expect(planDelivery(60, 'week', between('2026-11-23', '2026-11-30'), isWorking)).toEqual([12, 12, 12, 12, 12, 0, 0])
  })

  it('owes as much in a week with a holiday, on fewer days', () => {
    // Wednesday 11 November is a holiday in France.
    expect(planDelivery(60, 'week', between('2026-11-09', '2026-11-16'), isWorking)).toEqual([15, 15, 0, 15, 15, 0, 0])
  })

  it('owes a part of a month for a part of its days, and a weekly promise for each part of a week', () => {
    const week = planDelivery(220, 'month', between('2026-06-01', '2026-06-08'), isWorking)
    expect(week.reduce((sum, each) => sum + each, 0)).toBeCloseTo(50, 9)
    const month = planDelivery(60, 'week', between('2026-06-01', '2026-07-01'), isWorking)
    expect(month.reduce((sum, each) => sum + each, 0)).toBeCloseTo(60 * 4 + 24, 9)
  })

  it('follows the weekdays of the last 13 weeks when there were enough', () => {
    expect(weekdayShares([10, 5, 5, 5, 5, 0, 0])).toBeNull()
    const shares = weekdayShares([40, 20, 20, 10, 10, 0, 0])
    const planned = planDelivery(
      60,
      'week',
      between('2026-11-23', '2026-11-30'),
      (day) => shares?.[weekdayOf(day)] ?? 0,
    )
    expect(planned.map((each) => Math.round(each))).toEqual([24, 12, 12, 6, 6, 0, 0])
  })

  it('owes nothing in a week in which nobody works', () => {
    expect(planDelivery(60, 'week', between('2026-11-23', '2026-11-25'), () => 0)).toEqual([0, 0])
  })
})

describe('promises of sales', () => {
  it('leave out of every rate what may still be kept', () => {
    const tally = { kept: 8, broken: 2, running: 90 }
    expect(speedAttainment(tally)).toEqual(rateOf(8, 10))
    expect(depthAttainment(tally)).toEqual(rateOf(8, 10))
    expect(followUpRate({ touched: 3, untouched: 1 })).toEqual(rateOf(3, 4))
    expect(codingRate({ coded: 0, uncoded: 0 })).toEqual({ n: 0, k: 0, rate: null, low: null, high: null })
  })

  it('count silence against acceptance', () => {
    expect(acceptanceRate({ accepted: 6, rejected: 2, undecided: 2 }).rate).toBe(0.6)
  })

  it.each([
    [12, 20, true],
    [10, 19, false],
    [65, 100, true],
    [69, 100, true],
    [70, 100, false],
    [13, 20, false],
  ])('raise an alarm at %d accepted of %d: %s', (k, n, isAlarm) => {
    expect(isAcceptanceAlarm(rateOf(k, n))).toBe(isAlarm)
  })

  it('are answered after a median time', () => {
    expect(medianAndQuartiles([5, 1, 9])?.median).toBe(5)
  })
})

describe('lead value', () => {
  const cells = [
    { letter: 'A', channel: 'organic', n: 80, won: 20, wonWithAmount: 20, wonCents: 20 * 100_000 },
    { letter: 'B', channel: 'organic', n: 100, won: 10, wonWithAmount: 10, wonCents: 10 * 50_000 },
    { letter: 'B', channel: 'social', n: 20, won: 0, wonWithAmount: 0, wonCents: 0 },
  ]

  it('shrinks a cell towards its letter, and that towards all', () => {
    const worth = leadValues(cells)
    // All: 30 of 200 won, 2,500,000 cents over 30. Letter B: (10 + 20 x .15)/(120 + 20). Social: (0 + 20 x that)/40.
    const letterB = (10 + 20 * 0.15) / 140
    expect(worth?.('B', 'social').winRate).toBeCloseTo((20 * letterB) / 40, 12)
    const meanB = (500_000 + (20 * 2_500_000) / 30) / 30
    expect(worth?.('B', 'social').wonCents).toBeCloseTo(meanB, 6)
    expect(worth?.('B', 'social').cents).toBeCloseTo(((20 * letterB) / 40) * meanB, 6)
  })

  it('gives a cell never seen what its letter is worth, and an unknown letter what all are', () => {
    const worth = leadValues(cells)
    expect(worth?.('B', 'letter').winRate).toBeCloseTo((10 + 20 * 0.15) / 140, 12)
    expect(worth?.('D', null).cents).toBeCloseTo((0.15 * 2_500_000) / 30, 6)
  })

  it('without shrinking is conversion times amount', () => {
    expect(leadValues(cells, 0)?.('A', 'organic').cents).toBeCloseTo(25_000, 9)
  })

  it('is unknown while nothing was won with an amount', () => {
    expect(leadValues([{ letter: 'A', channel: null, n: 9, won: 1, wonWithAmount: 0, wonCents: 0 }])).toBeNull()
  })
})
