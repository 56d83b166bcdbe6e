/** What the Olist files are, by the columns only they have. */
export const ROLES = [
  { role: 'leads', columns: ['mql_id', 'first_contact_date', 'origin'] },
  { role: 'deals', columns: ['mql_id', 'seller_id', 'won_date'] },
  { role: 'sellers', columns: ['seller_id', 'seller_zip_code_prefix', 'seller_city', 'seller_state'] },
  { role: 'revenue of all orders', columns: ['seller_id', 'gross_revenue'] },
  { role: 'revenue of delivered orders', columns: ['seller_id', 'product_revenue'] },
] as const

export type OlistRole = (typeof ROLES)[number]['role']

/** The role of a file, or null when it is none of Olist's. */
export function roleOf(columns: readonly string[]): OlistRole | null {
  return ROLES.find((one) => one.columns.every((column) => columns.includes(column)))?.role ?? null
}

/** Reads cells by the name of their column; a column the file lacks is blank. */
export function cellReader(columns: readonly string[]): (cells: readonly string[], column: string) => string {
  const places = new Map(columns.map((column, index) => [column, index]))
  return (cells, column) => cells[places.get(column) ?? -1]?.trim() ?? ''
}
