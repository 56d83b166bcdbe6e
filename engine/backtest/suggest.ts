import { type Rate, rateOf } from '../funnel/rate.ts'
import { type Cells, cellsOf, winChances } from './cells.ts'
import type { ScoreTrack } from './score-track.ts'

const WEEK_MS = 7 * 86_400_000

export type SuggestInput = {
  track: ScoreTrack
  cohort: Uint32Array
  /** 1 for leads of the cohort that have had the time most wins take. */
  isMature: Uint8Array
  fromMs: number
  toMs: number
  /** Leads a week that sales can take; null lets in whatever is better than the average. */
  perWeek: number | null
  /** Landing pages with fewer leads are judged by their origin alone. */
  atLeast?: number
}

/** A part of the leads that could be called first, as a clause of `stages.qualified.when`. */
export type SuggestedClause = {
  clause: string
  when: string
  because: string
  leads: number
  won: Rate
  chance: number
}

/** How good each way of coming was: every part of the leads, best first. */
export type RankedCell = {
  origin: string | null
  landingPage: string | null
  /** The pages of the origin that are too small to stand alone. */
  isRest: boolean
  leads: number
  won: Rate
  chance: number
  isTaken: boolean
}

export type Suggestion = {
  clauses: SuggestedClause[]
  cells: RankedCell[]
  leads: number
  taken: number
  takenPerWeek: number
  won: Rate
  average: Rate
}

type Part = RankedCell & { by: 'origin' | 'channel'; pages: (string | null)[]; matured: number; wins: number }

/** Parts of the leads: a page of an origin that stands alone, or the rest of its pages together. */
function partsOf({ track, cohort, isMature, atLeast = 20 }: SuggestInput, { cells, ofPlace }: Cells): Part[] {
  const leads = new Float64Array(cells.length)
  const matured = new Float64Array(cells.length)
  const wins = new Float64Array(cells.length)
  for (const [i, person] of cohort.entries()) {
    const cell = ofPlace[track.place[person] ?? 0] ?? 0
    leads[cell] = (leads[cell] ?? 0) + 1
    if (isMature[i] !== 1) continue
    matured[cell] = (matured[cell] ?? 0) + 1
    if (!Number.isNaN(track.wonAt[person] ?? Number.NaN)) wins[cell] = (wins[cell] ?? 0) + 1
  }
  const parts: Part[] = []
  const rests = new Map<number, Part>()
  for (const [index, { by, origin, landingPage, group }] of cells.entries()) {
    const n = leads[index] ?? 0
    if (n === 0) continue
    const isAlone = n >= atLeast && landingPage !== null
    const known = isAlone ? undefined : rests.get(group)
    const part: Part = known ?? {
      by,
      origin,
      landingPage: isAlone ? landingPage : null,
      isRest: !isAlone,
      leads: 0,
      won: rateOf(0, 0),
      chance: 0,
      isTaken: false,
      pages: [],
      matured: 0,
      wins: 0,
    }
    if (known === undefined) parts.push(part)
    if (!isAlone) rests.set(group, part)
    part.leads += n
    part.matured += matured[index] ?? 0
    part.wins += wins[index] ?? 0
    part.pages.push(landingPage)
  }
  return parts
}

function weigh(parts: Part[]): void {
  const groups = new Map<string, number>()
  const grouped = parts.map((part) => {
    const key = JSON.stringify([part.by, part.origin])
    const group = groups.get(key) ?? groups.size
    groups.set(key, group)
    return { by: part.by, origin: part.origin, landingPage: part.landingPage, group }
  })
  const counts = {
    n: Float64Array.from(parts, (part) => part.matured),
    won: Float64Array.from(parts, (part) => part.wins),
  }
  const chances = winChances({ cells: grouped, groups: groups.size }, counts)
  for (const [index, part] of parts.entries()) {
    part.chance = chances[index] ?? 0
    part.won = rateOf(part.wins, part.matured)
  }
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

function is(field: string, value: string | null): string {
  return value === null ? `${field} == null` : `${field} == ${quoted(value)}`
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

/** The condition for the taken parts of one origin: the whole of it, it without some pages, or some of its pages. */
function conditionOf(taken: readonly Part[], left: readonly Part[]): string {
  const [first] = taken
  if (first === undefined) return 'false'
  const from = is(`lead.${first.by}`, first.origin)
  if (left.length === 0) return from
  const pages = (parts: readonly Part[]): string =>
    `[${parts.map((part) => quoted(part.landingPage ?? '')).join(', ')}]`
  const hasRest = taken.some((part) => part.isRest)
  const without = left.filter((part) => !part.isRest)
  if (!hasRest) return `${from} && lead.landing_page in ${pages(taken)}`
  const isUnknownIn = taken.some((part) => part.isRest && part.pages.includes(null))
  const not = `!(lead.landing_page in ${pages(without)})`
  return `${from} && ${isUnknownIn ? `(lead.landing_page == null || ${not})` : not}`
}

function clausesOf(parts: readonly Part[], average: Rate): Omit<SuggestedClause, 'clause'>[] {
  const byOrigin = Map.groupBy(parts, (part) => JSON.stringify([part.by, part.origin]))
  const found = [...byOrigin.values()].flatMap((ofOrigin) => {
    const taken = ofOrigin.filter((part) => part.isTaken)
    if (taken.length === 0) return []
    const sum = (of: (part: Part) => number): number => taken.reduce((total, part) => total + of(part), 0)
    const won = rateOf(
      sum((part) => part.wins),
      sum((part) => part.matured),
    )
    const leads = sum((part) => part.leads)
    const interval =
      won.low === null || won.high === null ? '' : `, 95 % interval ${percent(won.low)} to ${percent(won.high)}`
    const because = `${won.k} of ${won.n} were won (${percent(won.rate ?? 0)}${interval}), of all leads ${percent(average.rate ?? 0)}`
    const left = ofOrigin.filter((part) => !part.isTaken)
    return [
      { when: conditionOf(taken, left), because, leads, won, chance: sum((part) => part.chance * part.leads) / leads },
    ]
  })
  return found.sort((a, b) => b.chance - a.chance)
}

/**
 * Who might be called first, from what came of the leads of a period: ways of coming (origin and landing page) ranked by their
 * chance of a win, each drawn towards its origin and that towards all (k = 20), and taken best first while a week's leads
 * stay within what sales can take. Without such a limit, whatever is better than the average is taken.
 */
export function suggest(input: SuggestInput): Suggestion {
  const { cohort, fromMs, toMs, perWeek } = input
  const parts = partsOf(input, cellsOf(input.track))
  weigh(parts)
  const average = rateOf(
    parts.reduce((sum, part) => sum + part.wins, 0),
    parts.reduce((sum, part) => sum + part.matured, 0),
  )
  const weeks = Math.max(1, (toMs - fromMs) / WEEK_MS)
  parts.sort((a, b) => b.chance - a.chance || b.leads - a.leads)
  let taken = 0
  for (const part of parts) {
    const isIn = perWeek === null ? part.chance > (average.rate ?? 0) : (taken + part.leads) / weeks <= perWeek
    if (!isIn) {
      if (perWeek !== null) break
      continue
    }
    part.isTaken = true
    taken += part.leads
  }
  const chosen = parts.filter((part) => part.isTaken)
  return {
    clauses: clausesOf(parts, average).map((each, index) => ({ clause: `Q${index + 1}`, ...each })),
    cells: parts.map(({ origin, landingPage, isRest, leads, won, chance, isTaken }) => ({
      origin,
      landingPage,
      isRest,
      leads,
      won,
      chance,
      isTaken,
    })),
    leads: cohort.length,
    taken,
    takenPerWeek: Math.round((taken / weeks) * 10) / 10,
    won: rateOf(
      chosen.reduce((sum, part) => sum + part.wins, 0),
      chosen.reduce((sum, part) => sum + part.matured, 0),
    ),
    average,
  }
}
