/**
 * Money a pipeline brings a day: opportunities x win rate x average deal / days of the sales cycle, in the unit of
 * `averageDeal`. Null when the cycle has no length. Source: domain.md 1.4, pipeline velocity.
 */
export function pipelineVelocity(
  deals: number,
  winRate: number,
  averageDeal: number,
  cycleDays: number,
): number | null {
  return cycleDays > 0 ? (deals * winRate * averageDeal) / cycleDays : null
}

/**
 * Lead velocity rate: growth of the qualified leads of one period over those of the period before, as a share. Null when
 * there were none before. Source: domain.md 1.4.
 */
export function leadVelocityRate(qualified: number, qualifiedBefore: number): number | null {
  return qualifiedBefore > 0 ? (qualified - qualifiedBefore) / qualifiedBefore : null
}
