import { plainCountry, plainPostcode, plainRegion } from '../routing/places.ts'
import { poolOf } from './compile-routes.ts'
import type { NamedAccounts, Territory } from './compiled.ts'
import type { Compiler } from './compiler.ts'
import type { DocumentPath } from './problem.ts'

type Part = { country: string; text: string }
type Placed = { territory: string; path: DocumentPath; kind: 'country' | 'region' | 'postcode'; part: Part }

/** "FR Bretagne": a country and what lies in it. */
function readPart(compiler: Compiler, written: string, path: DocumentPath, example: string): Part | null {
  const [, country, text] = /^([A-Za-z]{2})\s+(\S.*)$/.exec(written.trim()) ?? []
  if (country !== undefined && text !== undefined) return { country: plainCountry(country), text }
  compiler.report(
    path,
    `"${written}" does not say in which country.`,
    `Write its ISO code first, such as "${example}".`,
  )
  return null
}

function readTerritory(compiler: Compiler, name: string, placed: Placed[]): Territory {
  const written = compiler.document.territories[name]
  const path = ['territories', name]
  const territory: { -readonly [K in keyof Territory]: Territory[K] } = {
    name,
    countries: [],
    regions: [],
    postcodes: [],
    pool: written?.pool === undefined ? null : poolOf(written.pool),
  }
  for (const [index, each] of (written?.countries ?? []).entries()) {
    const at = [...path, 'countries', index]
    if (/^[A-Za-z]{2}$/.test(each.trim())) {
      const country = plainCountry(each)
      territory.countries = [...territory.countries, country]
      placed.push({ territory: name, path: at, kind: 'country', part: { country, text: '' } })
    } else compiler.report(at, `"${each}" is no country code.`, 'Write the ISO code of two letters, such as "PT".')
  }
  for (const [index, each] of (written?.regions ?? []).entries()) {
    const at = [...path, 'regions', index]
    const part = readPart(compiler, each, at, 'FR Bretagne')
    if (part === null) continue
    const region = plainRegion(part.text)
    territory.regions = [...territory.regions, { country: part.country, name: region }]
    placed.push({ territory: name, path: at, kind: 'region', part: { country: part.country, text: region } })
  }
  for (const [index, each] of (written?.postcodes ?? []).entries()) {
    const at = [...path, 'postcodes', index]
    const part = readPart(compiler, each, at, 'FR 35')
    if (part === null) continue
    const prefix = plainPostcode(part.text)
    territory.postcodes = [...territory.postcodes, { country: part.country, prefix }]
    placed.push({ territory: name, path: at, kind: 'postcode', part: { country: part.country, text: prefix } })
  }
  if ([written?.countries, written?.regions, written?.postcodes].every((each) => (each ?? []).length === 0))
    compiler.report(path, `No place is in the territory "${name}".`, 'Name countries, regions or postcodes.')
  return territory
}

function overlaps(a: Placed, b: Placed): boolean {
  if (a.part.country !== b.part.country) return false
  if (a.kind === 'country' || b.kind === 'country') return true
  if (a.kind !== b.kind) return true
  if (a.kind === 'region') return a.part.text === b.part.text
  return a.part.text.startsWith(b.part.text) || b.part.text.startsWith(a.part.text)
}

const wordsOf = ({ kind, part }: Placed): string => (kind === 'country' ? part.country : `${part.country} ${part.text}`)

/** A place in two territories would belong to whichever stands first: that is said, not guessed. */
function checkOverlaps(compiler: Compiler, placed: readonly Placed[]): void {
  const told = new Set<string>()
  for (const byCountry of Map.groupBy(placed, (each) => each.part.country).values()) {
    for (const [index, one] of byCountry.entries()) {
      const other = byCountry.slice(0, index).find((each) => each.territory !== one.territory && overlaps(each, one))
      const key = `${other?.territory}\0${one.territory}`
      if (other === undefined || told.has(key)) continue
      told.add(key)
      compiler.report(
        one.path,
        `"${one.territory}" and "${other.territory}" overlap: ${wordsOf(one)} and ${wordsOf(other)}.`,
        'Let each place lie in one territory; within a country use regions or postcodes, not both.',
      )
    }
  }
}

function checkPool(compiler: Compiler, pool: string | null, path: DocumentPath): void {
  const names = Object.keys(compiler.document.pools)
  if (pool === null || names.includes(pool)) return
  compiler.report(
    path,
    `There is no pool "${pool}".`,
    names.length === 0 ? 'Add it under pools.' : `Name one of: ${names.join(', ')}; or add it under pools.`,
  )
}

/** Reads the territories; two that overlap are refused. */
export function readTerritories(compiler: Compiler): Map<string, Territory> {
  const placed: Placed[] = []
  const territories = new Map<string, Territory>()
  for (const name of Object.keys(compiler.document.territories)) {
    const territory = readTerritory(compiler, name, placed)
    checkPool(compiler, territory.pool, ['territories', name, 'pool'])
    territories.set(name, territory)
  }
  checkOverlaps(compiler, placed)
  return territories
}

const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** Reads the lists of named accounts; a company in two of them is refused. */
export function readNamedAccounts(compiler: Compiler): NamedAccounts {
  const lists = new Map<string, string | null>()
  const byDomain = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const [name, written] of Object.entries(compiler.document.named_accounts)) {
    const isList = Array.isArray(written)
    const pool = isList || written.pool === undefined ? null : poolOf(written.pool)
    checkPool(compiler, pool, ['named_accounts', name, 'pool'])
    lists.set(name, pool)
    for (const [index, account] of (isList ? written : written.accounts).entries()) {
      const key = account.trim().toLowerCase()
      const known = DOMAIN.test(key) ? byDomain : byName
      const before = known.get(key)
      if (before === undefined) {
        known.set(key, name)
        continue
      }
      compiler.report(
        ['named_accounts', name, ...(isList ? [] : ['accounts']), index],
        before === name ? `${account} is in this list already.` : `${account} is in the list "${before}" already.`,
        'Name each company once.',
      )
    }
  }
  return { lists, byDomain, byName }
}
