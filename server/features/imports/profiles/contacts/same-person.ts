import { dropped, type Finding, warning } from '../../finding.ts'
import type { ReadRow } from './read-row.ts'

type Seen = { file: string; row: number; times: number }

/** The people of an import so far, by address and id of the other system. */
export type SeenPeople = Map<string, Seen>

/**
 * The same address or id again: the rows are one person, or the later row is left out. `times` says how often the
 * person stood in earlier rows.
 */
export function sameAsEarlier(
  row: ReadRow,
  place: { file: string; row: number },
  people: SeenPeople,
  duplicates: 'update' | 'skip',
): { times: number; findings: Finding[] } {
  const keys: string[] = []
  if (row.person.email !== undefined) keys.push(row.person.email)
  if (row.externalId !== null) keys.push(`id ${row.externalId}`)
  const known = keys.find((key) => people.has(key))
  const seen = (known === undefined ? undefined : people.get(known)) ?? { ...place, times: 0 }
  for (const key of keys) if (!people.has(key)) people.set(key, seen)
  if (known === undefined) return { times: 0, findings: [] }
  seen.times++
  const earlier = `${known} stands already in row ${seen.row} of "${seen.file}"`
  const finding =
    duplicates === 'skip'
      ? dropped('same-person', `The row was left out: ${earlier}.`)
      : warning('same-person', `The rows were joined to one person: ${earlier}.`)
  return { times: seen.times, findings: [finding] }
}
