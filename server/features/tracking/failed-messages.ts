import type { Queryable } from '../../db/queryable.ts'
import { readWaiting } from './waiting-message.ts'

export type FailedMessage = { receivedAt: string; failedAt: string; messageId: string; why: string }

function idIn(body: string): string {
  try {
    return readWaiting(body)[0]?.[0]?.fact.messageId ?? '?'
  } catch {
    return '?'
  }
}

/** The last messages that could not be taken in, with why. They stay in the inbox until they can. */
export async function failedMessages(db: Queryable, most: number): Promise<FailedMessage[]> {
  const { rows } = await db.query<{ received_at: Date; failed_at: Date; body: string; why: string | null }>(
    'select received_at, failed_at, body, why from inbox where failed_at is not null order by failed_at desc limit $1',
    [most],
  )
  return rows.map((row) => ({
    receivedAt: row.received_at.toISOString(),
    failedAt: row.failed_at.toISOString(),
    messageId: idIn(row.body),
    why: row.why ?? '',
  }))
}
