import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listDuplicates as promise } from './contract.ts'
import { personBriefs } from './person-briefs.ts'

type Answer = z.input<NonNullable<(typeof promise)['response']>>
type Query = z.output<NonNullable<(typeof promise)['query']>>
type Row = { low: string; high: string; certainty: number; evidence: string[]; state: Query['show']; found_at: Date }

const MOST_COUNTED = 1_000

/** The queue of duplicates, the most certain first. A pair put off comes back when its week is over. */
export async function listDuplicates(ctx: Context, { show, after, limit }: Query): Promise<Answer> {
  const mark = unpackCursor(after, 3)
  const { rows } = await ctx.db.query<Row>(
    `select low, high, certainty, evidence, state, found_at from duplicates
     where case $1 when 'open' then state = 'open' or (state = 'later' and wake_at <= $2) when 'later' then state = 'later' and wake_at > $2 else state = 'different' end
       and ($3::real is null or (certainty, low, high) < ($3::real, $4::uuid, $5::uuid))
     order by certainty desc, low desc, high desc limit $6`,
    [show, new Date(ctx.now()), mark?.[0] ?? null, mark?.[1] ?? null, mark?.[2] ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  const briefs = await personBriefs(
    ctx.db,
    page.flatMap((row) => [row.low, row.high]),
  )
  const last = page.at(-1)
  const counted = await ctx.db.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from duplicates where state = 'open' or (state = 'later' and wake_at <= $1) limit $2) as waiting`,
    [new Date(ctx.now()), MOST_COUNTED],
  )
  const open = counted.rows[0]?.n ?? 0
  return {
    rows: page.flatMap((row) => {
      const low = briefs.get(row.low)
      const high = briefs.get(row.high)
      if (low === undefined || high === undefined) return []
      const { certainty, evidence, state } = row
      return [{ low, high, certainty, evidence, state, foundAt: row.found_at.toISOString() }]
    }),
    next: rows.length > limit && last !== undefined ? packCursor([last.certainty, last.low, last.high]) : null,
    open,
    isOpenCounted: open < MOST_COUNTED,
  }
}
