import { groupField } from './group-field.ts'
import { gainCurve } from './metrics/gain-curve.ts'
import { auc } from './metrics/ranking-quality.ts'
import type { Column } from './table.ts'

/**
 * How well one field alone tells the outcomes (1 or 0) apart, whatever its shape: the AUC of ranking rows by the rate of their
 * group, from .5 up. Measured on the rows it was made from, so a little high. Null without both outcomes.
 */
export function fieldAuc(column: Column, outcomes: ArrayLike<number>): number | null {
  const { groups, count } = groupField(column)
  const rows = new Float64Array(count)
  const won = new Float64Array(count)
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] ?? 0
    rows[group] = (rows[group] ?? 0) + 1
    won[group] = (won[group] ?? 0) + (outcomes[row] ?? 0)
  }
  return auc(
    gainCurve(
      Float64Array.from(groups, (group) => (won[group] ?? 0) / (rows[group] ?? 1)),
      outcomes,
    ),
  )
}
