export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** The shape of the English words with any text in it: French has the same keys, checked by the compiler. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

export type WordTree = { [key: string]: string | WordTree }

/** True for one of the languages the product speaks. */
export function isLanguage(value: unknown): value is Language {
  return value === 'en' || value === 'fr'
}
