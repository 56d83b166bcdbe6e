import type { Language } from './grammar.ts'
import type { Phrases } from './phrases.ts'
import { PHRASES_EN } from './phrases-en.ts'
import { PHRASES_FR } from './phrases-fr.ts'

export function phrasesOf(language: Language): Phrases {
  return language === 'fr' ? PHRASES_FR : PHRASES_EN
}
