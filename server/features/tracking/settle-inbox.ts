import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { takeSome } from './take-some.ts'

const ROWS = 16
const LOOK_AGAIN_MS = 20

/** Resolves when everything that waits at this moment has been taken in, by whomever: for what must see all of a person. */
export async function settleInbox(ctx: Context): Promise<void> {
  const { rows } = await ctx.db.query<{ last: string | null }>(
    'select max(inbox_id) as last from inbox where failed_at is null',
  )
  const last = rows[0]?.last ?? null
  if (last === null) return
  for (;;) {
    const { rows: left } = await ctx.db.query(
      'select 1 from inbox where failed_at is null and inbox_id <= $1 limit 1',
      [last],
    )
    if (left.length === 0) return
    // What is left may be in somebody else's hands.
    if ((await takeSome(ctx, ROWS)).rows === 0) await delay(LOOK_AGAIN_MS)
  }
}
