import type { z } from 'zod'
import type { Queryable } from '../../db/queryable.ts'
import type { reroute } from './contract.ts'

export type RerouteView = z.input<typeof reroute>
export type RerouteRow = {
  reroute_id: string
  user_id: string
  why: 'deactivated' | 'away'
  absence_id: string | null
  status: 'planned' | 'running' | 'done' | 'cancelled'
  begins_at: Date
  total: number
  done: number
  waiting: number
  finished_at: Date | null
}

const COLUMNS = 'reroute_id, user_id, why, absence_id, status, begins_at, total, done, waiting, finished_at'

export function viewOf(row: RerouteRow): RerouteView {
  return {
    id: row.reroute_id,
    why: row.why,
    status: row.status,
    beginsAt: row.begins_at.toISOString(),
    total: row.total,
    done: row.done,
    waiting: row.waiting,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

export async function findReroute(db: Queryable, rerouteId: string): Promise<RerouteRow | null> {
  const { rows } = await db.query<RerouteRow>(`select ${COLUMNS} from reroutes where reroute_id = $1`, [rerouteId])
  return rows[0] ?? null
}

export async function latestReroute(db: Queryable, userId: string): Promise<RerouteRow | null> {
  const { rows } = await db.query<RerouteRow>(
    `select ${COLUMNS} from reroutes where user_id = $1 order by created_at desc, reroute_id limit 1`,
    [userId],
  )
  return rows[0] ?? null
}

/** Open leads that are work: those only told about are nobody's task. */
export async function countOpenLeads(db: Queryable, userId: string): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from leads where owner = $1 and outcome = 'open' and not is_history`,
    [userId],
  )
  return rows[0]?.n ?? 0
}

/** The next people whose open lead somebody owns. */
export async function nextOwned(db: Queryable, userId: string, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>(
    `select person_id from leads where owner = $1 and outcome = 'open' and not is_history and ($2::uuid is null or person_id > $2)
     order by person_id limit $3`,
    [userId, after, limit],
  )
  return rows.map((row) => row.person_id)
}
