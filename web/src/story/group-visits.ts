import type { FactView } from '../api/types.ts'

/** One line of a story: a fact, or a visit of several pages. The facts of a visit are newest first. */
export type StoryItem = { kind: 'fact'; fact: FactView } | { kind: 'visit'; facts: FactView[] }

/** A pause longer than this between two pages begins another visit. */
const PAUSE_MS = 30 * 60_000

/** What a page may bring about without being more than a page read. */
const MINOR = ['scored', 'graded']

function isPage(fact: FactView): boolean {
  return (
    fact.kind === 'page.viewed' &&
    !fact.isRetracted &&
    fact.decisions.every((decision) => MINOR.includes(decision.what))
  )
}

function continues(visit: FactView, fact: FactView): boolean {
  return visit.person?.id === fact.person?.id && Date.parse(visit.at) - Date.parse(fact.at) <= PAUSE_MS
}

/**
 * The lines of a story whose facts come newest first: pages read one after the other by the same person become one visit.
 * A page on which something was decided, or after which something else happened, stands for itself. `kept` is never put away.
 */
export function groupVisits(facts: readonly FactView[], kept?: string): StoryItem[] {
  const items: StoryItem[] = []
  let visit: FactView[] = []
  const end = () => {
    const [only] = visit
    if (only === undefined) return
    items.push(visit.length === 1 ? { kind: 'fact', fact: only } : { kind: 'visit', facts: visit })
    visit = []
  }
  for (const fact of facts) {
    const last = visit.at(-1)
    if (!isPage(fact) || fact.id === kept) {
      end()
      items.push({ kind: 'fact', fact })
    } else if (last === undefined || continues(last, fact)) visit.push(fact)
    else {
      end()
      visit = [fact]
    }
  }
  end()
  return items
}

/** How long a visit lasted, from its first page to its last, in ms. */
export function lengthOf(visit: readonly FactView[]): number {
  const [newest] = visit
  const oldest = visit.at(-1)
  return newest === undefined || oldest === undefined ? 0 : Date.parse(newest.at) - Date.parse(oldest.at)
}
