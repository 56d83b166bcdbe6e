import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchUser } from '../users/policy.ts'
import { findReroute, type RerouteView, viewOf } from './queries.ts'
import { startReroute } from './start-reroute.ts'

type State = { is_active: boolean; absence_id: string | null; running: string | null }

/** Hands the open leads of somebody on who is not here. One handing on runs at a time: asking again answers the one that runs. */
export async function beginReroute(ctx: Context, input: { userId: string; by: string }): Promise<RerouteView> {
  const id = await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<State>(
      `select u.is_active,
         (select a.absence_id from absences a where a.user_id = u.id and a.starts_at <= $2 and a.ends_at > $2 order by a.ends_at desc limit 1) as absence_id,
         (select r.reroute_id from reroutes r where r.user_id = u.id and r.status in ('planned', 'running') and r.begins_at <= $2 limit 1) as running
       from users u where u.id = $1 for update of u`,
      [input.userId, new Date(ctx.now())],
    )
    const [state] = rows
    if (state === undefined) throw noSuchUser()
    if (state.running !== null) return state.running
    if (state.is_active && state.absence_id === null)
      throw new Problem('refused', 'This person is here: their leads stay with them.', {
        mend: 'Plan an absence, or deactivate them, first.',
      })
    return startReroute(tx, {
      userId: input.userId,
      why: state.is_active ? 'away' : 'deactivated',
      absenceId: state.is_active ? state.absence_id : null,
      beginsAtMs: ctx.now(),
      by: input.by,
    })
  })
  const row = await findReroute(ctx.db, id)
  if (row === null) throw new Error('a handing on that was just begun is there')
  return viewOf(row)
}
