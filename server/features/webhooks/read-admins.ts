import type { Queryable } from '../../db/queryable.ts'

/** Those who look after the installation. */
export async function readAdmins(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(`select id from users where role = 'admin' and is_active order by id`)
  return rows.map((row) => row.id)
}
