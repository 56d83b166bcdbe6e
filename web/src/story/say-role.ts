import type { TFunction } from 'i18next'

const KNOWN = ['owner', 'director', 'operations', 'sales', 'marketing', 'it', 'finance', 'student', 'other'] as const

/** The role somebody has at their company, in words where it is one of the usual ones. */
export function sayRole(role: string, t: TFunction): string {
  const known = KNOWN.find((one) => one === role.toLowerCase())
  return known === undefined ? role : t(`account.role.${known}`)
}
