/** Lead velocity rate: growth of the qualified leads of a month over those of the month before, as a share. Null when there were none. */
export function leadVelocityRate(qualifiedNow: number, qualifiedBefore: number): number | null {
  return qualifiedBefore > 0 ? (qualifiedNow - qualifiedBefore) / qualifiedBefore : null
}
