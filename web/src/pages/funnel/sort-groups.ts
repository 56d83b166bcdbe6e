import type { FunnelGroup, Sort } from './search.ts'

/** Below this many leads a rate says too little to rank by: only its interval is shown. */
export const FEW = 30

const VALUE: Record<Sort, (group: FunnelGroup) => number | null> = {
  leads: (group) => group.leads,
  rate: (group) => group.won.rate,
  won: (group) => group.won.k,
  median: (group) => group.medianDaysToWon,
}

/** Groups in order, and apart those too small to rank when the order is one of rates or days. Unknown values come last. */
export function sortGroups(
  groups: readonly FunnelGroup[],
  sort: Sort,
  isUp: boolean,
): { ranked: FunnelGroup[]; few: FunnelGroup[] } {
  const sorted = groups.toSorted((a, b) => {
    const x = VALUE[sort](a)
    const y = VALUE[sort](b)
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || b.leads - a.leads
    return (isUp ? x - y : y - x) || b.leads - a.leads
  })
  const isFew = (group: FunnelGroup) => group.leads < FEW
  return { ranked: sorted.filter((group) => !isFew(group)), few: sorted.filter(isFew) }
}
