import { type Rate, rateOf } from '../funnel/rate.ts'
import { differenceInProportions } from '../stats/difference-in-proportions.ts'

type Ended = 'won' | 'lost' | 'undecided'
type Said = 'seller' | 'buyer' | 'survey'

/** Closed deals that ended alike and of which the same was said, counted together. */
export type EndedDeals = {
  status: Ended
  /** In the order they were said; the first reason of each is the primary one. */
  said: readonly { saidBy: Said; reasons: readonly string[] }[]
  deals: number
}
type Counts = { won: number; lost: number; undecided: number }
export type ReasonCount = Counts & {
  code: string
  wonToo: number
  lostToo: number
  undecidedToo: number
  shareOfWon: Rate
  shareOfLost: Rate
}
export type ReasonGap = {
  code: string
  seller: Rate
  buyer: Rate
  difference: number | null
  low: number | null
  high: number | null
  isSmall: boolean
}
export type WinLoss = Counts & {
  winRate: Rate
  winRateWithUndecided: Rate
  reasons: ReasonCount[]
  withoutReason: Counts
  sources: (Counts & { saidBy: Said | null })[]
  gap: ReasonGap[]
}

/** Fewer answers than this on a side make no comparison. */
const SMALL = 20

const none = (): Counts => ({ won: 0, lost: 0, undecided: 0 })

function countReasons(rows: readonly EndedDeals[]) {
  const first = new Map<string, Counts>()
  const further = new Map<string, Counts>()
  const without = none()
  const named = none()
  const add = (into: Map<string, Counts>, code: string, status: Ended, deals: number): void => {
    const counts = into.get(code) ?? none()
    counts[status] += deals
    into.set(code, counts)
  }
  for (const { status, said, deals } of rows) {
    const [primary, ...others] = said[0]?.reasons ?? []
    if (primary === undefined) {
      without[status] += deals
      continue
    }
    named[status] += deals
    add(first, primary, status, deals)
    for (const other of others) add(further, other, status, deals)
  }
  return { first, further, without, named }
}

function countSources(rows: readonly EndedDeals[]): WinLoss['sources'] {
  const counted = new Map<Said | null, Counts>()
  for (const { status, said, deals } of rows) {
    const voices = said.length === 0 ? [null] : [...new Set(said.map((each) => each.saidBy))]
    for (const voice of voices) {
      const counts = counted.get(voice) ?? none()
      counts[status] += deals
      counted.set(voice, counts)
    }
  }
  const order: readonly (Said | null)[] = ['seller', 'buyer', 'survey', null]
  return order.flatMap((saidBy) => {
    const counts = counted.get(saidBy)
    return counts === undefined ? [] : [{ saidBy, ...counts }]
  })
}

/** Losses and undecided deals by what each side names first: sellers on one, buyers asked or surveyed on the other. */
function gapsOf(rows: readonly EndedDeals[]): ReasonGap[] {
  const named = { seller: new Map<string, number>(), buyer: new Map<string, number>() }
  const asked = { seller: 0, buyer: 0 }
  for (const { status, said, deals } of rows) {
    if (status === 'won') continue
    for (const side of ['seller', 'buyer'] as const) {
      const word = said.findLast(({ saidBy }) => (saidBy === 'seller') === (side === 'seller'))
      const [reason] = word?.reasons ?? []
      if (reason === undefined) continue
      asked[side] += deals
      named[side].set(reason, (named[side].get(reason) ?? 0) + deals)
    }
  }
  const codes = [...new Set([...named.seller.keys(), ...named.buyer.keys()])]
  return codes
    .map((code): ReasonGap => {
      const [bySeller, byBuyer] = [named.seller.get(code) ?? 0, named.buyer.get(code) ?? 0]
      const found = differenceInProportions(byBuyer, asked.buyer, bySeller, asked.seller)
      return {
        code,
        seller: rateOf(bySeller, asked.seller),
        buyer: rateOf(byBuyer, asked.buyer),
        difference: found?.difference ?? null,
        low: found?.low ?? null,
        high: found?.high ?? null,
        isSmall: asked.seller < SMALL || asked.buyer < SMALL,
      }
    })
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0) || (a.code < b.code ? -1 : 1))
}

/**
 * Wins and losses by one list of reasons. Win rate: won of won and lost; with "no decision" it is won of all that ended. Reasons
 * are those said at the closing; the gap compares the latest word of each side. Source: domain.md 8.4.
 */
export function winLoss(rows: readonly EndedDeals[]): WinLoss {
  const total = none()
  for (const { status, deals } of rows) total[status] += deals
  const { won, lost, undecided } = total
  const { first, further, without, named } = countReasons(rows)
  const codes = [...new Set([...first.keys(), ...further.keys()])]
  const reasons = codes
    .map((code): ReasonCount => {
      const main = first.get(code) ?? none()
      const too = further.get(code) ?? none()
      return {
        code,
        ...main,
        wonToo: too.won,
        lostToo: too.lost,
        undecidedToo: too.undecided,
        shareOfWon: rateOf(main.won, named.won),
        shareOfLost: rateOf(main.lost, named.lost),
      }
    })
    .sort((a, b) => b.won + b.lost + b.undecided - (a.won + a.lost + a.undecided) || (a.code < b.code ? -1 : 1))
  return {
    ...total,
    winRate: rateOf(won, won + lost),
    winRateWithUndecided: rateOf(won, won + lost + undecided),
    reasons,
    withoutReason: without,
    sources: countSources(rows),
    gap: gapsOf(rows),
  }
}

export type AgainstCompetitor = Counts & { competitor: string; open: number; winRate: Rate; isSmall: boolean }

/** Won against a competitor of won and lost against it, with its Wilson interval, the most met first. Source: domain.md 8.3. */
export function againstCompetitors(
  rows: readonly { competitor: string; status: Ended | 'open'; deals: number }[],
): AgainstCompetitor[] {
  return [...Map.groupBy(rows, (row) => row.competitor)]
    .map(([competitor, some]): AgainstCompetitor => {
      const counts = { ...none(), open: 0 }
      for (const { status, deals } of some) counts[status] += deals
      const ended = counts.won + counts.lost
      return { competitor, ...counts, winRate: rateOf(counts.won, ended), isSmall: ended < SMALL }
    })
    .sort((a, b) => b.won + b.lost - (a.won + a.lost) || (a.competitor < b.competitor ? -1 : 1))
}
