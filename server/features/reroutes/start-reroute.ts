import { newId } from '../../db/new-id.ts'
import type { Queryable } from '../../db/queryable.ts'

type Start = {
  userId: string
  why: 'deactivated' | 'away'
  absenceId: string | null
  beginsAtMs: number
  by: string | null
}

/** Asks a worker to carry on with a handing on, when it begins. Asking twice is asking once. */
export async function enqueueReroute(db: Queryable, rerouteId: string, beginsAt: Date): Promise<void> {
  await db.query('select graphile_worker.add_job($1, payload => $2::json, job_key => $3, run_at => $4)', [
    'hand-on-leads',
    JSON.stringify({ rerouteId }),
    `hand-on-leads ${rerouteId}`,
    beginsAt,
  ])
}

/** Plans that the open leads of somebody go to others. Call it in the transaction that takes them away, so that neither happens alone. */
export async function startReroute(tx: Queryable, start: Start): Promise<string> {
  const id = newId(start.beginsAtMs)
  const beginsAt = new Date(start.beginsAtMs)
  await tx.query(
    `insert into reroutes (reroute_id, user_id, why, absence_id, status, begins_at, total, created_by)
     select $1, $2, $3, $4, 'planned', $5, (select count(*)::int from leads where owner = $2 and outcome = 'open' and not is_history), $6`,
    [id, start.userId, start.why, start.absenceId, beginsAt, start.by],
  )
  await enqueueReroute(tx, id, beginsAt)
  return id
}
