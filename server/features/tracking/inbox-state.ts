import type { Queryable } from '../../db/queryable.ts'

/** What waits in the inbox of this installation. `failed`: messages that could not be taken in and are kept. */
export type InboxState = { waiting: number; oldestAtMs: number | null; failed: number }

export async function readInboxState(db: Queryable): Promise<InboxState> {
  const { rows } = await db.query<{ waiting: number; oldest: Date | null; failed: number }>(
    `select coalesce(sum(messages) filter (where failed_at is null), 0)::int as waiting, min(received_at) filter (where failed_at is null) as oldest,
       coalesce(sum(messages) filter (where failed_at is not null), 0)::int as failed from inbox`,
  )
  const { waiting = 0, oldest = null, failed = 0 } = rows[0] ?? {}
  return { waiting, oldestAtMs: oldest?.getTime() ?? null, failed }
}
