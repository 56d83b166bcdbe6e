import type { Queryable } from '../../db/queryable.ts'

const LOCK = 5_206_131

/** One change of the agreement at a time: call it first in the transaction. */
export async function lockVersions(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
}
