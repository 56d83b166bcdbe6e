import { rateOf } from '../funnel/rate.ts'
import { acceptanceOf } from './acceptance.ts'
import { winChances } from './cells.ts'
import type { CurvePoint } from './figures.ts'
import { readsOf } from './projection.ts'
import { type CutOffs, qualifyAll } from './qualify-all.ts'
import type { ScoredPair, Verdicts } from './verdicts.ts'

const WEEK_MS = 7 * 86_400_000
const SHIFTS = [-40, -30, -25, -20, -15, -10, -5, 0, 5, 10, 15, 20, 25, 30, 40]
const STEPS = 24

function pointOf(at: number, marks: Uint8Array, input: ScoredPair, verdicts: Verdicts): CurvePoint {
  const { isWon, isMature, cohort } = verdicts
  let qualified = 0
  let matured = 0
  let won = 0
  let missed = 0
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] !== 1) {
      if (isWon[i] === 1) missed += 1
      continue
    }
    qualified += 1
    if (isMature[i] !== 1) continue
    matured += 1
    if (isWon[i] === 1) won += 1
  }
  const weeks = Math.max(1, (input.toMs - input.fromMs) / WEEK_MS)
  return {
    at,
    qualified,
    perWeek: Math.round((qualified / weeks) * 10) / 10,
    winRate: rateOf(won, matured),
    acceptance: acceptanceOf(input.draft.track, cohort, marks),
    missedWon: missed,
  }
}

/** Every cut-off moved by the same number of points, letters and numbers alike. */
export function shifted({ letters, numbers }: CutOffs, by: number): CutOffs {
  return {
    letters: { A: letters.A + by, B: letters.B + by, C: letters.C + by },
    numbers: { 1: numbers[1] + by, 2: numbers[2] + by, 3: numbers[3] + by },
  }
}

/** The draft with stricter and laxer cut-offs: volume against win rate. Null when its definition reads no grade. */
export function cutOffCurve(input: ScoredPair, verdicts: Verdicts): CurvePoint[] | null {
  const { track, agreement } = input.draft
  if (!readsOf(agreement).scores) return null
  return SHIFTS.map((by) => {
    const { at } = qualifyAll(track, agreement, shifted(agreement, by))
    const marks = Uint8Array.from(verdicts.cohort, (person) => (Number.isNaN(at[person]) ? 0 : 1))
    return pointOf(by, marks, input, verdicts)
  })
}

/** Leads by where they came from, the best origins and landing pages first: what qualifying them in that order would give. */
export function bestFirst(input: ScoredPair, verdicts: Verdicts): CurvePoint[] {
  const { cells, cell, isMature, isWon } = verdicts
  const n = new Float64Array(cells.cells.length)
  const won = new Float64Array(cells.cells.length)
  const leads = new Float64Array(cells.cells.length)
  for (let i = 0; i < cell.length; i++) {
    const index = cell[i] ?? 0
    leads[index] = (leads[index] ?? 0) + 1
    if (isMature[i] !== 1) continue
    n[index] = (n[index] ?? 0) + 1
    won[index] = (won[index] ?? 0) + (isWon[i] ?? 0)
  }
  const chances = winChances(cells, { n, won })
  const order = [...cells.cells.keys()]
    .filter((index) => (leads[index] ?? 0) > 0)
    .sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0) || a - b)
  const marks = new Uint8Array(cell.length)
  const points: CurvePoint[] = []
  const isTaken = new Uint8Array(cells.cells.length)
  let taken = 0
  for (const [rank, index] of order.entries()) {
    isTaken[index] = 1
    taken += leads[index] ?? 0
    const isDue = taken >= (cell.length * (points.length + 1)) / STEPS || rank === order.length - 1
    if (!isDue) continue
    for (let i = 0; i < cell.length; i++) marks[i] = isTaken[cell[i] ?? 0] ?? 0
    points.push(pointOf(rank + 1, marks, input, verdicts))
  }
  return points
}
