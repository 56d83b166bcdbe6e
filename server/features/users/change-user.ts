import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { isTaken } from '../../db/is-taken.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Role } from '../../http/contract.ts'
import { countOpenLeads } from '../reroutes/queries.ts'
import { startReroute } from '../reroutes/start-reroute.ts'
import { endSessions, tellOfSession } from './end-sessions.ts'
import { emailTaken, noSuchUser, refuseLastAdministrator, refuseUnknownTeam } from './policy.ts'
import { readUsers, type UserView } from './queries.ts'
import { tellCalendar } from './tell-calendar.ts'
import { checkWrittenCalendar, type WrittenCalendar } from './written-calendar.ts'

export type UserChange = {
  name?: string | undefined
  email?: string | undefined
  role?: Role | undefined
  teamId?: string | null | undefined
  isActive?: boolean | undefined
  calendar?: WrittenCalendar | null | undefined
  languages?: string[] | undefined
  skills?: string[] | undefined
  /** Whether the open leads of somebody deactivated go to others. Not said: they do. */
  reroute?: boolean | undefined
}

/** Changes what is given and leaves the rest. Who is deactivated is signed out everywhere at once, and their open leads go to others. */
export async function changeUser(
  ctx: Context,
  input: UserChange & { userId: string; by?: string | null },
): Promise<UserView> {
  const { userId, calendar } = input
  if (calendar) checkWrittenCalendar(calendar)
  await refuseUnknownTeam(ctx.db, input.teamId)
  const email = input.email?.toLowerCase()
  try {
    await inTransaction(ctx.db, (tx) => change(tx, { ...input, email }, ctx.now()))
  } catch (error) {
    throw isTaken(error) && email !== undefined ? emailTaken(email) : error
  }
  if (calendar !== undefined) await tellCalendar(ctx, userId)
  const [user] = await readUsers(ctx.db, ctx.now(), userId)
  if (user === undefined) throw noSuchUser()
  return user
}

async function change(
  tx: Queryable,
  input: UserChange & { userId: string; by?: string | null },
  nowMs: number,
): Promise<void> {
  const { userId } = input
  const { rows } = await tx.query<{ role: Role; is_active: boolean }>(
    'select role, is_active from users where id = $1 for update',
    [userId],
  )
  const present = rows[0]
  if (present === undefined) throw noSuchUser()
  const wasAdministrator = present.role === 'admin' && present.is_active
  const staysAdministrator = (input.role ?? present.role) === 'admin' && (input.isActive ?? present.is_active)
  if (wasAdministrator && !staysAdministrator) await refuseLastAdministrator(tx, userId)
  await tx.query(
    `update users set
       name = coalesce($2, name), email = coalesce($3, email), role = coalesce($4, role), is_active = coalesce($5, is_active),
       team_id = case when $6 then $7::uuid else team_id end,
       calendar = case when $8 then $9::jsonb else calendar end,
       languages = coalesce($10, languages), skills = coalesce($11, skills),
       updated_at = now()
     where id = $1`,
    [
      userId,
      input.name?.trim() ?? null,
      input.email ?? null,
      input.role ?? null,
      input.isActive ?? null,
      input.teamId !== undefined,
      input.teamId ?? null,
      input.calendar !== undefined,
      input.calendar ? JSON.stringify(input.calendar) : null,
      input.languages ?? null,
      input.skills ?? null,
    ],
  )
  if (input.isActive !== false) return tellOfSession(tx, userId)
  await endSessions(tx, userId)
  if (!present.is_active || input.reroute === false || (await countOpenLeads(tx, userId)) === 0) return
  await startReroute(tx, { userId, why: 'deactivated', absenceId: null, beginsAtMs: nowMs, by: input.by ?? null })
}
