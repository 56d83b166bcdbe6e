import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'

/** Resolves when nothing waits in the inbox, with how much did at first and how long that took. */
export async function untilTaken(db: Pool): Promise<{ first: number; ms: number }> {
  const startMs = performance.now()
  let first: number | null = null
  for (;;) {
    const { rows } = await db.query<{ n: number }>(
      'select coalesce(sum(messages), 0)::int as n from inbox where failed_at is null',
    )
    const waiting = rows[0]?.n ?? 0
    first ??= waiting
    if (waiting === 0) return { first, ms: performance.now() - startMs }
    await delay(10)
  }
}
