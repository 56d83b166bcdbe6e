import { parseAmount } from '../../acts/parse-amount.ts'
import type { DealView } from './queries.ts'

/** A line as it stands in its fields. */
export type Written = { name: string; quantity: string; price: string }
type Product = DealView['products'][number]

/** The stored lines as they are edited. */
export function linesOf(products: readonly Product[], write: (cents: number | null) => string): Written[] {
  return products.map(({ name, quantity, unitCents }) => ({
    name,
    quantity: quantity === null ? '' : String(quantity),
    price: write(unitCents),
  }))
}

function numberIn(written: string): number | null {
  const plain = written.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** True when a quantity can be read, or none is written. */
export function isReadable(written: string): boolean {
  return written.trim() === '' || numberIn(written) !== null
}

/** The lines as `deal.changed` takes them: those with a name; what cannot be read is left out. */
export function productsOf(lines: readonly Written[]): { name: string; quantity?: number; unitCents?: number }[] {
  return lines
    .filter((line) => line.name.trim() !== '')
    .map((line) => {
      const quantity = numberIn(line.quantity)
      const unitCents = parseAmount(line.price)
      return {
        name: line.name.trim(),
        ...(quantity === null ? {} : { quantity }),
        ...(unitCents === null ? {} : { unitCents }),
      }
    })
}

/** Cents of all lines with a price, one of each where no quantity is written; null when no line has a price. */
export function sumOf(lines: readonly Written[]): number | null {
  const priced = productsOf(lines).filter((line) => line.unitCents !== undefined)
  if (priced.length === 0) return null
  return priced.reduce((sum, { quantity = 1, unitCents = 0 }) => sum + Math.round(quantity * unitCents), 0)
}
