import type { QueryClient } from '@tanstack/react-query'
import type { Rows } from './paint-rows.ts'
import type { Board, DealKey, DealRow, DealView } from './queries.ts'

type Fact = { personId: string; kind: string; data: Record<string, unknown> }
type Shown = Partial<Pick<DealRow, 'name' | 'nextStep' | 'nextStepAt' | 'amountCents' | 'currency' | 'closeDate'>>

const textOr = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What a change says of the fields that lists and the deal itself show. */
export function shownOf(data: Record<string, unknown>): Shown {
  const shown: Shown = {}
  for (const field of ['name', 'nextStep', 'nextStepAt', 'currency', 'closeDate'] as const)
    if (field in data) shown[field] = textOr(data[field])
  if ('amountCents' in data) shown.amountCents = typeof data.amountCents === 'number' ? data.amountCents : null
  return shown
}

/** Shows what was said of deals before the server has it, wherever they are seen. Sums wait for the server. */
export function paintChanges(client: QueryClient, facts: readonly Fact[]): void {
  for (const { personId, kind, data } of facts) {
    const { deal } = data
    if (kind !== 'deal.changed' || typeof deal !== 'string') continue
    const shown = shownOf(data)
    const paint = <R extends DealKey>(row: R): R =>
      row.personId === personId && row.id === deal ? { ...row, ...shown } : row
    client.setQueriesData<Board>({ queryKey: ['deals', 'board'] }, (board) =>
      board === undefined
        ? undefined
        : { ...board, columns: board.columns.map((column) => ({ ...column, cards: column.cards.map(paint) })) },
    )
    client.setQueriesData<Rows>({ queryKey: ['deals', 'rows'] }, (rows) =>
      rows === undefined
        ? undefined
        : { ...rows, pages: rows.pages.map((page) => ({ ...page, deals: page.deals.map(paint) })) },
    )
    client.setQueryData<DealView>(['deals', 'one', personId, deal], (view) =>
      view === undefined ? undefined : paint(view),
    )
  }
}
