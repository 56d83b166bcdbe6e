/** Currencies offered first; the list is short because one is typed in far rarer cases. */
export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'CAD',
  'BRL',
  'AUD',
  'JPY',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'MAD',
  'TND',
  'XOF',
  'XAF',
  'INR',
  'SGD',
  'ZAR',
  'MXN',
] as const

const BY_ZONE: readonly (readonly [RegExp, string])[] = [
  [/^Europe\/London$/, 'GBP'],
  [/^Europe\/(Zurich|Vaduz)$/, 'CHF'],
  [/^Europe\/Stockholm$/, 'SEK'],
  [/^Europe\/Oslo$/, 'NOK'],
  [/^Europe\/Copenhagen$/, 'DKK'],
  [/^Europe\/Warsaw$/, 'PLN'],
  [/^Europe\/Prague$/, 'CZK'],
  [/^America\/(Toronto|Montreal|Vancouver|Winnipeg|Halifax|Edmonton|Regina|St_Johns)$/, 'CAD'],
  [/^America\/(Sao_Paulo|Bahia|Fortaleza|Recife|Manaus|Belem|Cuiaba)$/, 'BRL'],
  [/^America\/(Mexico_City|Monterrey|Tijuana)$/, 'MXN'],
  [/^America\//, 'USD'],
  [/^Australia\//, 'AUD'],
  [/^Asia\/Tokyo$/, 'JPY'],
  [/^Asia\/(Kolkata|Calcutta)$/, 'INR'],
  [/^Asia\/Singapore$/, 'SGD'],
  [/^Africa\/Casablanca$/, 'MAD'],
  [/^Africa\/Tunis$/, 'TND'],
  [/^Africa\/(Dakar|Abidjan|Bamako|Ouagadougou|Lome|Niamey|Porto-Novo)$/, 'XOF'],
  [/^Africa\/(Douala|Libreville|Brazzaville|Ndjamena|Bangui)$/, 'XAF'],
  [/^Africa\/Johannesburg$/, 'ZAR'],
]

/** The zone this browser is in. */
export function guessZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/Paris'
}

/** The currency most likely used where the zone is. */
export function guessCurrency(zone: string): string {
  return BY_ZONE.find(([pattern]) => pattern.test(zone))?.[1] ?? 'EUR'
}

/** Every zone this browser knows; the given one is always among them. */
export function zones(mine: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(mine) ? known : [mine, ...known]
}
