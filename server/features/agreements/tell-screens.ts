import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'

/** Every process reads the versions again, and every screen shows them. Heard once the transaction is stored. */
export async function tellScreens(tx: Queryable): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ event: 'agreement' })])
}
