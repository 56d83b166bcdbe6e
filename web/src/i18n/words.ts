import type { Language, WordTree } from './languages.ts'

/** What fills the blanks of a sentence; `count` chooses between its forms. */
export type Values = { [name: string]: unknown }

const books = new Map<Language, Map<string, string>>()
const rules = new Map<string, Intl.PluralRules>()
const watchers = new Set<() => void>()
let language: Language = 'en'

function write(book: Map<string, string>, tree: WordTree, path: string): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') book.set(path + key, value)
    else write(book, value, `${path}${key}.`)
  }
}

/** Adds words of one language to those that are known. */
export function addWords(to: Language, tree: WordTree): void {
  let book = books.get(to)
  if (book === undefined) {
    book = new Map()
    books.set(to, book)
  }
  write(book, tree, '')
}

export function languageNow(): Language {
  return language
}

/** Speaks another language from now on; its words must be there. */
export function speak(next: Language): void {
  if (next === language) return
  language = next
  for (const watcher of watchers) watcher()
}

export function watchLanguage(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

function formOf(to: string, count: number): string {
  let rule = rules.get(to)
  if (rule === undefined) {
    rule = new Intl.PluralRules(to)
    rules.set(to, rule)
  }
  return rule.select(count)
}

/** The sentence for these values, the most particular first: with its context and number, then without. */
function find(book: Map<string, string>, to: string, key: string, { count, context }: Values): string | undefined {
  const keys = typeof context === 'string' && context !== '' ? [`${key}_${context}`, key] : [key]
  for (const one of keys) {
    if (typeof count === 'number') {
      const form = formOf(to, count)
      // French says "un million de"; where that form is not written, the common plural serves.
      const counted = book.get(`${one}_${form}`) ?? book.get(`${one}_other`)
      if (counted !== undefined) return counted
    }
    const plain = book.get(one)
    if (plain !== undefined) return plain
  }
  return undefined
}

/** A sentence in one language with its blanks filled. A key that nobody wrote is shown as it is. */
export function say(to: Language, key: string, values: Values = {}): string {
  const book = books.get(to)
  const text = book === undefined ? undefined : find(book, to, key, values)
  if (text === undefined) return typeof values.defaultValue === 'string' ? values.defaultValue : key
  return text.includes('{{')
    ? text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => (values[name] == null ? '' : String(values[name])))
    : text
}
