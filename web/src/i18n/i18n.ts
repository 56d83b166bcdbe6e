import { isLanguage, type Language, type WordTree } from './languages.ts'
import { PARTS, type Part } from './parts.ts'
import { addWords, languageNow, speak } from './words.ts'

const KEPT = 'ensemble-language'

/** The parts that some page has asked for, in whatever language. */
const wanted = new Set<Part>()
const loaded = new Set<string>()

async function coreOf(language: Language): Promise<WordTree> {
  return language === 'fr' ? (await import('./core-fr.ts')).core : (await import('./core-en.ts')).core
}

async function once(key: string, words: () => Promise<WordTree>, language: Language): Promise<void> {
  if (loaded.has(key)) return
  addWords(language, await words())
  loaded.add(key)
}

/** The language chosen before, else the browser's, else English. */
export function guessLanguage(): Language {
  const kept = localStorage.getItem(KEPT)
  if (isLanguage(kept)) return kept
  return navigator.languages.map((one) => one.slice(0, 2)).find(isLanguage) ?? 'en'
}

async function load(language: Language): Promise<void> {
  const parts = [...wanted].map((part) =>
    once(`${language} ${part}`, async () => ({ [part]: await PARTS[part][language]() }), language),
  )
  await Promise.all([once(language, () => coreOf(language), language), ...parts])
}

/** Loads the words of these parts in the language spoken now, and in any language chosen later. */
export async function loadWords(parts: readonly Part[]): Promise<void> {
  for (const part of parts) wanted.add(part)
  await load(currentLanguage())
}

/** Starts the words of one language; the other is loaded only when somebody asks for it. */
export async function startWords(): Promise<void> {
  const language = guessLanguage()
  await load(language)
  speak(language)
  document.documentElement.lang = language
}

/** Changes the language of this browser at once. The account's own setting is the caller's business. */
export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language)
  if (languageNow() === language) return
  await load(language)
  speak(language)
  document.documentElement.lang = language
}

/** The language the interface speaks now. */
export function currentLanguage(): Language {
  return languageNow()
}

/** A page with the words it needs: both are fetched at once, and it is shown when both are here. */
export function withWords<T>(parts: readonly Part[], page: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([page(), loadWords(parts)]))[0]
}
