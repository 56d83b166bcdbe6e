import type { Queryable } from '../../db/queryable.ts'

/** Hands the demo to a worker; a second time, before one has begun, changes nothing. */
export async function enqueueDemo(db: Queryable): Promise<void> {
  await db.query('select graphile_worker.add_job($1, job_key => $1, max_attempts => 3)', ['make-demo'])
}
