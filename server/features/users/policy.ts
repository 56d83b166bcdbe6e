import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'

export function noSuchUser(): Problem {
  return new Problem('not-found', 'There is no such person among the colleagues.', {
    mend: 'Look at the list of people.',
  })
}

export function emailTaken(email: string): Problem {
  return new Problem('conflict', `Somebody here already has the e-mail ${email}.`, {
    mend: 'Change that person, or use another e-mail.',
  })
}

/** Managers plan anyone's absences; everybody plans their own. */
export function refuseOthersAbsence(caller: Pick<Caller, 'id' | 'role'>, userId: string): void {
  if (caller.role === 'admin' || caller.role === 'manager' || caller.id === userId) return
  throw new Problem('not-allowed', 'You may plan only your own absences.', {
    mend: 'Ask a manager or an administrator.',
  })
}

const LAST_ADMINISTRATOR_LOCK = 5_206_118

/** Someone must be able to open the door: call it inside the transaction that takes this person's administration away. */
export async function refuseLastAdministrator(tx: Queryable, userId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LAST_ADMINISTRATOR_LOCK])
  const { rows } = await tx.query(
    `select 1 from users u
      where u.role = 'admin' and u.is_active and u.id <> $1
        and exists (select 1 from credentials c where c.user_id = u.id and c.password is not null)
      limit 1`,
    [userId],
  )
  if (rows.length > 0) return
  throw new Problem('refused', 'This is the last administrator who can sign in.', {
    mend: 'Make somebody else an administrator first, and let them set a password.',
  })
}

/** Refuses a team that does not exist. */
export async function refuseUnknownTeam(db: Queryable, teamId: string | null | undefined): Promise<void> {
  if (teamId === null || teamId === undefined) return
  const { rows } = await db.query('select 1 from teams where team_id = $1', [teamId])
  if (rows.length > 0) return
  throw new Problem('bad-request', 'There is no such team.', {
    mend: 'Choose one of the list of teams.',
    errors: [{ where: 'body.teamId', what: 'names no team' }],
  })
}
