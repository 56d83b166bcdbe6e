import type { Queryable } from '../../db/queryable.ts'

export type PersonBrief = {
  id: string
  name: string
  email: string | null
  phone: string | null
  title: string | null
  company: string | null
  firstSeenAt: string
  lastSeenAt: string
  facts: number
  stage: string | null
  outcome: string | null
  owner: string | null
}

type Row = Omit<PersonBrief, 'firstSeenAt' | 'lastSeenAt'> & { first_seen_at: Date; last_seen_at: Date }

/** A few lines of each person, enough to tell two apart. */
export async function personBriefs(db: Queryable, ids: readonly string[]): Promise<Map<string, PersonBrief>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.query<Row>(
    `select p.person_id as id, p.name, p.email, p.phone, p.title, coalesce(a.name, p.company) as company, p.first_seen_at, p.last_seen_at, p.facts,
       l.stage, l.outcome, u.name as owner
     from people p
     left join accounts a using (account_id)
     left join lateral (select stage, outcome, owner from leads where leads.person_id = p.person_id order by attempt desc limit 1) l on true
     left join users u on u.id = l.owner
     where p.person_id = any($1::uuid[])`,
    [[...new Set(ids)]],
  )
  return new Map(
    rows.map(({ first_seen_at, last_seen_at, ...row }) => [
      row.id,
      { ...row, firstSeenAt: first_seen_at.toISOString(), lastSeenAt: last_seen_at.toISOString() },
    ]),
  )
}
