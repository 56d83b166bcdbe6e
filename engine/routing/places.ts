import type { NamedAccounts, Territory } from '../agreement/compiled.ts'
import type { PlainRecord } from '../cel/known.ts'

function textOf(record: PlainRecord, field: string): string | null {
  const value = record[field]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** As places are compared: capitals aside, and postcodes without their spaces. */
export function plainCountry(text: string): string {
  return text.trim().toUpperCase()
}
export function plainRegion(text: string): string {
  return text.trim().toLowerCase()
}
export function plainPostcode(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase()
}

/**
 * The territory a lead lies in: by the place of the company, or of the person when no country of the company is known.
 * Null outside every territory.
 */
export function territoryOf(
  territories: ReadonlyMap<string, Territory>,
  account: PlainRecord,
  person: PlainRecord,
): string | null {
  if (territories.size === 0) return null
  const place = textOf(account, 'country') === null ? person : account
  const country = textOf(place, 'country')
  if (country === null) return null
  const here = plainCountry(country)
  const region = textOf(place, 'region')
  const postcode = textOf(place, 'postcode')
  for (const [name, territory] of territories) {
    if (territory.countries.includes(here)) return name
    if (region !== null && territory.regions.some((each) => each.country === here && each.name === plainRegion(region)))
      return name
    if (
      postcode !== null &&
      territory.postcodes.some((each) => each.country === here && plainPostcode(postcode).startsWith(each.prefix))
    )
      return name
  }
  return null
}

/** The list of named accounts a company stands in: by its web address, the domain of a company e-mail address, or its name. */
export function listOf(named: NamedAccounts, account: PlainRecord, person: PlainRecord): string | null {
  if (named.lists.size === 0) return null
  const mail = person.email_is_free_mail === false ? textOf(person, 'email_domain') : null
  for (const domain of [textOf(account, 'domain'), mail]) {
    const parts = domain?.toLowerCase().split('.') ?? []
    for (let from = 0; from < parts.length - 1; from++) {
      const list = named.byDomain.get(parts.slice(from).join('.'))
      if (list !== undefined) return list
    }
  }
  const name = textOf(account, 'name')
  return name === null ? null : (named.byName.get(name.toLowerCase()) ?? null)
}
