import { useTranslation } from 'react-i18next'
import type { BoardColumn, DealSum } from './queries.ts'
import { Sums } from './sums.tsx'

/** How many deals are open, and their money by currency. */
export function Totals({ columns }: { columns: readonly BoardColumn[] }) {
  const { t } = useTranslation()
  const deals = columns.reduce((sum, column) => sum + column.deals, 0)
  const sums = new Map<string, DealSum>()
  for (const one of columns.flatMap((column) => column.sums)) {
    const { amountCents = 0, deals: known = 0 } = sums.get(one.currency) ?? {}
    sums.set(one.currency, { ...one, amountCents: amountCents + one.amountCents, deals: known + one.deals })
  }
  if (deals === 0) return t('deals.open.none')
  return (
    <>
      {t('deals.open.count', { count: deals })}
      {sums.size === 0 ? null : ' · '}
      {sums.size === 0 ? null : <Sums sums={[...sums.values()]} />}
    </>
  )
}
