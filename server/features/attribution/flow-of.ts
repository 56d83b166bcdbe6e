import { dealRowsOf, partiesIn, wholeJourneys } from './journeys-of.ts'
import { type JourneyQuestion, NAMES_OF_OTHERS } from './question.ts'
import { LEVELS } from './touch-kinds.ts'
import type { TouchPast } from './touch-past.ts'

export type FlowNode = { id: string; column: number; label: string; kind: 'touch' | 'outcome'; parties: number }
export type FlowLink = { from: string; to: string; parties: number }
export type FlowAnswer = { nodes: FlowNode[]; links: FlowLink[]; parties: number; withoutLead: number }

const MOST_LABELS = 7
const COLUMNS = 3
/** How far somebody came, the farthest first. */
const ENDS = ['won', 'opportunity', 'lead'] as const

/**
 * From the first touch through the second and the last one to what it became. Those who never became a lead are counted, not drawn: they would hide the rest.
 */
export function flowOf(past: TouchPast, question: JourneyQuestion): FlowAnswer {
  const all = partiesIn(past, question.segment)
  const isEnded = (party: number, level: number): boolean =>
    dealRowsOf(past, party, level).some((row) => inPeriod(past, question, row))
  const ends = Array.from(all, (party) => ENDS.find((end) => isEnded(party, LEVELS.indexOf(end))) ?? null)
  const steps: string[][] = []
  const became: string[] = []
  let withoutLead = 0
  const byEnd = Map.groupBy(all.keys(), (place) => ends[place] ?? null)
  for (const [end, places] of byEnd) {
    if (end === null) {
      withoutLead = places.length
      continue
    }
    const level = LEVELS.indexOf(end)
    const parties = places.map((place) => all[place] ?? 0)
    const journeys = wholeJourneys(past, { ...question, level: end, lookbackMs: null, transform: 'exposure' }, parties)
    let j = 0
    for (const party of parties) {
      const rows = dealRowsOf(past, party, level)
      // One journey a party: that of the last outcome in the period.
      const chosen = rows.findLastIndex((row) => inPeriod(past, question, row))
      const at = j + Math.max(0, chosen)
      const path = Array.from(
        journeys.touches.subarray(journeys.offsets[at] ?? 0, journeys.offsets[at + 1]),
        (label) => journeys.labels[label] ?? '',
      )
      steps.push(path.length <= COLUMNS ? path : [...path.slice(0, COLUMNS - 1), path.at(-1) ?? ''])
      became.push(end)
      j += Math.max(1, rows.length)
    }
  }
  return { ...drawn(steps, became), withoutLead }
}

function inPeriod(past: TouchPast, { fromMs, toMs }: JourneyQuestion, row: number): boolean {
  const atMs = past.book.deals.atMs[row] ?? 0
  return atMs >= (fromMs ?? Number.NEGATIVE_INFINITY) && atMs < (toMs ?? Number.POSITIVE_INFINITY)
}

function drawn(steps: readonly (readonly string[])[], became: readonly string[]): Omit<FlowAnswer, 'withoutLead'> {
  const often = new Map<string, number>()
  for (const path of steps) for (const label of path) often.set(label, (often.get(label) ?? 0) + 1)
  const kept = new Set(
    [...often]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_LABELS)
      .map(([label]) => label),
  )
  const nodes = new Map<string, FlowNode>()
  const links = new Map<string, FlowLink>()
  const node = (column: number, label: string, kind: FlowNode['kind']): string => {
    const id = `${column}:${kind}:${label}`
    const known = nodes.get(id) ?? { id, column, label, kind, parties: 0 }
    nodes.set(id, { ...known, parties: known.parties + 1 })
    return id
  }
  for (const [place, path] of steps.entries()) {
    const named = path.map((label) => (kept.has(label) ? label : NAMES_OF_OTHERS))
    const ids = named.map((label, column) => node(column, label, 'touch'))
    ids.push(node(COLUMNS, became[place] ?? '', 'outcome'))
    for (let i = 0; i + 1 < ids.length; i += 1) {
      const [from, to] = [ids[i] ?? '', ids[i + 1] ?? '']
      const key = `${from}>${to}`
      links.set(key, { from, to, parties: (links.get(key)?.parties ?? 0) + 1 })
    }
  }
  return {
    nodes: [...nodes.values()].sort(
      (a, b) => a.column - b.column || b.parties - a.parties || (a.label < b.label ? -1 : 1),
    ),
    links: [...links.values()].sort((a, b) => b.parties - a.parties || (a.from < b.from ? -1 : 1)),
    parties: steps.length,
  }
}
