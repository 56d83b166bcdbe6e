import { expect, test } from 'vitest'
import { type Draw, nextRandom, type RandomState, seedRandom } from './random.ts'
import {
  drawChance,
  drawChoice,
  drawInteger,
  drawLognormal,
  drawNormal,
  drawPoisson,
  drawUniform,
} from './random-draws.ts'

function take<T>(count: number, draw: (state: RandomState) => Draw<T>, seed: number | string = 1): T[] {
  const values: T[] = []
  let state = seedRandom(seed)
  for (let i = 0; i < count; i += 1) {
    const drawn = draw(state)
    values.push(drawn.value)
    state = drawn.state
  }
  return values
}

function momentsOf(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

test('the same seed tells the same story, another seed another', () => {
  expect(take(5, nextRandom, 'lume')).toEqual(take(5, nextRandom, 'lume'))
  expect(take(5, nextRandom, 1)).not.toEqual(take(5, nextRandom, 2))
  expect(take(5, nextRandom, 'ab')).not.toEqual(take(5, nextRandom, 'ba'))
})

test('values are uniform: each of a hundred boxes fills evenly, and neighbours are unrelated', () => {
  const values = take(200_000, nextRandom)
  const boxes = new Float64Array(100)
  for (const value of values) boxes[Math.floor(value * 100)] = (boxes[Math.floor(value * 100)] ?? 0) + 1
  const chiSquare = boxes.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)
  expect(chiSquare).toBeGreaterThan(60)
  expect(chiSquare).toBeLessThan(149)
  const products = values.map((value, i) => (value - 0.5) * ((values[i + 1] ?? 0.5) - 0.5))
  expect(Math.abs(momentsOf(products).mean)).toBeLessThan(0.001)
})

const distributions = [
  ['uniform', take(100_000, (state) => drawUniform(state, 2, 4)), 3, 1 / 3],
  ['integer', take(100_000, (state) => drawInteger(state, 1, 6)), 3.5, 35 / 12],
  ['normal', take(100_000, (state) => drawNormal(state, 10, 3)), 10, 9],
  ['small Poisson', take(100_000, (state) => drawPoisson(state, 2.5)), 2.5, 2.5],
  ['large Poisson', take(20_000, (state) => drawPoisson(state, 100)), 100, 100],
  ['logarithm of a log-normal', take(100_000, (state) => drawLognormal(state, Math.E, 0.5)).map(Math.log), 1, 0.25],
] as const

test.each(distributions)('the %s distribution has its mean and variance', (_, values, mean, variance) => {
  const found = momentsOf(values)
  expect(Math.abs(found.mean - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length))
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.04)
})

test('choices follow their weights and one of weight zero is never made', () => {
  const chosen = take(100_000, (state) => drawChoice(state, ['a', 'b', 'c'], [1, 0, 3]))
  expect(chosen.filter((option) => option === 'b')).toHaveLength(0)
  expect(chosen.filter((option) => option === 'c').length / chosen.length).toBeCloseTo(0.75, 2)
  expect(take(100_000, (state) => drawChance(state, 0.2)).filter(Boolean).length / 1e5).toBeCloseTo(0.2, 2)
  expect(() => drawChoice(seedRandom(1), [])).toThrow(RangeError)
})
