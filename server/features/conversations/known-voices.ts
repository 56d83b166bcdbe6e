import type { Queryable } from '../../db/queryable.ts'

/** Colleagues, and people around the prospect: whose voices these may be. */
export type Voices = {
  users: { id: string; name: string; email: string | null }[]
  people: { personId: string; name: string; email: string | null }[]
}

/** Everybody active here, the person, and who else works for their company. */
export async function readVoices(db: Queryable, personId: string | null): Promise<Voices> {
  const users = await db.query<{ id: string; name: string; email: string | null }>(
    'select id, name, email from users where is_active order by name',
  )
  if (personId === null) return { users: users.rows, people: [] }
  const people = await db.query<{ person_id: string; name: string; email: string | null }>(
    `select p.person_id, p.name, p.email from people p
      where p.person_id = $1 or (p.account_id is not null and p.account_id = (select account_id from people where person_id = $1))
      order by p.person_id <> $1, p.name limit 200`,
    [personId],
  )
  return {
    users: users.rows,
    people: people.rows.map((row) => ({ personId: row.person_id, name: row.name, email: row.email })),
  }
}
