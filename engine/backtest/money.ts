import type { Interval } from '../stats/interval.ts'
import { quantileOfSorted } from '../stats/quantile.ts'
import { type Cells, winChances } from './cells.ts'
import { chanceOf } from './chance.ts'

/** The leads of a cohort as money sees them, by place in the cohort. */
export type MoneyLeads = {
  /** Index into the cells. */
  cell: Uint32Array
  /** 1 when the lead has had the time most wins take. */
  isMature: Uint8Array
  isWon: Uint8Array
  /** NaN where no amount is known. */
  cents: Float64Array
  inDraft: Uint8Array
  inForce: Uint8Array
}

export type Estimate = Interval & { cents: number }
export type Money = {
  expected: { draft: Estimate; inForce: Estimate; difference: Estimate } | null
  realised: { draft: Estimate; inForce: Estimate; difference: Estimate }
  meanWonCents: number | null
}

type Sums = {
  expectedDraft: number
  expectedInForce: number
  realisedDraft: number
  realisedInForce: number
  mean: number
}
const SUMS = ['expectedDraft', 'expectedInForce', 'realisedDraft', 'realisedInForce'] as const

/** Leads that count alike, with how many there are: the resamples draw groups, not leads. */
function groupsOf(
  leads: MoneyLeads,
): { cell: number; mature: number; won: number; draft: number; force: number; n: number }[] {
  const counts = new Map<number, number>()
  for (let i = 0; i < leads.cell.length; i++) {
    const marks =
      (leads.isMature[i] ?? 0) |
      ((leads.isWon[i] ?? 0) << 1) |
      ((leads.inDraft[i] ?? 0) << 2) |
      ((leads.inForce[i] ?? 0) << 3)
    // Won leads are drawn one by one: their amounts differ.
    if (leads.isWon[i] === 1) continue
    const key = (leads.cell[i] ?? 0) * 16 + marks
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, n]) => ({
    cell: Math.floor(key / 16),
    mature: key & 1,
    won: (key >> 1) & 1,
    draft: (key >> 2) & 1,
    force: (key >> 3) & 1,
    n,
  }))
}

/** Leads that qualify under one agreement by cell: all, the matured, and the won of these. */
type Counts = { all: Float64Array; n: Float64Array; won: Float64Array }

function countsOf(cells: number): Counts {
  return { all: new Float64Array(cells), n: new Float64Array(cells), won: new Float64Array(cells) }
}

function take(counts: Counts, cell: number, by: number, isMature: boolean, isWon: boolean): void {
  counts.all[cell] = (counts.all[cell] ?? 0) + by
  if (!isMature) return
  counts.n[cell] = (counts.n[cell] ?? 0) + by
  if (isWon) counts.won[cell] = (counts.won[cell] ?? 0) + by
}

/** Wins to expect of the qualified: of each cell its leads times their chance. */
function expectedOf(counts: Counts, cells: Pick<Cells, 'cells' | 'groups'>): number {
  const chances = winChances(cells, counts)
  return counts.all.reduce((sum, leads, cell) => sum + leads * (chances[cell] ?? 0), 0)
}

function sumUp(
  leads: MoneyLeads,
  won: readonly number[],
  groups: ReturnType<typeof groupsOf>,
  { cells, groups: parents }: Pick<Cells, 'cells' | 'groups'>,
  times: (mean: number) => number,
): Sums {
  const [draft, force] = [countsOf(cells.length), countsOf(cells.length)]
  const sums: Sums = { expectedDraft: 0, expectedInForce: 0, realisedDraft: 0, realisedInForce: 0, mean: Number.NaN }
  let amounts = 0
  let withAmount = 0
  for (const group of groups) {
    const drawn = times(group.n)
    if (group.draft === 1) take(draft, group.cell, drawn, group.mature === 1, false)
    if (group.force === 1) take(force, group.cell, drawn, group.mature === 1, false)
  }
  for (const i of won) {
    const drawn = times(1)
    const cell = leads.cell[i] ?? 0
    const cents = leads.cents[i] ?? Number.NaN
    const hasAmount = !Number.isNaN(cents)
    if (hasAmount) {
      amounts += drawn * cents
      withAmount += drawn
    }
    if (leads.inDraft[i] === 1) {
      take(draft, cell, drawn, leads.isMature[i] === 1, true)
      if (hasAmount) sums.realisedDraft += drawn * cents
    }
    if (leads.inForce[i] === 1) {
      take(force, cell, drawn, leads.isMature[i] === 1, true)
      if (hasAmount) sums.realisedInForce += drawn * cents
    }
  }
  if (withAmount === 0) return sums
  sums.mean = amounts / withAmount
  sums.expectedDraft = expectedOf(draft, { cells, groups: parents }) * sums.mean
  sums.expectedInForce = expectedOf(force, { cells, groups: parents }) * sums.mean
  return sums
}

function estimate(cents: number, drawn: Float64Array): Estimate {
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort()
  const low = quantileOfSorted(sorted, 0.025)
  const high = quantileOfSorted(sorted, 0.975)
  return { cents: Math.round(cents), low: Math.round(low ?? cents), high: Math.round(high ?? cents) }
}

/**
 * What the qualified are worth, in cents: expected, which is the chance of a win among the qualified of each lead's cell
 * times the mean amount of a won deal (domain.md 2.2; chances from matured leads only), and realised, which is what those won really brought. Intervals are
 * 95 %, from a bootstrap over leads (each drawn a Poisson number of times) with a seed; the difference is drawn in pairs.
 */
export function moneyOf(leads: MoneyLeads, cells: Pick<Cells, 'cells' | 'groups'>, seed: number): Money {
  const won: number[] = []
  for (let i = 0; i < leads.isWon.length; i++) if (leads.isWon[i] === 1) won.push(i)
  const groups = groupsOf(leads)
  const point = sumUp(leads, won, groups, cells, (mean) => mean)
  const resamples = won.length + groups.length > 20_000 ? 200 : 1_000
  const chance = chanceOf(seed)
  const drawn = SUMS.map(() => new Float64Array(resamples))
  for (let round = 0; round < resamples; round++) {
    const sums = sumUp(leads, won, groups, cells, chance.poisson)
    for (const [column, name] of SUMS.entries()) {
      const values = drawn[column]
      if (values !== undefined) values[round] = sums[name]
    }
  }
  const of = (column: number): Float64Array => drawn[column] ?? new Float64Array()
  const gap = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value - (b[i] ?? 0))
  const pair = (draftCents: number, inForceCents: number, a: Float64Array, b: Float64Array) => ({
    draft: estimate(draftCents, a),
    inForce: estimate(inForceCents, b),
    difference: estimate(draftCents - inForceCents, gap(a, b)),
  })
  return {
    expected: Number.isNaN(point.mean) ? null : pair(point.expectedDraft, point.expectedInForce, of(0), of(1)),
    realised: pair(point.realisedDraft, point.realisedInForce, of(2), of(3)),
    meanWonCents: Number.isNaN(point.mean) ? null : Math.round(point.mean),
  }
}
