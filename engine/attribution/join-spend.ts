/** What was spent on one label; several rows of a label are summed. */
export type Spend = { readonly label: string; readonly cents: number }

export type Earned = {
  readonly label: string
  readonly spentCents: number
  readonly leads: number | null
  readonly conversions: number
  readonly cents: number
  /** Whole cents of each; null when there is nothing to divide by, or nothing was spent. */
  readonly centsPerLead: number | null
  readonly centsPerConversion: number | null
  /** (earned - spent) / spent. */
  readonly returnOnSpend: number | null
}

export type EarnedInput = {
  readonly labels: readonly string[]
  readonly conversions: ArrayLike<number>
  readonly cents: ArrayLike<number>
  readonly leads?: ArrayLike<number>
}

/**
 * Spend beside what a model credits. Every cent spent is counted once, whatever the number of touches, and a label that cost money but is
 * credited with nothing is told as well, so that the sums of both sides hold. In the order of the labels, then of further spend by name.
 */
export function joinSpend({ labels, conversions, cents, leads }: EarnedInput, spend: readonly Spend[]): Earned[] {
  const spent = new Map<string, number>()
  for (const row of spend) spent.set(row.label, (spent.get(row.label) ?? 0) + row.cents)
  const known = new Set(labels)
  const others = [...spent.keys()].filter((label) => !known.has(label)).sort((a, b) => (a < b ? -1 : 1))
  return [...labels, ...others].map((label, i) => {
    const isCredited = i < labels.length
    const won = isCredited ? (conversions[i] ?? 0) : 0
    const earned = isCredited ? (cents[i] ?? 0) : 0
    const reached = leads === undefined ? null : isCredited ? (leads[i] ?? 0) : 0
    const cost = spent.get(label) ?? 0
    const per = (count: number | null): number | null =>
      spent.has(label) && count !== null && count > 0 ? Math.round(cost / count) : null
    return {
      label,
      spentCents: cost,
      leads: reached,
      conversions: won,
      cents: earned,
      centsPerLead: per(reached),
      centsPerConversion: per(won),
      returnOnSpend: cost > 0 ? (earned - cost) / cost : null,
    }
  })
}
