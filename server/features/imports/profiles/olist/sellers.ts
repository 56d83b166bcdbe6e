import { repaired } from '../../finding.ts'
import { readCents } from '../../values/read-number.ts'
import type { ImportFile, RowOutcome } from '../profile.ts'
import { cellReader, type OlistRole } from './columns.ts'

/** What is known of a seller after the deal. */
export type Seller = { city?: string; state?: string; revenueCents?: number; revenueFrom?: string; orders?: number }
export type Sellers = Map<string, Seller>

/** Revenue columns in the order in which they are believed: all orders first, delivered ones where that is all there is. */
const REVENUE: { role: OlistRole; revenue: string; orders: string }[] = [
  { role: 'revenue of all orders', revenue: 'gross_revenue', orders: 'orders_count' },
  { role: 'revenue of delivered orders', revenue: 'product_revenue', orders: 'delivered_orders' },
]

/** Gathers place and revenue of the sellers from whichever files are there, and tells what could not be read. */
export async function readSellers(files: readonly ImportFile[]): Promise<{ sellers: Sellers; outcomes: RowOutcome[] }> {
  const sellers: Sellers = new Map()
  const outcomes: RowOutcome[] = []
  for (const file of files) {
    if (file.role === 'leads' || file.role === 'deals') continue
    const cell = cellReader(file.table.columns)
    const revenue = REVENUE.find((one) => one.role === file.role)
    for await (const { row, cells, findings } of file.table.rows()) {
      const id = cell(cells, 'seller_id')
      const seller = sellers.get(id) ?? {}
      sellers.set(id, seller)
      seller.city ??= cell(cells, 'seller_city') || undefined
      seller.state ??= cell(cells, 'seller_state') || undefined
      const isBetter = seller.revenueCents === undefined || file.role === 'revenue of all orders'
      if (revenue && isBetter) {
        const amount = readCents(cell(cells, revenue.revenue), '.')
        if (amount.ok && amount.value >= 0)
          Object.assign(seller, {
            revenueCents: amount.value,
            revenueFrom: file.name,
            orders: Number(cell(cells, revenue.orders)) || 0,
          })
        else
          findings.push(
            repaired('not-a-number', `The revenue of seller ${id} is not an amount; it is left out.`, revenue.revenue),
          )
      }
      if (findings.length > 0) outcomes.push({ file: file.name, row, cells, facts: [], findings })
    }
  }
  return { sellers, outcomes }
}
