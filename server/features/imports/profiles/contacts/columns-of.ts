import { getDomain } from 'tldts'
import { type Finding, warning } from '../../finding.ts'
import { UnreadableFile } from '../../tables/unreadable-file.ts'
import type { Mapping } from '../profile.ts'
import { isTarget, TARGETS, type Target } from './targets.ts'

type Column = { name: string; index: number }

/** Where each target is found in a row. */
export type Columns = { fixed: Partial<Record<Target, Column>>; traits: Column[] }

export const accountFields = [
  ['account.name', 'name'],
  ['account.externalId', 'externalId'],
  ['account.industry', 'industry'],
  ['account.country', 'country'],
  ['account.region', 'region'],
  ['account.postcode', 'postcode'],
  ['account.city', 'city'],
  ['account.segment', 'segment'],
] as const

/** Finds the mapped columns in a file's header. Throws UnreadableFile when the mapping says nothing about these columns. */
export function columnsOf(
  header: readonly string[],
  mapping: Mapping,
  file: string,
): { columns: Columns; findings: Finding[] } {
  const columns: Columns = { fixed: {}, traits: [] }
  const findings: Finding[] = []
  const missing: string[] = []
  for (const [name, target] of Object.entries(mapping.columns)) {
    if (target === null) continue
    const index = header.indexOf(name)
    if (index === -1) missing.push(name)
    else if (isTarget(target)) {
      const earlier = columns.fixed[target]
      if (earlier)
        findings.push(
          warning('two-columns', `"${earlier.name}" and "${name}" both become ${target}; the first is taken.`, name),
        )
      else columns.fixed[target] = { name, index }
    } else columns.traits.push({ name: traitName(target), index })
  }
  if (missing.length > 0)
    findings.push(warning('missing-columns', `The mapping names columns this file does not have: ${list(missing)}.`))
  if (Object.keys(columns.fixed).length === 0) {
    throw new UnreadableFile(
      `No column of "${file}" is mapped to anything that makes a person.`,
      `Its columns are ${list(header)}. Map at least one to person.email, person.phone or person.externalId.`,
    )
  }
  const left = header.filter((name) => (mapping.columns[name] ?? null) === null)
  if (left.length > 0)
    findings.push(warning('columns-left-out', `Columns that are not mapped and were left out: ${list(left)}.`))
  return { columns, findings }
}

/** Refuses a mapping whose targets do not exist; the message lists the nearest ones. */
export function unknownTargets(mapping: Mapping): string[] {
  return Object.values(mapping.columns).flatMap((target) =>
    target === null || isTarget(target) || /^trait:.{1,100}$/.test(target) ? [] : [target],
  )
}

export const TARGET_LIST = `${TARGETS.join(', ')} or trait:NAME`

function traitName(target: string): string {
  return target.slice('trait:'.length)
}

/** `https://www.example.co.uk/about` is `example.co.uk`. */
export function domainOf(website: string): string | null {
  return getDomain(website.toLowerCase())
}

function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 12)
    .map((name) => `"${name}"`)
    .join(', ')
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown
}
