import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'

const LATER_MS = 7 * 86_400_000

/** Keeps what a human says of a pair; `later` asks again in a week. */
export async function judgeDuplicate(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: { one: string; other: string; verdict: 'different' | 'later' | 'open' },
): Promise<void> {
  const [low, high] = input.one < input.other ? [input.one, input.other] : [input.other, input.one]
  const nowMs = ctx.now()
  const { rowCount } = await ctx.db.query(
    `update duplicates set state = $3, wake_at = $4, decided_by = $5, decided_at = $6 where low = $1 and high = $2 and state <> 'merged'`,
    [
      low,
      high,
      input.verdict,
      input.verdict === 'later' ? new Date(nowMs + LATER_MS) : null,
      caller.id,
      new Date(nowMs),
    ],
  )
  if (rowCount === 0)
    throw new Problem('not-found', 'This pair is not in the queue.', { mend: 'Look at the queue again.' })
}
