import type { ScoreRules } from '@ensemble/engine/agreement/compiled.ts'
import type { ScoreCard } from '@ensemble/engine/lifecycle/state.ts'
import { faded, pointsAt } from '@ensemble/engine/scoring/decay.ts'
import type { ScoredRow } from './queries.ts'

type Line = {
  axis: 'fit' | 'engagement'
  clause: string | null
  because: string | null
  points: number
  now: number
  at: string | null
  factId: string | null
  kind: string | null
}

/** Below this nothing is left to see of a fading entry; the sum of all of them is told in one line. */
const VISIBLE = 0.05

type Entries = { rows: readonly ScoredRow[]; isWhole: boolean }

/**
 * The score as a ledger: every line with what it gave and what is left of it, adding up to the score of now. Where the entries
 * are not all there are, what the others are worth is what the score has beyond these.
 */
export function ledgerOf(
  state: ScoreCard,
  { rows: scored, isWhole }: Entries,
  rules: ScoreRules,
  nowMs: number,
): Line[] {
  const reasons = new Map(
    [...rules.fitRules, ...rules.engagementRules, ...rules.learned].map((rule) => [rule.clause, rule.because]),
  )
  const paces = new Map(rules.engagementRules.map((rule) => [rule.clause, rule.halfLifeMs]))
  const lines: Line[] = state.fitLines.map((line) => ({
    axis: 'fit',
    clause: line.clause,
    because: reasons.get(line.clause) ?? null,
    points: line.points,
    now: line.points,
    at: null,
    factId: null,
    kind: null,
  }))
  let rest = 0
  let shown = 0
  for (const row of scored) {
    for (const line of row.data.lines) {
      const at = row.decided_at.getTime()
      const now = faded(line.points, nowMs - at, paces.get(line.clause) ?? rules.halfLifeMs)
      if (Math.abs(now) < VISIBLE) {
        rest += now
        continue
      }
      shown += now
      lines.push({
        axis: 'engagement',
        clause: line.clause,
        because: reasons.get(line.clause) ?? null,
        points: line.points,
        now,
        at: row.decided_at.toISOString(),
        factId: row.fact_id,
        kind: row.kind,
      })
    }
  }
  if (!isWhole) rest = pointsAt(state, nowMs, rules.halfLifeMs) - shown
  if (rest !== 0)
    lines.push({
      axis: 'engagement',
      clause: null,
      because: null,
      points: 0,
      now: rest,
      at: null,
      factId: null,
      kind: null,
    })
  return lines
}
