import type { Journeys } from '../engine/attribution/journeys.ts'
import { chanceOf } from '../engine/backtest/chance.ts'

const CHANNELS = 12
const MOST = 20

/** Journeys of 12 channels that follow one another with fixed chances: 1 to 20 touches, 4.5 in the mean, a tenth converts. */
export function makeJourneys(count: number): Journeys {
  const chance = chanceOf(7)
  const next = Array.from({ length: CHANNELS + 1 }, () =>
    cumulated(Array.from({ length: CHANNELS }, () => chance.next() ** 3)),
  )
  const offsets = new Uint32Array(count + 1)
  const touches = new Uint32Array(count * 5)
  const times = new Float64Array(count * 5)
  const columns = () => new Float64Array(count)
  const [conversions, nulls, cents, endedAt] = [columns(), columns(), columns(), columns()]
  const leadTouch = new Int32Array(count).fill(-1)
  const opportunityTouch = new Int32Array(count).fill(-1)
  let written = 0
  for (let j = 0; j < count; j += 1) {
    let state = CHANNELS
    let atMs = 1.7e12 + Math.floor(chance.next() * 3e10)
    const from = written
    do {
      const draw = chance.next()
      state = next[state]?.findIndex((limit) => draw < limit) ?? 0
      touches[written] = state
      times[written] = atMs
      atMs += Math.floor(chance.next() * 5e8)
      written += 1
    } while (chance.next() > 0.22 && written - from < MOST)
    offsets[j + 1] = written
    const isWon = chance.next() < 0.1014
    conversions[j] = isWon ? 1 : 0
    nulls[j] = isWon ? 0 : 1
    cents[j] = isWon ? Math.floor(chance.next() * 1e6) : 0
    endedAt[j] = atMs
    if (!isWon) continue
    leadTouch[j] = Math.floor(chance.next() * (written - from))
    opportunityTouch[j] = (leadTouch[j] ?? 0) + Math.floor(chance.next() * (written - from - (leadTouch[j] ?? 0)))
  }
  return {
    count,
    labels: Array.from({ length: CHANNELS }, (_, i) => `channel ${String(i).padStart(2, '0')}`),
    offsets,
    touches: touches.slice(0, written),
    times: times.slice(0, written),
    conversions,
    nulls,
    cents,
    endedAt,
    leadTouch,
    opportunityTouch,
  }
}

function cumulated(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let so = 0
  const limits = weights.map((weight) => {
    so += weight / sum
    return so
  })
  limits[limits.length - 1] = 1
  return limits
}
