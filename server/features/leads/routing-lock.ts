import type { PoolClient } from 'pg'

const ROUTING_LOCK = 7_368_412

/** Everybody who routes, or gives a turn back, holds this lock: turns and limits are counted one lead at a time. */
export async function takeRoutingLock(tx: PoolClient): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [ROUTING_LOCK])
}
