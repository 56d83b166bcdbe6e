/** What a segment may be made of, an empty text being the leads without it. */
export const TRAITS = ['channel', 'origin', 'campaign', 'landingPage', 'country', 'accountSize'] as const
export type Trait = (typeof TRAITS)[number]

/** Where a lead came from and what its company is; null where unknown. */
export type Place = Readonly<Record<Trait, string | null>>

/** Employees of the account, in the size classes of the European Union's statistics. */
export const ACCOUNT_SIZES = ['0-9', '10-49', '50-249', '250+'] as const
export type AccountSize = (typeof ACCOUNT_SIZES)[number]

/** The size class of so many employees, or null where they are not known. */
export function accountSizeOf(employees: unknown): AccountSize | null {
  if (typeof employees !== 'number' || !(employees >= 0)) return null
  return employees < 10 ? '0-9' : employees < 50 ? '10-49' : employees < 250 ? '50-249' : '250+'
}

/** Leads that have each named trait, and of whom the condition `when` is known to hold (`segmentCondition`). */
export type Segment = Partial<Readonly<Record<Exclude<Trait, 'accountSize'>, string>>> & {
  readonly accountSize?: AccountSize | '' | undefined
  readonly when?: string | undefined
}
