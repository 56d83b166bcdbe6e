import type { Journeys } from '../engine/attribution/journeys.ts'

/** The limit: the least that has to be done, in one pass, with no options, no milestones and no cents: f/l/linear/U and transitions. */
export function attributeByHand(journeys: Journeys): Float64Array[] {
  const { offsets, touches, conversions, nulls, count, labels } = journeys
  const size = labels.length
  const [first, last, linear, u] = [1, 2, 3, 4].map(() => new Float64Array(size))
  const counts = new Float64Array((size + 1) * (size + 3))
  if (first === undefined || last === undefined || linear === undefined || u === undefined) return []
  for (let j = 0; j < count; j += 1) {
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    const won = conversions[j] ?? 0
    const weight = won + (nulls[j] ?? 0)
    let row = 0
    for (let i = from; i < end; i += 1) {
      const state = (touches[i] ?? 0) + 1
      const cell = row * (size + 3) + state
      counts[cell] = (counts[cell] ?? 0) + weight
      row = state
    }
    if (won === 0) continue
    const n = end - from
    const a = touches[from] ?? 0
    const z = touches[end - 1] ?? 0
    first[a] = (first[a] ?? 0) + 1
    last[z] = (last[z] ?? 0) + 1
    const ends = n === 1 ? 0.5 : n === 2 ? 0.5 : 0.4
    u[a] = (u[a] ?? 0) + ends
    u[z] = (u[z] ?? 0) + ends
    for (let i = from; i < end; i += 1) {
      const label = touches[i] ?? 0
      linear[label] = (linear[label] ?? 0) + 1 / n
      if (n > 2 && i > from && i < end - 1) u[label] = (u[label] ?? 0) + 0.2 / (n - 2)
    }
  }
  return [first, last, linear, u, counts]
}

/** What one writes first: a journey is an object with an array of touches, sums are in Maps under the names of channels. */
export type PlainJourney = {
  touches: { channel: string; atMs: number }[]
  isWon: boolean
  value: number
  endedAtMs: number
}

export function plainJourneys({
  offsets,
  touches,
  times,
  conversions,
  cents,
  endedAt,
  labels,
  count,
}: Journeys): PlainJourney[] {
  return Array.from({ length: count }, (_, j) => ({
    touches: Array.from({ length: (offsets[j + 1] ?? 0) - (offsets[j] ?? 0) }, (_, i) => ({
      channel: labels[touches[(offsets[j] ?? 0) + i] ?? 0] ?? '',
      atMs: times?.[(offsets[j] ?? 0) + i] ?? 0,
    })),
    isWon: conversions[j] === 1,
    value: (cents[j] ?? 0) / 100,
    endedAtMs: endedAt?.[j] ?? 0,
  }))
}

/** First, last, last non-direct, linear, U, time decay and transitions with values, without exact cents, W or full path. */
export function attributePlainly(journeys: readonly PlainJourney[]): Map<string, number>[] {
  const add = (sums: Map<string, number>, key: string, amount: number): void => {
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  const weigh: ((journey: PlainJourney) => number[])[] = [
    ({ touches }) => touches.map((_, i) => (i === 0 ? 1 : 0)),
    ({ touches }) => touches.map((_, i) => (i === touches.length - 1 ? 1 : 0)),
    ({ touches }) => {
      const found = touches.findLastIndex(({ channel }) => channel !== 'direct')
      return touches.map((_, i) => (i === (found < 0 ? touches.length - 1 : found) ? 1 : 0))
    },
    ({ touches }) => touches.map(() => 1 / touches.length),
    ({ touches }) => {
      const n = touches.length
      if (n <= 2) return touches.map(() => 1 / n)
      return touches.map((_, i) => (i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2)))
    },
    ({ touches, endedAtMs }) => {
      const weights = touches.map(({ atMs }) => 2 ** -((endedAtMs - atMs) / (7 * 86_400_000)))
      const sum = weights.reduce((total, weight) => total + weight, 0)
      return weights.map((weight) => weight / sum)
    },
  ]
  const won = journeys.filter(({ isWon }) => isWon)
  const credits = weigh.flatMap((weights) => {
    const conversions = new Map<string, number>()
    const values = new Map<string, number>()
    for (const journey of won) {
      for (const [i, weight] of weights(journey).entries()) {
        add(conversions, journey.touches[i]?.channel ?? '', weight)
        add(values, journey.touches[i]?.channel ?? '', weight * journey.value)
      }
    }
    return [conversions, values]
  })
  const transitions = new Map<string, number>()
  for (const { touches, isWon } of journeys) {
    const states = ['(start)', ...touches.map(({ channel }) => channel), isWon ? '(conversion)' : '(null)']
    for (let i = 1; i < states.length; i += 1) add(transitions, `${states[i - 1]}>${states[i]}`, 1)
  }
  return [...credits, transitions]
}
