import { type DealBook, FREE } from './deal-book.ts'

const word = (words: readonly string[], code: number | undefined): string | null => words[code ?? -1] ?? null

/** All that is kept of a deal, in words: the numbers of words differ between books. */
function told(book: DealBook, slot: number): string {
  const { words } = book
  const terms = book.terms[slot] ?? new Float64Array()
  return JSON.stringify([
    book.name[slot],
    book.status[slot],
    book.proof[slot],
    word(words.pipeline.words, book.pipeline[slot]),
    word(words.stage.words, book.stage[slot]),
    word(words.closer.words, book.closer[slot]),
    word(words.currency.words, book.currency[slot]),
    book.cents[slot],
    book.openedMs[slot],
    book.closedMs[slot],
    book.closeDay[slot],
    book.hasStep[slot],
    book.nextStepMs[slot],
    word(words.list.words, book.products[slot]),
    word(words.list.words, book.competitors[slot]),
    word(words.list.words, book.reasons[slot]),
    word(words.said.words, book.said[slot]),
    Array.from(book.reached[slot] ?? [], (each, place) => (place % 2 === 0 ? word(words.stage.words, each) : each)),
    Array.from(terms, (each, place) => {
      const at = place % 6
      if (at === 3) return word(words.currency.words, each)
      if (at === 4) return word(words.closer.words, each)
      return at === 5 ? word(words.stage.words, each) : each
    }),
  ])
}

function byDeal(book: DealBook): Map<string, string> {
  const deals = new Map<string, string>()
  for (let slot = 0; slot < book.size; slot += 1)
    if (book.status[slot] !== FREE) deals.set(`${book.personId[slot]} ${book.dealId[slot]}`, told(book, slot))
  return deals
}

/** Deals (person and deal) that two books tell differently, or that only one of them has. */
export function compareBooks(one: DealBook, other: DealBook): string[] {
  const [a, b] = [byDeal(one), byDeal(other)]
  const differing = [...a].filter(([key, says]) => b.get(key) !== says).map(([key]) => key)
  return [...differing, ...[...b.keys()].filter((key) => !a.has(key))]
}
