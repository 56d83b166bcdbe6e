import type { PoolClient } from 'pg'
import type { Caller } from '../../http/endpoint.ts'
import { tell } from '../notices/tell.ts'
import type { Thread } from './queries.ts'

type Said = { isResolved: boolean; version: number; thread: Thread; text: string }

const EXCERPT = 200

/** Tells the draft's author and whoever wrote in the thread, but not the one who writes now. Heard with the commit. */
export async function tellParticipants(tx: PoolClient, caller: Caller, said: Said, nowMs: number): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct u.id from users u
      where u.is_active and u.id <> $2 and (
        u.id = any($3::uuid[])
        or u.id in (select created_by from agreements where version = $1)
        or u.id in (select amended_by from agreements where version = $1))`,
    [said.version, caller.id, said.thread.comments.map(({ author }) => author.id)],
  )
  const { version, thread, isResolved, text } = said
  const data = {
    version,
    clause: thread.clause,
    by: caller.name,
    isResolved,
    why: `${caller.name}: ${text.slice(0, EXCERPT)}`,
  }
  await tell(
    tx,
    rows.map(({ id }) => ({ userId: id, kind: 'clause_commented', personId: null, data })),
    nowMs,
  )
}
