import { getCountries } from 'libphonenumber-js'

const LANGUAGES = ['en', 'fr', 'de', 'es', 'pt']
const ALIASES: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'u s a': 'US',
  'u k': 'GB',
  'u s': 'US',
  'united states of america': 'US',
  'etats unis d amerique': 'US',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'russian federation': 'RU',
  korea: 'KR',
  'republic of korea': 'KR',
  turkey: 'TR',
  'viet nam': 'VN',
}

let names: Map<string, string> | undefined

/** The ISO code of a country given by code or by its name in English, French, German, Spanish or Portuguese. Null when unknown. */
export function readCountry(text: string): string | null {
  names ??= allNames()
  return names.get(keyOf(text)) ?? null
}

function allNames(): Map<string, string> {
  const found = new Map(Object.entries(ALIASES))
  for (const code of getCountries()) {
    found.set(code.toLowerCase(), code)
    for (const language of LANGUAGES) {
      const name = new Intl.DisplayNames([language], { type: 'region' }).of(code)
      if (name) found.set(keyOf(name), code)
    }
  }
  return found
}

function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}
