import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs } from '../worktime/time-units.ts'
import { cohortFunnel } from './cohort-funnel.ts'
import { conversionWithin, throughput, type Window } from './conversion-within.ts'
import { maturityOf } from './maturity.ts'
import { enteredAt, farthestStage, type Path, standing } from './path.ts'
import { rateOf } from './rate.ts'
import { stageVelocity } from './stage-velocity.ts'

const stages = ['inquiry', 'qualified', 'accepted', 'won'] as const
const day = (n: number) => n * dayMs
const path = (...days: (number | null)[]): Path => days.map((n) => (n === null ? null : day(n)))

describe('a cohort of five leads, worked by hand', () => {
  // Seen everywhere; jumped from inquiry to won; qualified only; accepted without being qualified; never left inquiry.
  const cohort = [
    path(0, 1, 2, 10),
    path(0, null, null, 4),
    path(1, 3, null, null),
    path(2, null, 5, null),
    path(3, null, null, null),
  ]
  const found = cohortFunnel(stages, cohort)

  test('counts who reached a stage or passed it, and how many of those were not seen in it', () => {
    expect(found.map(({ stage, reached, inferred }) => [stage, reached, inferred])).toEqual([
      ['inquiry', 5, 0],
      ['qualified', 4, 2],
      ['accepted', 3, 1],
      ['won', 2, 0],
    ])
  })

  test('converts from the first and from the previous stage', () => {
    expect(found.map(({ fromFirst, fromPrevious }) => [fromFirst.rate, fromPrevious.rate])).toEqual([
      [1, 1],
      [4 / 5, 4 / 5],
      [3 / 5, 3 / 4],
      [2 / 5, 2 / 3],
    ])
    expect(found[3]?.fromFirst.low).toBeCloseTo(0.1176, 4)
    expect(found[3]?.fromFirst.high).toBeCloseTo(0.7693, 4)
  })

  test('takes days only from those seen in a stage, with quartiles', () => {
    expect(found.map(({ daysFromFirst }) => daysFromFirst)).toEqual([
      { n: 5, p25: 0, median: 0, p75: 0 },
      { n: 2, p25: 1.25, median: 1.5, p75: 1.75 },
      { n: 2, p25: 2.25, median: 2.5, p75: 2.75 },
      { n: 2, p25: 5.5, median: 7, p75: 8.5 },
    ])
  })
})

test('an empty cohort has no rates, and no days', () => {
  const [first] = cohortFunnel(stages, [])
  expect(first).toEqual({
    stage: 'inquiry',
    reached: 0,
    inferred: 0,
    fromFirst: { n: 0, k: 0, rate: null, low: null, high: null },
    fromPrevious: { n: 0, k: 0, rate: null, low: null, high: null },
    daysFromFirst: null,
  })
})

test('a skipped stage is passed, and entered no later than the next stage that was seen', () => {
  const skipping = path(0, null, 5, null)
  expect([0, 1, 2, 3].map((i) => standing(skipping, i))).toEqual(['seen', 'passed', 'seen', 'not'])
  expect([0, 1, 2, 3].map((i) => enteredAt(skipping, i))).toEqual([day(0), day(5), day(5), null])
  expect([farthestStage(skipping), farthestStage(path(null, null, null, null))]).toEqual([2, -1])
})

test('more than all is no proportion', () => {
  expect(() => rateOf(3, 2)).toThrow(RangeError)
})

const anyPath = fc.array(fc.option(fc.integer({ min: 0, max: day(400) })), { minLength: 4, maxLength: 4 })

test('no stage has more leads than the stage before it, whatever was skipped', () => {
  fc.assert(
    fc.property(fc.array(anyPath), (paths) => {
      const counts = cohortFunnel(stages, paths).map((stage) => stage.reached)
      return counts.every((count, i) => i === 0 || count <= (counts[i - 1] ?? 0))
    }),
  )
})

describe('conversion within H days', () => {
  const window: Window = { from: 0, to: 3, fromMs: day(0), toMs: day(31), days: 30, asOfMs: day(60) }
  test.each<[string, Path[], Partial<Window>, [number, number, number]]>([
    ['counts who got there in time', [path(0, 1, 2, 10), path(1, null, null, null)], {}, [1, 2, 0]],
    ['counts the thirtieth day as in time', [path(0, null, null, 30)], {}, [1, 1, 0]],
    ['counts who came later as not converted', [path(0, null, null, 31)], {}, [0, 1, 0]],
    [
      'leaves out leads met before the period or at its end',
      [path(-1, null, null, 2), path(31, null, null, 40)],
      {},
      [0, 0, 0],
    ],
    [
      'leaves out leads that have not had their days, also when they are quick',
      [path(30, null, null, 31)],
      { asOfMs: day(59) },
      [0, 0, 1],
    ],
    ['takes in a lead on the day it has had them', [path(30, null, null, 31)], {}, [1, 1, 0]],
    ['lets a stage that was passed count as reached', [path(0, null, null, 5)], { to: 2 }, [1, 1, 0]],
    ['gives the days from a later stage on', [path(0, 20, null, 45)], { from: 1 }, [1, 1, 0]],
  ])('%s', (_, paths, change, [k, n, tooYoung]) => {
    const found = conversionWithin(paths, { ...window, ...change })
    expect([found.rate.k, found.rate.n, found.tooYoung]).toEqual([k, n, tooYoung])
  })

  test('only grows when more days are given and all have had them', () => {
    const asOfMs = day(2_000)
    fc.assert(
      fc.property(fc.array(anyPath), fc.nat(400), fc.nat(400), (paths, days, more) => {
        const short = conversionWithin(paths, { ...window, days, asOfMs })
        const long = conversionWithin(paths, { ...window, days: days + more, asOfMs })
        return short.rate.n === long.rate.n && short.rate.k <= long.rate.k
      }),
    )
  })
})

test('throughput may exceed one, and does not exist without entries', () => {
  expect([throughput(40, 50), throughput(0, 3)]).toEqual([1.25, null])
})

test('a cohort is as mature as its youngest lead', () => {
  expect(maturityOf([day(0), day(10), day(25)], day(30), 20)).toEqual({ youngestDays: 5, oldestDays: 30, matured: 2 })
  expect(maturityOf([], day(30), 20)).toBeNull()
})

test('the median of all counts who still waits, the median of those who arrived does not', () => {
  const paths = [path(0, 2), path(0, 4), path(0, null), path(0, null)]
  expect(stageVelocity(paths, 0, 1, day(10))).toEqual({
    days: { n: 2, p25: 2.5, median: 3, p75: 3.5 },
    medianOfAll: 4,
    waiting: 2,
  })
})
