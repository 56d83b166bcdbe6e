import type { Strength, Tie } from '@ensemble/engine/network/paths.ts'
import type { Queryable } from '../../db/queryable.ts'

export type NodeView = { kind: 'colleague' | 'person'; id: string; name: string; detail: string }
export type TieRow = {
  id: string
  personId: string
  personName: string | null
  company: string | null
  knowerUser: string | null
  knowerPerson: string | null
  userName: string | null
  userRole: string | null
  knowerName: string | null
  knowerCompany: string | null
  strength: Strength
  since: string | null
  source: 'told' | 'meeting' | 'card' | 'import' | 'introduction'
  note: string
  createdBy: string | null
}

export const TIE_ROW = `
  t.tie_id as id, t.person_id as "personId", coalesce(nullif(p.name, ''), p.email) as "personName", p.company, t.knower_user as "knowerUser",
  t.knower_person as "knowerPerson", u.name as "userName", u.role as "userRole", coalesce(nullif(k.name, ''), k.email) as "knowerName",
  k.company as "knowerCompany", t.strength, t.since::text as since, t.source, t.note, t.created_by as "createdBy"
  from ties t join people p on p.person_id = t.person_id left join users u on u.id = t.knower_user left join people k on k.person_id = t.knower_person`

export function knowerOf(row: TieRow): NodeView {
  return row.knowerUser === null
    ? {
        kind: 'person',
        id: row.knowerPerson ?? row.personId,
        name: row.knowerName ?? '',
        detail: row.knowerCompany ?? '',
      }
    : { kind: 'colleague', id: row.knowerUser, name: row.userName ?? '', detail: '' }
}

export function tieOf(row: TieRow): Tie {
  const { kind, id } = knowerOf(row)
  return { a: { kind, id }, b: { kind: 'person', id: row.personId }, strength: row.strength }
}

const MOST_TIES = 5_000
const STEPS = 3

/** The acquaintances around somebody, as far as introductions reach. Colleagues who left introduce nobody. */
export async function readTiesAround(db: Queryable, personId: string): Promise<TieRow[]> {
  const found = new Map<string, TieRow>()
  const seen = new Set([personId])
  let frontier = [personId]
  for (let step = 0; step <= STEPS && frontier.length > 0 && found.size < MOST_TIES; step += 1) {
    const { rows } = await db.query<TieRow>(
      `select ${TIE_ROW}
        where (t.person_id = any($1::uuid[]) or t.knower_person = any($1::uuid[])) and (u.id is null or u.is_active) limit $2`,
      [frontier, MOST_TIES],
    )
    const next = new Set<string>()
    for (const row of rows) {
      found.set(row.id, row)
      for (const id of [row.personId, row.knowerPerson]) {
        if (id === null || seen.has(id)) continue
        seen.add(id)
        next.add(id)
      }
    }
    frontier = [...next]
  }
  return [...found.values()]
}
