import type { Queryable } from '../../db/queryable.ts'
import type { Who } from '../facts/incoming.ts'

/** The keys that named somebody before this import. */
export async function knownPeople(db: Queryable, whos: readonly Who[], importId: string): Promise<Set<string>> {
  const keys = whos.flatMap((who) => [
    ...(who.email === undefined ? [] : [['email', who.email] as const]),
    ...(who.externalId === undefined ? [] : [['external', who.externalId] as const]),
    ...(who.phone === undefined ? [] : [['phone', who.phone] as const]),
  ])
  const { rows } = await db.query<{ value: string }>(
    `select i.value from unnest($1::text[], $2::text[]) as k(kind, value)
     join identities i on i.kind = k.kind and i.value = k.value
     join people p on p.person_id = i.person_id
     where p.import_id is distinct from $3`,
    [keys.map(([kind]) => kind), keys.map(([, value]) => value), importId],
  )
  return new Set(rows.map((row) => row.value))
}
