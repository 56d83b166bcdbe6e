import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL, type ScreenEvent } from '../../http/bus.ts'

/** Signs a person out everywhere; open event streams are told to look again. */
export async function endSessions(tx: Queryable, userId: string): Promise<void> {
  await tx.query('delete from sessions where user_id = $1', [userId])
  await tellOfSession(tx, userId)
}

/** Says that who somebody is here, or what they may do, has changed: nobody goes by what they remember of it. */
export async function tellOfSession(tx: Queryable, userId: string): Promise<void> {
  const event: ScreenEvent = { event: 'session', userId }
  await tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)])
}
