import type { Chain } from './chain.ts'
import type { Journeys } from './journeys.ts'

type Cell = { state: number; weight: number }

/** The chain of order 1 to 3, whose states are the last `order` touches (fewer near the start), as far as journeys went through them. */
export function chainOfTuples(journeys: Journeys, order: number): Chain {
  const { offsets, touches, conversions, nulls, count, labels } = journeys
  const base = labels.length + 1
  const span = base ** order
  if (!Number.isSafeInteger(span * base))
    throw new RangeError(`${labels.length} labels are too many for a chain of order ${order}`)
  const idOf = new Map<number, number>([[0, 0]])
  const latest = [-1]
  const rows: Map<number, Cell>[] = [new Map()]
  const convertedFrom = [0]
  const lostFrom = [0]
  for (let j = 0; j < count; j += 1) {
    const converted = conversions[j] ?? 0
    const lost = nulls[j] ?? 0
    const weight = converted + lost
    const from = offsets[j] ?? 0
    const end = offsets[j + 1] ?? 0
    if (weight === 0 || from === end) continue
    let key = 0
    let state = 0
    for (let i = from; i < end; i += 1) {
      const label = touches[i] ?? 0
      key = ((key * base) % span) + label + 1
      let next = idOf.get(key)
      if (next === undefined) {
        next = latest.length
        idOf.set(key, next)
        latest.push(label)
        rows.push(new Map())
        convertedFrom.push(0)
        lostFrom.push(0)
      }
      const row = rows[state]
      const cell = row?.get(next)
      if (cell === undefined) row?.set(next, { state: next, weight })
      else cell.weight += weight
      state = next
    }
    convertedFrom[state] = (convertedFrom[state] ?? 0) + converted
    lostFrom[state] = (lostFrom[state] ?? 0) + lost
  }
  return normalised(inOrderOfKeys(idOf), latest, rows, convertedFrom, lostFrom)
}

/** New place of each state: by key, so that nothing depends on which journey came first. */
function inOrderOfKeys(idOf: Map<number, number>): Uint32Array {
  const placeOf = new Uint32Array(idOf.size)
  const keys = Float64Array.from(idOf.keys()).sort()
  for (const [place, key] of keys.entries()) placeOf[idOf.get(key) ?? 0] = place
  return placeOf
}

function normalised(
  placeOf: Uint32Array,
  latestOf: readonly number[],
  rows: readonly Map<number, Cell>[],
  convertedFrom: readonly number[],
  lostFrom: readonly number[],
): Chain {
  const states = placeOf.length
  const idAt = new Uint32Array(states)
  for (const [id, place] of placeOf.entries()) idAt[place] = id
  const rowStart = new Uint32Array(states + 1)
  const to: number[] = []
  const probability: number[] = []
  const converting = new Float64Array(states)
  for (const [place, id] of idAt.entries()) {
    const cells = [...(rows[id]?.values() ?? [])].sort((a, b) => (placeOf[a.state] ?? 0) - (placeOf[b.state] ?? 0))
    const converted = convertedFrom[id] ?? 0
    const sum = cells.reduce((total, cell) => total + cell.weight, converted + (lostFrom[id] ?? 0))
    for (const cell of cells) {
      to.push(placeOf[cell.state] ?? 0)
      probability.push(cell.weight / sum)
    }
    converting[place] = sum > 0 ? converted / sum : 0
    rowStart[place + 1] = to.length
  }
  return {
    states,
    latest: Int32Array.from(idAt, (id) => latestOf[id] ?? -1),
    rowStart,
    to: Uint32Array.from(to),
    probability: Float64Array.from(probability),
    converting,
  }
}
