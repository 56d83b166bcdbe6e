import { shrunkRate } from '../stats/shrunk-rate.ts'

/** The matured leads of one kind: how many, how many of them were won, and what those with a known amount brought. */
export type ValueCell = {
  readonly letter: string
  readonly channel: string | null
  readonly n: number
  readonly won: number
  readonly wonWithAmount: number
  readonly wonCents: number
}

export type LeadValue = {
  /** Expected money of one lead, in cents. */
  readonly cents: number
  readonly winRate: number
  readonly wonCents: number
}

type Sums = { n: number; won: number; wonWithAmount: number; wonCents: number }

function add(sums: Sums, cell: Sums): Sums {
  return {
    n: sums.n + cell.n,
    won: sums.won + cell.won,
    wonWithAmount: sums.wonWithAmount + cell.wonWithAmount,
    wonCents: sums.wonCents + cell.wonCents,
  }
}

const NOTHING: Sums = { n: 0, won: 0, wonWithAmount: 0, wonCents: 0 }
const keyOf = (letter: string, channel: string | null): string => JSON.stringify([letter, channel])

/**
 * What a lead of a letter and channel is worth: P(win | cell) x the mean amount won (implied lead value, Roberge). Give it
 * matured leads only: those old enough (p75 of the sales cycle) to have been won. Both factors are shrunk towards the
 * letter's, that towards everybody's, with the weight of `k` leads (or won deals): few observations say little.
 * Answers for cells never seen too. Null when nothing was ever won with an amount.
 */
export function leadValues(
  cells: readonly ValueCell[],
  k = 20,
): ((letter: string, channel: string | null) => LeadValue) | null {
  const all = cells.reduce<Sums>(add, NOTHING)
  if (all.wonWithAmount === 0 || all.n === 0) return null
  const byLetter = new Map<string, Sums>()
  const byCell = new Map<string, Sums>()
  for (const cell of cells) {
    byLetter.set(cell.letter, add(byLetter.get(cell.letter) ?? NOTHING, cell))
    const key = keyOf(cell.letter, cell.channel)
    byCell.set(key, add(byCell.get(key) ?? NOTHING, cell))
  }
  const shrunk = (sums: Sums, rate: number, mean: number) => ({
    rate: shrunkRate(sums.won, sums.n, rate, k) ?? rate,
    mean: shrunkRate(sums.wonCents, sums.wonWithAmount, mean, k) ?? mean,
  })
  return (letter, channel) => {
    const parent = shrunk(byLetter.get(letter) ?? NOTHING, all.won / all.n, all.wonCents / all.wonWithAmount)
    const { rate, mean } = shrunk(byCell.get(keyOf(letter, channel)) ?? NOTHING, parent.rate, parent.mean)
    return { cents: rate * mean, winRate: rate, wonCents: mean }
  }
}
