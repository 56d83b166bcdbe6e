import type { Fact } from '@ensemble/engine/facts/fact.ts'
import type { NamedKey } from './hash-key.ts'

const SHORTEST = 4

function textsIn(data: unknown, keys: readonly string[]): string[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) =>
    keys.includes(key) && typeof value === 'string' ? [value] : [],
  )
}

/** Every text by which somebody can be recognised, in lower case, the longest first: names, addresses, numbers and ids they ever had. */
export function wordsOfPerson(
  person: { name: string; email: string | null; phone: string | null },
  keys: readonly NamedKey[],
  facts: readonly Fact[],
): string[] {
  const told = [person.name, person.email ?? '', person.phone ?? '', ...keys.map((key) => key.value)]
  for (const fact of facts) {
    if (fact.kind === 'person.identified') told.push(...textsIn(fact.data.person, ['name', 'email', 'phone']))
    if (fact.kind === 'form.submitted') told.push(...textsIn(fact.data.fields, ['name', 'email', 'phone']))
    if (fact.kind === 'people.merged' || fact.kind === 'merge.undone') told.push(fact.data.name ?? '')
    if (fact.kind === 'lead.recorded') told.push(fact.data.externalId ?? '')
  }
  return [...new Set(told.map((each) => each.trim().toLowerCase()).filter((each) => each.length >= SHORTEST))].sort(
    (a, b) => b.length - a.length,
  )
}
