import { currentLanguage } from '../../i18n/i18n.ts'
import type { Purpose } from './queries.ts'

/** The name of a purpose in the language spoken now. */
export function nameOfPurpose({ name, nameFr }: Purpose): string {
  return currentLanguage() === 'fr' ? (nameFr ?? name) : name
}

/** What people are asked, in the language spoken now. */
export function wordingOf({ wording, wordingFr }: Purpose): string {
  return currentLanguage() === 'fr' ? (wordingFr ?? wording) : wording
}
