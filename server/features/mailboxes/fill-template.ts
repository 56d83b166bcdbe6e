import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { Problem } from '../../http/problem.ts'
import { readHouseSettings } from '../setup/house-settings.ts'

/** What a text may name between double braces. */
export const VARIABLES = [
  'person.name',
  'person.firstName',
  'person.title',
  'person.company',
  'person.email',
  'person.city',
  'me.name',
  'me.firstName',
  'me.email',
  'house.name',
] as const
export type Variable = (typeof VARIABLES)[number]
export type Values = ReadonlyMap<string, string>
export type Filled = { text: string; missing: string[]; unknown: string[] }

const PLACE = /\{\{\s*([^{}|]{1,60}?)\s*(?:\|\s*([^{}]{0,200}?)\s*)?\}\}/g

/** Puts values in their places. `{{person.firstName|there}}` has a word for when nothing is known; without it the variable is missing. */
export function fillTemplate(text: string, values: Values): Filled {
  const missing = new Set<string>()
  const unknown = new Set<string>()
  const filled = text.replaceAll(PLACE, (whole, name: string, otherwise: string | undefined) => {
    if (!VARIABLES.some((each) => each === name)) {
      unknown.add(name)
      return whole
    }
    const value = values.get(name) ?? ''
    if (value !== '') return value
    if (otherwise !== undefined) return otherwise
    missing.add(name)
    return whole
  })
  return { text: filled, missing: [...missing], unknown: [...unknown] }
}

const firstOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

export async function valuesFor(ctx: Pick<Context, 'db'>, personId: string | null, userId: string): Promise<Values> {
  const [person, me, house] = await Promise.all([
    readPerson(ctx.db, personId),
    readMe(ctx.db, userId),
    readHouseSettings(ctx.db),
  ])
  return new Map<Variable, string>([
    ['person.name', person.name],
    ['person.firstName', person.name.includes('@') ? '' : firstOf(person.name)],
    ['person.title', person.title ?? ''],
    ['person.company', person.company ?? ''],
    ['person.email', person.email ?? ''],
    ['person.city', person.city ?? ''],
    ['me.name', me.name],
    ['me.firstName', firstOf(me.name)],
    ['me.email', me.email ?? ''],
    ['house.name', house.company],
  ])
}

async function readPerson(db: Queryable, personId: string | null) {
  const nobody = { name: '', title: null, company: null, email: null, city: null }
  if (personId === null) return nobody
  const { rows } = await db.query<{
    name: string
    title: string | null
    company: string | null
    email: string | null
    city: string | null
  }>(
    `select name, title, company, email, state->'person'->>'city' as city from people where person_id = $1 and erased_at is null`,
    [personId],
  )
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is no such person.', {
      mend: 'They may have been merged: search for them by name or e-mail.',
    })
  return row
}

async function readMe(db: Queryable, userId: string): Promise<{ name: string; email: string | null }> {
  const { rows } = await db.query<{ name: string; email: string | null }>(
    'select name, email from users where id = $1',
    [userId],
  )
  return rows[0] ?? { name: '', email: null }
}
