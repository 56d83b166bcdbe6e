import type { Finding } from '../../finding.ts'
import { dropped, repaired } from '../../finding.ts'
import { readNumber } from '../../values/read-number.ts'
import { cellReader } from '../olist/columns.ts'
import type { ImportFile, RowOutcome } from '../profile.ts'

export type Company = { name: string; industry?: string; employees?: number; revenueCents?: number; country?: string }
export type Product = { name: string; series: string; listPrice: string }
export type Agent = { manager: string; office: string }
export type Surroundings = {
  companies: Map<string, Company>
  /** By name without spaces and case: the same product is written in several ways. */
  products: Map<string, Product>
  agents: Map<string, Agent>
}

/** Sectors as the set misspells them. */
const SECTORS: Readonly<Record<string, string>> = { technolgy: 'technology' }
/** The set tells yearly revenue in millions of dollars. */
const CENTS_IN_A_MILLION = 100_000_000

export function productKey(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase()
}

/** Companies, products and agents, which the opportunities only name; with what is wrong in their rows. */
export async function readSurroundings(
  files: readonly ImportFile[],
): Promise<{ known: Surroundings; outcomes: RowOutcome[] }> {
  const known: Surroundings = { companies: new Map(), products: new Map(), agents: new Map() }
  const outcomes: RowOutcome[] = []
  for (const file of files) {
    if (file.role === 'opportunities') continue
    const cell = cellReader(file.table.columns)
    for await (const { row, cells, findings } of file.table.rows()) {
      const about = [...findings]
      const of = (column: string): string => cell(cells, column)
      if (file.role === 'accounts') about.push(...addCompany(known, of))
      else if (file.role === 'products' && of('product') !== '')
        known.products.set(productKey(of('product')), {
          name: of('product'),
          series: of('series'),
          listPrice: of('sales_price'),
        })
      else if (file.role === 'teams' && of('sales_agent') !== '')
        known.agents.set(of('sales_agent'), { manager: of('manager'), office: of('regional_office') })
      if (about.length > 0) outcomes.push({ file: file.name, row, cells, facts: [], findings: about })
    }
  }
  return { known, outcomes }
}

function addCompany(known: Surroundings, of: (column: string) => string): Finding[] {
  const name = of('account')
  if (name === '') return [dropped('no-name', 'The row names no account.', 'account')]
  const findings: Finding[] = []
  const company: Company = { name }
  const sector = of('sector')
  const spelled = SECTORS[sector]
  if (spelled !== undefined)
    findings.push(repaired('misspelt', `The sector "${sector}" is read as "${spelled}".`, 'sector'))
  if (sector !== '') company.industry = spelled ?? sector
  if (of('office_location') !== '') company.country = of('office_location')
  const employees = readNumber(of('employees'), '.')
  if (employees.ok && employees.value >= 0) company.employees = Math.round(employees.value)
  const revenue = readNumber(of('revenue'), '.')
  if (revenue.ok && revenue.value >= 0) company.revenueCents = Math.round(revenue.value * CENTS_IN_A_MILLION)
  known.companies.set(name, company)
  return findings
}
