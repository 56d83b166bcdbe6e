/**
 * An amount over days in whole cents that sum to it exactly: each has the whole share, and the cents that are left
 * are laid out evenly, so that no stretch of days is more than one cent from its exact part.
 */
export function spreadCents(amountCents: number, days: number): number[] {
  const at = (day: number) => Number((BigInt(amountCents) * BigInt(day)) / BigInt(days))
  return Array.from({ length: days }, (_, day) => at(day + 1) - at(day))
}
