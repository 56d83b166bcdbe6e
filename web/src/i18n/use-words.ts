import { useSyncExternalStore } from 'react'
import { languageNow, say, type Values, watchLanguage } from './words.ts'

type Say = (key: string, values?: Values) => string
type Spoken = { t: Say; i18n: { language: string; t: Say } }

let spoken: Spoken | null = null

/** What components get: one function per language, so that what is remembered is said anew when the language changes. */
function now(): Spoken {
  const language = languageNow()
  if (spoken?.i18n.language === language) return spoken
  const t: Say = (key, values) => say(language, key, values)
  spoken = { t, i18n: { language, t } }
  return spoken
}

/**
 * Stands in for react-i18next in the built pages (see `vite.config.ts`): the whole library weighs eight times what the
 * pages use of it. Its types are still those of the library: every key and every blank is checked by the compiler.
 */
export function useTranslation(): Spoken {
  return useSyncExternalStore(watchLanguage, now)
}

/** The same words outside of components. */
export function getI18n(): Spoken['i18n'] {
  return now().i18n
}
