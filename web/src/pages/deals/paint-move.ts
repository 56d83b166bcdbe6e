import type { Board, BoardColumn, DealKey, DealRow, DealSum } from './queries.ts'

const isSame = (a: DealKey, b: DealKey) => a.personId === b.personId && a.id === b.id

function changeSums(sums: readonly DealSum[], deal: DealRow, by: 1 | -1): DealSum[] {
  const { amountCents, currency } = deal
  if (amountCents === null || currency === null) return [...sums]
  const known = sums.some((one) => one.currency === currency)
  const all = known ? sums : [...sums, { currency, amountCents: 0, deals: 0 }]
  return all
    .map((one) =>
      one.currency === currency
        ? { ...one, amountCents: one.amountCents + by * amountCents, deals: one.deals + by }
        : one,
    )
    .filter((one) => one.deals > 0)
}

function count(column: BoardColumn, deal: DealRow, by: 1 | -1): BoardColumn {
  return {
    ...column,
    deals: Math.max(0, column.deals + by),
    withoutAmount: Math.max(0, column.withoutAmount + (deal.amountCents === null ? by : 0)),
    sums: changeSums(column.sums, deal, by),
  }
}

/** The board as it will most likely be when a deal has moved to a stage; null takes it off the board. */
export function paintMove(board: Board, deal: DealRow, to: string | null): Board {
  const columns = board.columns.map((column) => {
    const without = column.cards.filter((card) => !isSame(card, deal))
    if (column.stage === deal.stage && column.stage !== to) return count({ ...column, cards: without }, deal, -1)
    if (column.stage !== to || deal.stage === to) return column
    return count({ ...column, cards: [{ ...deal, stage: to }, ...without] }, deal, 1)
  })
  return { ...board, columns }
}
