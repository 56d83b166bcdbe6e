import type { FieldWords, Grammar, Language } from './grammar.ts'
import { joinWords } from './join-words.ts'

const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N} .&'’-]*$/u

/** A number with the separators of the language: 1,000 or 1 000. */
export function numberInWords(value: number, language: Language): string {
  const text = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value)
  return text.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')
}

function nameOf(code: string, type: 'region' | 'language', language: Language): string | undefined {
  const isCode = type === 'region' ? /^[A-Z]{2}$/.test(code) : /^[a-z]{2,3}$/.test(code)
  return isCode ? new Intl.DisplayNames([LOCALES[language]], { type }).of(code) : undefined
}

/** A value as people say it: the name of a country or language for its code, plain words as they are, other texts in quotes. */
export function valueInWords(value: unknown, field: FieldWords | undefined, grammar: Grammar): string | null {
  const { language } = grammar
  switch (typeof value) {
    case 'number':
      return numberInWords(field?.reads === 'cents' ? value / 100 : value, language)
    case 'boolean':
      return { en: ['no', 'yes'], fr: ['non', 'oui'] }[language][value ? 1 : 0] ?? null
    case 'string': {
      const name =
        field?.reads === 'country'
          ? nameOf(value, 'region', language)
          : field?.reads === 'language'
            ? nameOf(value, 'language', language)
            : undefined
      return name ?? (PLAIN.test(value) ? value : grammar.quote(value))
    }
    default:
      return null
  }
}

/** A language by its name, as one speaks it: "French", "portugais (Brésil)". */
export function languageInWords(tag: string, language: Language): string {
  return new Intl.DisplayNames([LOCALES[language]], { type: 'language' }).of(tag) ?? tag
}

const MOST_PLACES = 12
type Places = {
  countries: readonly string[]
  regions: readonly { country: string; name: string }[]
  postcodes: readonly { country: string; prefix: string }[]
}

/** The places of a territory, countries by name. */
export function placesInWords(places: Places, language: Language): string {
  const country = (code: string): string => nameOf(code, 'region', language) ?? code
  const capital = (text: string): string => text.charAt(0).toLocaleUpperCase(LOCALES[language]) + text.slice(1)
  const all = [
    ...places.countries.map(country),
    ...places.regions.map((region) => `${capital(region.name)} (${country(region.country)})`),
    ...places.postcodes.map(({ country: code, prefix }) =>
      language === 'fr'
        ? `les codes postaux ${prefix}… (${country(code)})`
        : `the postcodes ${prefix}… (${country(code)})`,
    ),
  ]
  return joinWords(
    all.length > MOST_PLACES ? [...all.slice(0, MOST_PLACES), '…'] : all,
    language === 'fr' ? 'et' : 'and',
  )
}
