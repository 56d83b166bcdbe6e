import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'

/** Tells the screens that an import has moved on. */
export async function tellScreens(db: Queryable, importId: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ event: 'import', importId })])
}
