import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { startReroute } from '../reroutes/start-reroute.ts'
import { noSuchUser, refuseOthersAbsence } from './policy.ts'
import { tellCalendar } from './tell-calendar.ts'

type Absence = { id: string; startsAt: string; endsAt: string; note: string }

/** Plans an absence: no new leads meanwhile, and the person's running clocks stand still; where asked, their open leads go to others when it begins. */
export async function planAbsence(
  ctx: Context,
  caller: Caller,
  input: { userId: string; startsAt: string; endsAt: string; note: string; reroute?: boolean },
): Promise<Absence> {
  refuseOthersAbsence(caller, input.userId)
  const startsAt = new Date(input.startsAt)
  const endsAt = new Date(input.endsAt)
  if (endsAt <= startsAt) {
    throw new Problem('bad-request', 'This absence ends before it starts.', {
      mend: 'Choose an end after the start.',
      errors: [{ where: 'body.endsAt', what: 'is not after startsAt' }],
    })
  }
  const id = randomUUID()
  await inTransaction(ctx.db, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into absences (absence_id, user_id, starts_at, ends_at, note) select $1, id, $3, $4, $5 from users where id = $2`,
      [id, input.userId, startsAt, endsAt, input.note],
    )
    if (rowCount === 0) throw noSuchUser()
    if (input.reroute !== true) return
    const beginsAtMs = Math.max(startsAt.getTime(), ctx.now())
    await startReroute(tx, { userId: input.userId, why: 'away', absenceId: id, beginsAtMs, by: caller.id })
  })
  await tellCalendar(ctx, input.userId)
  return { id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), note: input.note }
}
