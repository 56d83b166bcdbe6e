import type { Mapping } from '../profile.ts'
import { COLUMN_NAMES, plainName } from './column-names.ts'
import type { Target } from './targets.ts'

/** The mapping the names of the columns suggest. Columns nothing fits are left out until a person says otherwise. */
export function proposeMapping(columns: readonly string[]): Mapping {
  const proposed: Record<string, string | null> = Object.fromEntries(columns.map((column) => [column, null]))
  const names = columns.map(plainName)
  const taken = new Set<number>()
  for (const [target, known] of COLUMN_NAMES) {
    const index = known.map((name) => names.findIndex((one, i) => one === name && !taken.has(i))).find((i) => i !== -1)
    const column = index === undefined ? undefined : columns[index]
    if (index === undefined || column === undefined) continue
    taken.add(index)
    proposed[column] = target
  }
  dropFullName(proposed)
  return {
    columns: proposed,
    dateFormat: 'iso',
    zone: 'UTC',
    treatAs: 'history',
    channel: null,
    duplicates: 'update',
    country: null,
    currency: null,
    stages: [],
  }
}

/** First and last name say more than the full name beside them; a last name alone is a full name ("Nom", "Nombre"). */
function dropFullName(proposed: Record<string, string | null>): void {
  const columnOf = (target: Target) => Object.keys(proposed).find((column) => proposed[column] === target)
  const [first, last, full] = [columnOf('person.firstName'), columnOf('person.lastName'), columnOf('person.name')]
  if (first !== undefined && last !== undefined && full !== undefined) proposed[full] = null
  const alone = first === undefined ? last : last === undefined ? first : undefined
  if (alone !== undefined && full === undefined) proposed[alone] = 'person.name'
  else if (alone !== undefined) proposed[alone] = null
}
