import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { noSuchUser, refuseOthersAbsence } from './policy.ts'
import { tellCalendar } from './tell-calendar.ts'

type Absence = { id: string; startsAt: string; endsAt: string; note: string }

/** Plans an absence: no new leads meanwhile, and the person's running clocks stand still. */
export async function planAbsence(
  ctx: Context,
  caller: Caller,
  input: { userId: string; startsAt: string; endsAt: string; note: string },
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
  const { rowCount } = await ctx.db.query(
    `insert into absences (absence_id, user_id, starts_at, ends_at, note) select $1, id, $3, $4, $5 from users where id = $2`,
    [id, input.userId, startsAt, endsAt, input.note],
  )
  if (rowCount === 0) throw noSuchUser()
  await tellCalendar(ctx, input.userId)
  return { id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), note: input.note }
}
