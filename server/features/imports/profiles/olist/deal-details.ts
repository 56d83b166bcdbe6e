import { readBoolean } from '../../values/read-boolean.ts'
import { readNumber } from '../../values/read-number.ts'
import type { Seller } from './sellers.ts'

type Details = Record<string, string | number | boolean>

/** What the company wrote about the deal, under names people can read. Blank cells are left out. */
export function dealDetails(cell: (column: string) => string, seller: Seller): Details {
  const details: Details = {}
  const text = (name: string, column: string) => {
    if (cell(column) !== '') details[name] = cell(column).slice(0, 4_000)
  }
  const number = (name: string, column: string) => {
    const reading = readNumber(cell(column), '.')
    if (reading.ok) details[name] = reading.value
  }
  const truth = (name: string, column: string) => {
    const value = readBoolean(cell(column))
    if (value !== null) details[name] = value
  }
  text('businessSegment', 'business_segment')
  text('leadType', 'lead_type')
  text('leadBehaviourProfile', 'lead_behaviour_profile')
  text('businessType', 'business_type')
  truth('hasCompany', 'has_company')
  truth('hasGtin', 'has_gtin')
  text('averageStock', 'average_stock')
  number('declaredProductCatalogSize', 'declared_product_catalog_size')
  number('declaredMonthlyRevenue', 'declared_monthly_revenue')
  if (seller.city !== undefined) details.sellerCity = seller.city
  if (seller.state !== undefined) details.sellerState = seller.state
  if (seller.revenueFrom !== undefined) {
    details.amountIs = 'revenue of the seller after the deal'
    details.amountFrom = seller.revenueFrom
    details.orders = seller.orders ?? 0
  }
  return details
}
