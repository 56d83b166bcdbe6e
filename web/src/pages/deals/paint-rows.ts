import type { InfiniteData } from '@tanstack/react-query'
import type { Answered } from '../../api/types.ts'
import type { DealRow } from './queries.ts'

export type Rows = InfiniteData<Answered<'listDeals'>, string>

/** A list as it will most likely be when a deal has moved to a stage; null leaves the row to the server's answer. */
export function paintRows(rows: Rows, deal: DealRow, to: string | null): Rows {
  if (to === null) return rows
  const pages = rows.pages.map((page) => ({
    ...page,
    deals: page.deals.map((row) =>
      row.personId === deal.personId && row.id === deal.id ? { ...row, stage: to } : row,
    ),
  }))
  return { ...rows, pages }
}
