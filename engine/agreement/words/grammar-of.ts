import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import type { Grammar, Language } from './grammar.ts'

/** How a language says conditions. */
export function grammarOf(language: Language): Grammar {
  return language === 'fr' ? FRENCH : ENGLISH
}
