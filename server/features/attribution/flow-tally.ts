import { milestoneTouch } from '@ensemble/engine/attribution/milestone-touch.ts'
import { dictionaryOf } from './dictionary.ts'
import { inSegment, isWithin } from './journeys-of.ts'
import type { KeptTally } from './kept-tallies.ts'
import { type JourneyQuestion, NAMES_OF_OTHERS } from './question.ts'
import { DIMENSIONS, LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

export type FlowNode = { id: string; column: number; label: string; kind: 'touch' | 'outcome'; parties: number }
export type FlowLink = { from: string; to: string; parties: number }
export type FlowAnswer = { nodes: FlowNode[]; links: FlowLink[]; parties: number; withoutLead: number }

const MOST_LABELS = 7
const COLUMNS = 3
/** Labels that a path tells apart: three of them and an end make one whole number. */
const BASE = 2 ** 17
const ENDS = LEVELS.length

/**
 * From the first touch through the second and the last one to what it became, of the last outcome in the period. Those who never became a lead are
 * counted, not drawn: they would hide the rest. Paths are kept with how many came by each.
 */
export function flowTally(past: TouchPast, question: JourneyQuestion): KeptTally<FlowAnswer> {
  const dictionary = dictionaryOf(past, question)
  const counts = new Map<number, number>()
  let withoutLead = 0
  return {
    put(parties, sign) {
      const { touches, deals } = past.book
      const places = dictionary.places()
      const labels = touches.labels[DIMENSIONS.indexOf(question.by)] ?? new Uint32Array(0)
      const own = inSegment(past, question.segment, parties)
      for (let p = 0; p < own.length; p += 1) {
        const party = own[p] ?? 0
        const first = touches.first[party] ?? 0
        const length = touches.length[party] ?? 0
        const firstDeal = deals.first[party] ?? 0
        let row = firstDeal + (deals.length[party] ?? 0) - 1
        // In order of level and time: the last in the period is the farthest, and the latest of its kind.
        while (row >= firstDeal && !isWithin(question, deals.atMs[row] ?? 0)) row -= 1
        if (row < firstDeal) {
          if (length > 0 || (deals.length[party] ?? 0) > 0) withoutLead += sign
          continue
        }
        const end = first + milestoneTouch(touches.atMs, first, first + length, deals.atMs[row] ?? 0) + 1
        const key = pathKey(labels, places, first, end) * ENDS + (deals.level[row] ?? 0)
        const count = (counts.get(key) ?? 0) + sign
        if (count === 0) counts.delete(key)
        else counts.set(key, count)
      }
    },
    answer: () => ({ ...drawn(counts, dictionary.names), withoutLead }),
  }
}

/** The first, the second and the last of a path, repeated ones taken as one; 0 is none. */
function pathKey(labels: Uint32Array, places: ArrayLike<number> | undefined, from: number, end: number): number {
  const path = [0, 0, 0]
  let steps = 0
  let before = 0
  for (let row = from; row < end; row += 1) {
    const label = labels[row] ?? 0
    const own = Math.min(places === undefined ? label : (places[label] ?? 0), BASE - 2) + 1
    if (own === before) continue
    before = own
    path[Math.min(steps, COLUMNS - 1)] = own
    steps += 1
  }
  return ((path[0] ?? 0) * BASE + (path[1] ?? 0)) * BASE + (path[2] ?? 0)
}

/** Paths with few names: those met most, and the others as one (the last). */
function drawn(counts: ReadonlyMap<number, number>, names: readonly string[]): Omit<FlowAnswer, 'withoutLead'> {
  const kept = mostMet(counts, names)
  const placeOf = new Map(kept.map((label, place) => [label + 1, place + 1]))
  const small = new Float64Array((MOST_LABELS + 2) ** COLUMNS * ENDS)
  for (const [key, count] of counts) {
    let at = 0
    for (const label of labelsOf(key))
      at = at * (MOST_LABELS + 2) + (label === 0 ? 0 : (placeOf.get(label) ?? MOST_LABELS + 1))
    at = at * ENDS + (key % ENDS)
    small[at] = (small[at] ?? 0) + count
  }
  return pictured(small, (place) => (place > MOST_LABELS ? NAMES_OF_OTHERS : (names[kept[place - 1] ?? 0] ?? '')))
}

function labelsOf(key: number): [number, number, number] {
  const path = Math.floor(key / ENDS)
  return [Math.floor(path / BASE / BASE), Math.floor(path / BASE) % BASE, path % BASE]
}

function mostMet(counts: ReadonlyMap<number, number>, names: readonly string[]): number[] {
  const often = new Float64Array(names.length)
  for (const [key, count] of counts)
    for (const label of labelsOf(key)) if (label > 0) often[label - 1] = (often[label - 1] ?? 0) + count
  return [...often.keys()]
    .filter((label) => (often[label] ?? 0) > 0)
    .sort((a, b) => (often[b] ?? 0) - (often[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1))
    .slice(0, MOST_LABELS)
}

function pictured(counts: Float64Array, nameOf: (place: number) => string): Omit<FlowAnswer, 'withoutLead'> {
  const nodes = new Map<string, FlowNode>()
  const links = new Map<string, FlowLink>()
  let parties = 0
  const node = (column: number, label: string, kind: FlowNode['kind'], count: number): string => {
    const id = `${column}:${kind}:${label}`
    const known = nodes.get(id) ?? { id, column, label, kind, parties: 0 }
    nodes.set(id, { ...known, parties: known.parties + count })
    return id
  }
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue
    parties += count
    let rest = Math.floor(code / ENDS)
    const path: number[] = []
    for (let column = 0; column < COLUMNS; column += 1) {
      path.unshift(rest % (MOST_LABELS + 2))
      rest = Math.floor(rest / (MOST_LABELS + 2))
    }
    const ids = path.filter((place) => place > 0).map((place, column) => node(column, nameOf(place), 'touch', count))
    ids.push(node(COLUMNS, LEVELS[code % ENDS] ?? 'lead', 'outcome', count))
    for (let i = 0; i + 1 < ids.length; i += 1) {
      const [from, to] = [ids[i] ?? '', ids[i + 1] ?? '']
      const key = `${from}>${to}`
      links.set(key, { from, to, parties: (links.get(key)?.parties ?? 0) + count })
    }
  }
  return {
    nodes: [...nodes.values()].sort(
      (a, b) => a.column - b.column || b.parties - a.parties || (a.label < b.label ? -1 : 1),
    ),
    links: [...links.values()].sort(
      (a, b) => b.parties - a.parties || (a.from < b.from ? -1 : 1) || (a.to < b.to ? -1 : 1),
    ),
    parties,
  }
}
