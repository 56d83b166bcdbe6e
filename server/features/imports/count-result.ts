import type { Queryable } from '../../db/queryable.ts'

/** What an import brought, counted in what is stored, and what became of its rows. */
export async function countResult(
  db: Queryable,
  importId: string,
  rows: { read: number; unchanged: number },
): Promise<Record<string, number>> {
  const brought = await db.query<Record<string, number>>(
    `select
       (select count(*)::int from people where import_id = $1) as people,
       (select count(*)::int from (select distinct person_id from facts where import_id = $1) f
          join people p using (person_id) where p.import_id is distinct from $1) as updated,
       (select count(*)::int from accounts where import_id = $1) as accounts,
       (select count(*)::int from users where import_id = $1) as users,
       (select count(*)::int from facts where import_id = $1) as facts,
       (select count(*)::int from facts f join decisions d on d.person_id = f.person_id and d.fact_id = f.fact_id
          where f.import_id = $1 and d.what = 'opened' and d.revised_at is null) as leads,
       (select count(distinct (person_id, data->>'deal'))::int from facts where import_id = $1 and kind in ('deal.opened', 'deal.won', 'deal.lost')) as deals,
       (select count(distinct (person_id, data->>'deal'))::int from facts where import_id = $1 and kind = 'deal.won') as won`,
    [importId],
  )
  const found = await db.query<Record<string, number>>(
    `select count(distinct (file, row_number)) filter (where severity = 'dropped')::int as dropped,
       count(*) filter (where severity = 'repaired')::int as repaired,
       count(*) filter (where severity = 'warning')::int as warnings
     from import_issues where import_id = $1`,
    [importId],
  )
  return { ...rows, ...brought.rows[0], ...found.rows[0] }
}
