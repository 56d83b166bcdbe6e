import { expect, test } from 'vitest'
import { leadVelocityRate } from './lead-velocity-rate.ts'
import { pipelineVelocity } from './pipeline-velocity.ts'

test('fifty opportunities of 20,000, a quarter won in 60 days, are worth 4,166.67 a day', () => {
  expect(pipelineVelocity(50, 0.25, 20_000, 60)).toBeCloseTo(4166.67, 2)
  expect(pipelineVelocity(50, 0.25, 20_000, 0)).toBeNull()
})

test('120 qualified leads after 100 are a velocity of 20 %', () => {
  expect(leadVelocityRate(120, 100)).toBeCloseTo(0.2, 12)
  expect(leadVelocityRate(120, 0)).toBeNull()
})
