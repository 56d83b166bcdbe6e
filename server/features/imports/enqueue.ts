import type { Queryable } from '../../db/queryable.ts'

/** Asks a worker to carry on with an import. Asking twice is asking once. */
export async function enqueue(db: Queryable, task: 'run-import' | 'undo-import', importId: string): Promise<void> {
  await db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3)', [
    task,
    JSON.stringify({ importId }),
    `${task} ${importId}`,
  ])
}
