import type { CompiledAgreement } from '@ensemble/engine/agreement/compiled.ts'
import type { Queryable } from '../../db/queryable.ts'

const TWO_WEEKS_MS = 14 * 86_400_000

/**
 * Leads nobody wants to have: $1 is now, $2 two weeks ago, $3 how many attempts are promised. "uncontacted": the first contact
 * is past its term; "shallow": with sales for two weeks, tried less often than promised, and never spoken with.
 */
export const OVERDUE = `
  select c.person_id, c.attempt, l.owner, l.channel, l.grade, 'uncontacted' as why, c.due_at as since
    from clocks c join leads l using (person_id, attempt)
   where c.name = 'first contact' and c.due_at <= $1 and l.outcome = 'open' and l.first_touch_at is null
  union all
  select l.person_id, l.attempt, l.owner, l.channel, l.grade, 'shallow', coalesce(l.accepted_at, l.routed_at)
    from leads l
   where l.outcome = 'open' and l.owner is not null and not l.is_history and l.stage = 'accepted' and l.touches > 0 and l.touches < $3::int
     and coalesce(l.accepted_at, l.routed_at) <= $2`

/** The parameters of OVERDUE. */
export function overdueParams(agreement: CompiledAgreement, nowMs: number): unknown[] {
  return [new Date(nowMs), new Date(nowMs - TWO_WEEKS_MS), agreement.promises.attempts?.atLeast ?? 0]
}

export type Overdue = {
  personId: string
  attempt: number
  owner: string | null
  name: string | null
  why: 'uncontacted' | 'shallow'
  since: Date
  uncontacted: number
  shallow: number
}

/** The longest overdue leads of every seller, with how many there are. */
export async function readOverdue(
  db: Queryable,
  agreement: CompiledAgreement,
  nowMs: number,
  mostPerSeller: number,
): Promise<Overdue[]> {
  const { rows } = await db.query<Overdue>(
    `select o.person_id as "personId", o.attempt, o.owner, users.name, o.why, o.since, o.uncontacted, o.shallow from (
       select *, row_number() over (partition by owner order by since, person_id, attempt) as place,
              count(*) filter (where why = 'uncontacted') over (partition by owner)::int as uncontacted,
              count(*) filter (where why = 'shallow') over (partition by owner)::int as shallow
         from (${OVERDUE}) overdue
     ) o left join users on users.id = o.owner
      where o.place <= $4
      order by o.uncontacted + o.shallow desc, users.name, o.owner, o.place`,
    [...overdueParams(agreement, nowMs), mostPerSeller],
  )
  return rows
}
