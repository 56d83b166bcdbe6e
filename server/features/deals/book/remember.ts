import type { DealBook } from './deal-book.ts'

type Answers<T> = { version: number; known: Map<string, T> }

const MOST = 500

/**
 * What was worked out of a version of the book, given again while nothing changed. The key names the question with all it depends
 * on besides the deals: its moment, the agreement.
 */
export function rememberAnswers<T>(): (book: DealBook, key: string, make: () => T) => T {
  const answers = new WeakMap<DealBook, Answers<T>>()
  return (book, key, make) => {
    let here = answers.get(book)
    if (here?.version !== book.version) {
      here = { version: book.version, known: new Map() }
      answers.set(book, here)
    }
    const known = here.known.get(key)
    if (known !== undefined) return known
    const made = make()
    if (here.known.size >= MOST) here.known.clear()
    here.known.set(key, made)
    return made
  }
}
