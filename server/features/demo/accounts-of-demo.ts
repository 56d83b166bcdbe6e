import { type Country, pickCountry } from './countries.ts'
import { makeDice } from './dice.ts'
import { slugOf } from './person-names.ts'

/** Companies with people on the road, who are those that the demo company sells to. */
const TRADES = [
  ['Ascenseurs', 'lifts'],
  ['Chauffage', 'heating'],
  ['Froid', 'refrigeration'],
  ['Portes automatiques', 'doors'],
  ['Électricité', 'electrical'],
  ['Plomberie', 'plumbing'],
  ['Maintenance', 'facility services'],
  ['Propreté', 'cleaning'],
  ['Espaces verts', 'landscaping'],
  ['Sécurité incendie', 'fire safety'],
  ['Télécoms', 'telecoms'],
  ['Solaire', 'energy'],
  ['Toitures', 'roofing'],
  ['Levage', 'lifting equipment'],
  ['Bornes', 'charging points'],
  ['Services', 'facility services'],
  ['Technik', 'electrical'],
  ['Field Services', 'facility services'],
  ['Kältetechnik', 'refrigeration'],
] as const

const WORDS =
  'Aubépine Bellerive Boréale Brumaire Calanque Céladon Cimaise Clairval Cormoran Dolomie Églantine Embrun Escarpe Falaise Fougère Garrigue Givre Grandval Héronnière Houle Jonquille Lagune Lisière Luzerne Margelle Mélèze Merisier Nivelle Noroît Orée Ostréa Palissade Pierrefeu Ravine Ressac Rocaille Sablière Saulaie Séquoia Serein Silex Tamaris Tilleul Tourbière Tramontane Valbrune Varenne Verdon Vesper Zéphyr Ashgrove Birchwood Claymoor Dunwick Eastmere Fernhill Greywater Hollowell Inverloch Kestrel Larkfield Moorgate Northfell Oakhurst Pinecrest Quarry Riverton Stonebeck Thistle Westmark Amselhof Birkental Eichgrund Falkenried Lindau Nordhang Rotbuche Silbertal Tannengrund Weidenau Kranich Moosbach Steinach'.split(
    ' ',
  )

const PLACES = [
  'Nord',
  'Sud',
  'Est',
  'Ouest',
  'Centre',
  'Littoral',
  'Vallée',
  'Plateau',
  'Rive gauche',
  'Rive droite',
  'Alpes',
  'Jura',
]

export type DemoAccount = {
  name: string
  domain: string
  industry: string
  employees: number
  revenueCents: number
  segment: 'small' | 'middle' | 'large'
  country: Country
  city: string
}

/** The n-th company: the same for everyone who works there. No two have one name. */
export function accountOf(seed: number, n: number): DemoAccount {
  const dice = makeDice(`${seed}:account:${n}`)
  const combinations = WORDS.length * TRADES.length
  // 1,009 shares no factor with the number of combinations: neighbours in time are no neighbours in the alphabet.
  const mixed = (n * 1_009) % combinations
  const [trade, industry] = TRADES[mixed % TRADES.length] ?? TRADES[0]
  const word = WORDS[Math.floor(mixed / TRADES.length)] ?? 'Orée'
  const name = [word, trade, branchOf(Math.floor(n / combinations))].filter((part) => part !== '').join(' ')
  const country = pickCountry(dice)
  const employees = Math.max(2, Math.round(dice.lognormal(36, 1.15)))
  return {
    name,
    domain: `${slugOf(name)}.example`,
    industry,
    employees,
    revenueCents: Math.round(employees * dice.lognormal(95_000, 0.35)) * 100,
    segment: employees < 50 ? 'small' : employees < 250 ? 'middle' : 'large',
    country,
    city: dice.pick(country.cities),
  }
}

function branchOf(generation: number): string {
  if (generation === 0) return ''
  const place = PLACES[(generation - 1) % PLACES.length] ?? ''
  const round = Math.floor((generation - 1) / PLACES.length)
  return round === 0 ? place : `${place} ${round + 1}`
}

const STRIDE = 40
const PATTERN = [0, 1, 2, 3, 4, 0, 1, 2] as const

/**
 * Which company the n-th person works for, and their number there (0 or 1): eight people share five companies, and colleagues
 * come some two hundred people apart.
 */
export function workplaceOf(n: number): { account: number; place: number } {
  const block = Math.floor(n / (PATTERN.length * STRIDE))
  const within = n % (PATTERN.length * STRIDE)
  const turn = Math.floor(within / STRIDE)
  const lane = block * STRIDE + (within % STRIDE)
  return { account: lane * 5 + (PATTERN[turn] ?? 0), place: turn >= 5 ? 1 : 0 }
}
