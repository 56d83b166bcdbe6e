/** What the files of the Maven CRM set are, by the columns only they have. */
export const ROLES = [
  { role: 'opportunities', columns: ['opportunity_id', 'sales_agent', 'deal_stage', 'close_value'] },
  { role: 'accounts', columns: ['account', 'sector', 'year_established'] },
  { role: 'products', columns: ['product', 'series', 'sales_price'] },
  { role: 'teams', columns: ['sales_agent', 'manager', 'regional_office'] },
] as const

export type MavenRole = (typeof ROLES)[number]['role']

export function roleOf(columns: readonly string[]): MavenRole | null {
  return ROLES.find((one) => one.columns.every((column) => columns.includes(column)))?.role ?? null
}
