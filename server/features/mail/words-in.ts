import { en, type MailWords } from './words-en.ts'
import { fr } from './words-fr.ts'

export function wordsIn(language: 'en' | 'fr'): MailWords {
  return language === 'fr' ? fr : en
}
