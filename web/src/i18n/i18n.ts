import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { isLanguage, type Language, type WordTree } from './languages.ts'
import { withMany } from './with-many.ts'

const KEPT = 'ensemble-language'

async function wordsOf(language: Language): Promise<WordTree> {
  return language === 'fr' ? (await import('./fr.ts')).fr : (await import('./en.ts')).en
}

/** The language chosen before, else the browser's, else English. */
export function guessLanguage(): Language {
  const kept = localStorage.getItem(KEPT)
  if (isLanguage(kept)) return kept
  const wanted = navigator.languages.map((one) => one.slice(0, 2)).find(isLanguage)
  return wanted ?? 'en'
}

async function load(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'words', withMany(await wordsOf(language)), true, true)
}

/** Starts the words of one language; the other is loaded only when somebody asks for it. */
export async function startWords(): Promise<void> {
  const language = guessLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: [],
    defaultNS: 'words',
    nsSeparator: false,
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  await load(language)
  document.documentElement.lang = language
}

/** Changes the language of this browser at once. The account's own setting is the caller's business. */
export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language)
  if (i18next.language === language) return
  await load(language)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : 'en'
}
