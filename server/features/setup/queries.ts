import type { Queryable } from '../../db/queryable.ts'

/** True until somebody can sign in. */
export async function isSetupOpen(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ open: boolean }>(
    'select not exists (select 1 from credentials where password is not null) as open',
  )
  return rows[0]?.open === true
}
