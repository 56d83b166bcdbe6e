import { type DealBook, FREE, NONE } from './deal-book.ts'
import { rememberAnswers } from './remember.ts'

export type UsedWords = { products: string[]; competitors: string[]; currencies: string[] }

const MOST = 200
const remembered = rememberAnswers<UsedWords>()

function mostUsed(counts: ReadonlyMap<number, number>, wordsOf: (code: number) => string[]): string[] {
  const byWord = new Map<string, number>()
  for (const [code, deals] of counts)
    for (const word of wordsOf(code)) byWord.set(word, (byWord.get(word) ?? 0) + deals)
  return [...byWord]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word)
}

function listOf(text: string | undefined): string[] {
  const parsed: unknown = JSON.parse(text ?? '[]')
  return Array.isArray(parsed) ? parsed.filter((each) => typeof each === 'string') : []
}

/** What deals name so far, most used first. */
export function usedWords(book: DealBook): UsedWords {
  return remembered(book, '', () => {
    const [products, competitors, currencies] = [
      new Map<number, number>(),
      new Map<number, number>(),
      new Map<number, number>(),
    ]
    const count = (counts: Map<number, number>, code: number | undefined): void => {
      if (code !== undefined && code !== NONE) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
    for (let slot = 0; slot < book.size; slot += 1) {
      if (book.status[slot] === FREE) continue
      count(products, book.products[slot])
      count(competitors, book.competitors[slot])
      count(currencies, book.currency[slot])
    }
    const { list, currency } = book.words
    return {
      products: mostUsed(products, (code) => listOf(list.words[code])),
      competitors: mostUsed(competitors, (code) => listOf(list.words[code])),
      currencies: mostUsed(currencies, (code) => [currency.words[code] ?? '']),
    }
  })
}
