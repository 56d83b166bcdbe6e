import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { refuseOthersAbsence } from './policy.ts'
import { tellCalendar } from './tell-calendar.ts'

export async function cancelAbsence(
  ctx: Context,
  caller: Caller,
  input: { userId: string; absenceId: string },
): Promise<void> {
  refuseOthersAbsence(caller, input.userId)
  const { rowCount } = await ctx.db.query('delete from absences where absence_id = $1 and user_id = $2', [
    input.absenceId,
    input.userId,
  ])
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such absence.', { mend: 'Look at the person’s absences.' })
  await tellCalendar(ctx, input.userId)
}
