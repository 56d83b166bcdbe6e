import type { Queryable } from '../../db/queryable.ts'
import { CHANNEL } from '../../http/bus.ts'

/** Tells the screens that a guest has answered. */
export async function tellMeeting(tx: Queryable, meeting: { host: string; personId: string | null }): Promise<void> {
  const { host, personId } = meeting
  const event =
    personId === null
      ? { event: 'leads' }
      : { event: 'lead', personId, attempt: 0, owner: host, previousOwner: null, what: [] }
  await tx.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)])
}
