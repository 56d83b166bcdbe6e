import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DealSnapshot, pipelineMovement, type Selection } from './pipeline-movement.ts'
import { leadVelocityRate, pipelineVelocity } from './pipeline-velocity.ts'

test('fifty deals of 20,000 won at a quarter in sixty days bring 4,166.67 a day', () => {
  expect(pipelineVelocity(50, 0.25, 20_000, 60)).toBeCloseTo(4_166.67, 2)
  expect(pipelineVelocity(50, 0.25, 20_000, 0)).toBeNull()
})

test('120 qualified leads after 100 are a velocity of 20 %', () => {
  expect(leadVelocityRate(120, 100)).toBeCloseTo(0.2, 12)
  expect(leadVelocityRate(5, 0)).toBeNull()
})

const deal = (
  id: string,
  amountCents: number,
  status: DealSnapshot['status'] = 'open',
  stage = 0,
  closesAt = 0,
): DealSnapshot => ({
  id,
  amountCents,
  status,
  stage,
  closesAt,
})

test('the whole pipeline moves by what was made, changed, won and lost', () => {
  const before = [
    deal('kept', 100),
    deal('grown', 100),
    deal('won', 50),
    deal('lost', 30),
    deal('long closed', 9, 'won'),
    deal('gone', 5),
  ]
  const after = [
    deal('kept', 100),
    deal('grown', 140),
    deal('won', 60, 'won'),
    deal('lost', 30, 'lost'),
    deal('long closed', 9, 'won'),
    deal('new', 70),
    deal('quick', 20, 'won'),
  ]
  expect(pipelineMovement(before, after)).toEqual({
    starting: 285,
    created: 90,
    progressed: 0,
    regressed: 0,
    pushed: 0,
    valueChanges: 50,
    won: 80,
    lost: 35,
    ending: 310,
  })
})

test('a stage and a window move also by deals that come in, go back or are put off', () => {
  const before = [
    deal('up', 10, 'open', 0, 5),
    deal('down', 20, 'open', 2, 5),
    deal('later', 40, 'open', 2, 5),
    deal('sooner', 80, 'open', 2, 99),
  ]
  const after = [
    deal('up', 10, 'open', 1, 5),
    deal('down', 20, 'open', 0, 5),
    deal('later', 40, 'open', 2, 99),
    deal('sooner', 80, 'open', 2, 5),
  ]
  expect(pipelineMovement(before, after, { fromStage: 1, closesBefore: 10 })).toEqual({
    starting: 60,
    created: 0,
    progressed: 10,
    regressed: 20,
    pushed: -40,
    valueChanges: 0,
    won: 0,
    lost: 0,
    ending: 90,
  })
})

const anyDeal = fc.record({
  amountCents: fc.integer({ min: 0, max: 1e9 }),
  status: fc.constantFrom('open', 'won', 'lost'),
  stage: fc.integer({ min: 0, max: 4 }),
  closesAt: fc.option(fc.integer({ min: 0, max: 10 })),
})
const anyDeals = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), anyDeal))
  .map((pairs) => [...new Map(pairs)].map(([id, found]) => ({ id: String(id), ...found })))
const anySelection: fc.Arbitrary<Selection> = fc.record(
  { fromStage: fc.integer({ min: 0, max: 4 }), closesBefore: fc.integer({ min: 0, max: 10 }) },
  { requiredKeys: [] },
)

test('every movement balances to the cent, for any deals and any selection', () => {
  fc.assert(
    fc.property(anyDeals, anyDeals, anySelection, (before, after, selection) => {
      const m = pipelineMovement(before, after, selection)
      const sum = m.starting + m.created + m.progressed + m.valueChanges - m.regressed - m.pushed - m.won - m.lost
      return sum === m.ending
    }),
    { numRuns: 1_000 },
  )
})

test('the whole pipeline has nothing that progresses, regresses or is pushed', () => {
  fc.assert(
    fc.property(anyDeals, anyDeals, (before, after) => {
      const { progressed, regressed, pushed } = pipelineMovement(before, after)
      return progressed === 0 && regressed === 0 && pushed === 0
    }),
  )
})
