import type { Queryable } from '../../db/queryable.ts'

export type Aim = {
  extension?: string | null | undefined
  userId?: string | null | undefined
  email?: string | null | undefined
}
export type RightSeller = { userIds: string[]; why: 'extension' | 'named' | 'owner' | 'pool' | 'nobody' }

/** As many screens as one call rings on at most. */
const MOST = 100

type Row = { id: string; why: RightSeller['why'] }

/**
 * On whose screens a call appears: whoever the telephone system names; else the owner of the lead who is here today; else the
 * people of sales who are signed in and not away. Asked in one statement: a caller does not wait.
 */
export async function rightSeller(
  db: Queryable,
  aim: Aim,
  personId: string | null,
  nowMs: number,
): Promise<RightSeller> {
  const { rows } = await db.query<Row>(
    `with named as (
       select u.id, case when e.extension is null then 'named' else 'extension' end as why from users u
         left join call_extensions e on e.user_id = u.id and e.extension = $1
        where u.is_active and (u.id = $2::uuid or lower(u.email) = lower($3) or e.extension is not null)
        order by u.id = $2::uuid desc nulls last, lower(u.email) = lower($3) desc nulls last limit 1
     ), owner as (
       select u.id, 'owner' as why from leads l join users u on u.id = l.owner and u.is_active
        where l.person_id = $4 and not exists (select 1 from absences a where a.user_id = u.id and a.starts_at <= $5 and a.ends_at > $5)
        order by l.outcome = 'open' desc, l.attempt desc limit 1
     ), pool as (
       select u.id, 'pool' as why from users u join teams t on t.team_id = u.team_id and t.side = 'sales'
        where u.is_active and u.role in ('seller', 'manager') and exists (select 1 from sessions s where s.user_id = u.id and s.expires_at > $5)
          and not exists (select 1 from absences a where a.user_id = u.id and a.starts_at <= $5 and a.ends_at > $5)
        order by u.role = 'seller' desc, u.id limit $6
     )
     select id, why from named
     union all select id, why from owner where not exists (select 1 from named)
     union all select id, why from pool where not exists (select 1 from named) and not exists (select 1 from owner)`,
    [aim.extension ?? null, aim.userId ?? null, aim.email ?? null, personId, new Date(nowMs), MOST],
  )
  return { userIds: rows.map((row) => row.id), why: rows[0]?.why ?? 'nobody' }
}
