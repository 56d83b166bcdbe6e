import { shrunkRate } from '../stats/shrunk-rate.ts'
import type { ScoreTrack } from './score-track.ts'

/** Leads that came the same way: a landing page of an origin (`by` says under which name it is told). `group` is the origin, which a cell is drawn towards. */
export type Cell = { by: 'origin' | 'channel'; origin: string | null; landingPage: string | null; group: number }

export type Cells = {
  cells: readonly Cell[]
  groups: number
  /** Index into `cells` by place of the track. */
  ofPlace: Uint32Array
}

/** The cells of a track: by origin where it is told, else by channel, and by landing page within. */
export function cellsOf(track: Pick<ScoreTrack, 'places'>): Cells {
  const named = track.places.map(({ origin, channel, landingPage }) => {
    const by: Cell['by'] = origin === null && channel !== null ? 'channel' : 'origin'
    const from = origin ?? channel
    return {
      by,
      origin: from,
      landingPage,
      parent: JSON.stringify([by, from]),
      key: JSON.stringify([by, from, landingPage]),
    }
  })
  // In the order of their names, so that the order of people plays no part.
  const parents = [...new Set(named.map(({ parent }) => parent))].sort()
  const groupOf = new Map(parents.map((parent, group) => [parent, group]))
  const distinct = [...new Map(named.map((each) => [each.key, each])).values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const indexOf = new Map(distinct.map(({ key }, index) => [key, index]))
  return {
    cells: distinct.map(({ by, origin, landingPage, parent }) => ({
      by,
      origin,
      landingPage,
      group: groupOf.get(parent) ?? 0,
    })),
    groups: parents.length,
    ofPlace: Uint32Array.from(named, ({ key }) => indexOf.get(key) ?? 0),
  }
}

export type CellCounts = { n: Float64Array; won: Float64Array }

/**
 * The chance of a win by cell, drawn towards its origin and the origin towards all: `(won + k parent)/(n + k)`, k = 20
 * (domain.md 2.2).
 */
export function winChances({ cells, groups }: Pick<Cells, 'cells' | 'groups'>, { n, won }: CellCounts): Float64Array {
  const groupN = new Float64Array(groups)
  const groupWon = new Float64Array(groups)
  let allN = 0
  let allWon = 0
  for (const [index, { group }] of cells.entries()) {
    groupN[group] = (groupN[group] ?? 0) + (n[index] ?? 0)
    groupWon[group] = (groupWon[group] ?? 0) + (won[index] ?? 0)
    allN += n[index] ?? 0
    allWon += won[index] ?? 0
  }
  const all = allN === 0 ? 0 : allWon / allN
  return Float64Array.from(cells, ({ group }, index) => {
    const parent = shrunkRate(groupWon[group] ?? 0, groupN[group] ?? 0, all) ?? all
    return shrunkRate(won[index] ?? 0, n[index] ?? 0, parent) ?? parent
  })
}
