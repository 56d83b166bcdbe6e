export type Spot = { column: number; row: number }
export type Step = 'left' | 'right' | 'up' | 'down'

const nearest = (row: number, cards: number) => Math.max(0, Math.min(cards - 1, row))

/**
 * Where a step leads on a board whose columns hold these many cards: sideways past empty columns to the same height,
 * or to the last card of a shorter column. From nowhere it leads to the first card. Null when there is no card at all.
 */
export function stepInBoard(cards: readonly number[], from: Spot | null, step: Step): Spot | null {
  const first = cards.findIndex((count) => count > 0)
  if (first < 0) return null
  const here = from === null ? 0 : (cards[from.column] ?? 0)
  if (from === null || here === 0) return { column: first, row: 0 }
  if (step === 'up' || step === 'down') {
    return { column: from.column, row: nearest(from.row + (step === 'up' ? -1 : 1), here) }
  }
  const by = step === 'left' ? -1 : 1
  for (let column = from.column + by; column >= 0 && column < cards.length; column += by) {
    const count = cards[column] ?? 0
    if (count > 0) return { column, row: nearest(from.row, count) }
  }
  return { column: from.column, row: nearest(from.row, here) }
}
