import { nextRandom, type RandomState, seedRandom } from '@ensemble/engine/stats/random.ts'
import { drawChance, drawChoice, drawInteger, drawLognormal, drawNormal } from '@ensemble/engine/stats/random-draws.ts'

/** A sequence of chances. Two dice of the same seed fall the same. */
export type Dice = {
  /** Uniform in [0, 1). */
  roll(): number
  chance(probability: number): boolean
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  pick<T>(options: readonly T[], weights?: readonly number[]): T
  normal(mean: number, deviation: number): number
  /** By its median and the deviation of its logarithm. */
  lognormal(median: number, logDeviation: number): number
  /** A version 4 UUID. */
  id(): string
}

export function makeDice(seed: string): Dice {
  let state: RandomState = seedRandom(seed)
  const take = <T>(drawn: { value: T; state: RandomState }): T => {
    state = drawn.state
    return drawn.value
  }
  return {
    roll: () => take(nextRandom(state)),
    chance: (probability) => take(drawChance(state, probability)),
    whole: (low, high) => take(drawInteger(state, low, high)),
    pick: (options, weights) => take(drawChoice(state, options, weights)),
    normal: (mean, deviation) => take(drawNormal(state, mean, deviation)),
    lognormal: (median, logDeviation) => take(drawLognormal(state, median, logDeviation)),
    id() {
      const bytes = Array.from({ length: 16 }, () => this.whole(0, 255))
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}
