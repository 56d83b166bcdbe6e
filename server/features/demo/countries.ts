import type { Dice } from './dice.ts'

export type CountryCode = 'FR' | 'BE' | 'CH' | 'DE' | 'GB' | 'CA' | 'US' | 'ES'

type Country = {
  code: CountryCode
  share: number
  zone: string
  language: 'fr' | 'en' | 'de' | 'es'
  cities: readonly string[]
  /** A number that no one can have, E.164; null where no range is set aside. */
  phone: ((dice: Dice) => string) | null
}

const digits = (dice: Dice, count: number) => Array.from({ length: count }, () => dice.whole(0, 9)).join('')

/** Where the demo company sells. Phone ranges are those that regulators set aside for fiction (ARCEP, Ofcom, BNetzA, NANP 555-01XX). */
export const COUNTRIES: readonly Country[] = [
  {
    code: 'FR',
    share: 52,
    zone: 'Europe/Paris',
    language: 'fr',
    cities: [
      'Lyon',
      'Lille',
      'Nantes',
      'Rennes',
      'Dijon',
      'Grenoble',
      'Toulouse',
      'Bordeaux',
      'Metz',
      'Tours',
      'Angers',
      'Paris',
    ],
    phone: (dice) => `+33${dice.pick(['19900', '26191', '35301', '46571', '53649', '63998'])}${digits(dice, 4)}`,
  },
  {
    code: 'BE',
    share: 9,
    zone: 'Europe/Brussels',
    language: 'fr',
    cities: ['Liège', 'Namur', 'Mons', 'Bruxelles'],
    phone: null,
  },
  {
    code: 'CH',
    share: 6,
    zone: 'Europe/Zurich',
    language: 'de',
    cities: ['Bern', 'Basel', 'Winterthur', 'Zürich'],
    phone: null,
  },
  {
    code: 'DE',
    share: 9,
    zone: 'Europe/Berlin',
    language: 'de',
    cities: ['Bremen', 'Kassel', 'Leipzig', 'Münster', 'Ulm'],
    phone: (dice) => `+493023125${digits(dice, 3)}`,
  },
  {
    code: 'GB',
    share: 10,
    zone: 'Europe/London',
    language: 'en',
    cities: ['Leeds', 'Bristol', 'Cardiff', 'Glasgow', 'Norwich'],
    phone: (dice) => `+44${dice.pick(['2079460', '1134960', '7700900'])}${digits(dice, 3)}`,
  },
  {
    code: 'CA',
    share: 7,
    zone: 'America/Toronto',
    language: 'fr',
    cities: ['Montréal', 'Québec', 'Gatineau', 'Sherbrooke'],
    phone: (dice) => `+1${dice.pick(['514', '418', '819'])}55501${digits(dice, 2)}`,
  },
  {
    code: 'US',
    share: 4,
    zone: 'America/New_York',
    language: 'en',
    cities: ['Hartford', 'Albany', 'Providence', 'Worcester'],
    phone: (dice) => `+1${dice.pick(['860', '518', '401'])}55501${digits(dice, 2)}`,
  },
  { code: 'ES', share: 3, zone: 'Europe/Madrid', language: 'es', cities: ['Bilbao', 'Gijón', 'Zaragoza'], phone: null },
]

const shares = COUNTRIES.map((country) => country.share)

export function pickCountry(dice: Dice): Country {
  return dice.pick(COUNTRIES, shares)
}

export type { Country }
