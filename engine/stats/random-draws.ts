import { type Draw, nextRandom, type RandomState } from './random.ts'

/** Uniform in [low, high). */
export function drawUniform(state: RandomState, low: number, high: number): Draw<number> {
  const draw = nextRandom(state)
  return { value: low + draw.value * (high - low), state: draw.state }
}

/** A whole number from `low` to `high`, both included. */
export function drawInteger(state: RandomState, low: number, high: number): Draw<number> {
  const draw = nextRandom(state)
  return { value: low + Math.floor(draw.value * (high - low + 1)), state: draw.state }
}

/** True with the given probability. */
export function drawChance(state: RandomState, probability: number): Draw<boolean> {
  const draw = nextRandom(state)
  return { value: draw.value < probability, state: draw.state }
}

/** Normal distribution (Box and Muller). */
export function drawNormal(state: RandomState, mean = 0, deviation = 1): Draw<number> {
  const first = nextRandom(state)
  const second = nextRandom(first.state)
  const radius = Math.sqrt(-2 * Math.log(1 - first.value))
  return { value: mean + deviation * radius * Math.cos(2 * Math.PI * second.value), state: second.state }
}

/** Log-normal distribution, given by its median and the deviation of its logarithm. */
export function drawLognormal(state: RandomState, median: number, logDeviation: number): Draw<number> {
  const draw = drawNormal(state, 0, logDeviation)
  return { value: median * Math.exp(draw.value), state: draw.state }
}

/** Poisson distribution: Knuth's product of uniforms, in parts of at most 30 so that it neither underflows nor drifts. */
export function drawPoisson(state: RandomState, mean: number): Draw<number> {
  let value = 0
  let current = state
  for (let left = mean; left > 0; left -= 30) {
    const limit = Math.exp(-Math.min(left, 30))
    for (let product = 1; ; value += 1) {
      const draw = nextRandom(current)
      current = draw.state
      product *= draw.value
      if (product <= limit) break
    }
  }
  return { value, state: current }
}

/** One of the options, by weight when weights are given (same order). Throws RangeError when there is none to choose. */
export function drawChoice<T>(state: RandomState, options: readonly T[], weights?: readonly number[]): Draw<T> {
  const draw = nextRandom(state)
  const total = weights ? options.reduce((sum, _, i) => sum + (weights[i] ?? 0), 0) : options.length
  let left = draw.value * total
  for (const [i, option] of options.entries()) {
    left -= weights ? (weights[i] ?? 0) : 1
    // Rounding may leave a crumb after the last option.
    if (left < 0 || (total > 0 && i === options.length - 1)) return { value: option, state: draw.state }
  }
  throw new RangeError('nothing to choose from')
}
