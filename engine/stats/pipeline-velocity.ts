/**
 * Pipeline velocity, money per day in the unit of `averageDeal`: open opportunities x win rate x average deal / days of a cycle.
 * Null when the cycle has no length. Source: the common sales-operations formula.
 */
export function pipelineVelocity(
  opportunities: number,
  winRate: number,
  averageDeal: number,
  cycleDays: number,
): number | null {
  return cycleDays > 0 ? (opportunities * winRate * averageDeal) / cycleDays : null
}
