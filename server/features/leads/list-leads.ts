import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { listLeads as promise } from './contract.ts'
import { type LeadRow, readLeadRows } from './read-lead-rows.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type KeyRow = { person_id: string; attempt: number; rank: string }

/**
 * One page of leads. Each order has its own statement, because a keyset is only fast when the order, the comparison
 * and the index agree; a filter that is not given is null and falls away.
 */
const NEWEST = `
  select person_id, attempt, (extract(epoch from opened_at) * 1000)::text as rank from leads
  where ($1::timestamptz is null or (opened_at, person_id, attempt) < ($1, $2::uuid, $3::int))
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)
    and ($9::timestamptz is null or opened_at >= $9) and ($10::timestamptz is null or opened_at < $10)
  order by opened_at desc, person_id desc, attempt desc limit $11`

const HOTTEST = `
  select person_id, attempt, heat::text as rank from leads
  where ($1::float8 is null or (heat, person_id, attempt) < ($1, $2::uuid, $3::int))
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)
    and ($9::timestamptz is null or opened_at >= $9) and ($10::timestamptz is null or opened_at < $10)
  order by heat desc, person_id desc, attempt desc limit $11`

/** The points left at $12, all paces of fading taken together: where clauses fade at their own, no one number orders for good. */
const HOTTEST_BY_PACE = `
  select person_id, attempt, points::text as rank from leads
    cross join lateral (select extract(epoch from greatest($12::timestamptz - engagement_at, interval '0'))::float8 * 1000 as age) aged
    cross join lateral (
      select engagement * power(2::float8, -age / $13::float8) + coalesce(
        (select sum((each ->> 'points')::float8 * power(2::float8, -age / (each ->> 'halfLifeMs')::float8))
           from jsonb_array_elements(fading) each), 0) as points) faded
  where ($1::float8 is null or (points, person_id, attempt) < ($1, $2::uuid, $3::int))
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)
    and ($9::timestamptz is null or opened_at >= $9) and ($10::timestamptz is null or opened_at < $10)
  order by points desc, person_id desc, attempt desc limit $11`

async function hasOwnPaces(ctx: Context): Promise<boolean> {
  const { rowCount } = await ctx.db.query('select 1 from leads where fading is not null limit 1')
  return rowCount !== 0
}

/** A page of leads in the order asked for, and the mark behind its last row. */
export async function listLeads(ctx: Context, query: Query): Promise<{ leads: LeadRow[]; next: string | null }> {
  const after = unpackCursor(query.after, 4)
  const isNewest = query.sort === 'newest'
  const isByPace = !isNewest && (await hasOwnPaces(ctx))
  // Every page of a list is of the moment of its first.
  const atMs = after === null ? ctx.now() : Number(after[3])
  const rank = after === null ? null : isNewest ? new Date(Number(after[0])) : String(after[0])
  const { rows } = await ctx.db.query<KeyRow>(isNewest ? NEWEST : isByPace ? HOTTEST_BY_PACE : HOTTEST, [
    rank,
    after?.[1] ?? null,
    after?.[2] ?? null,
    query.stage ?? null,
    query.outcome ?? null,
    query.owner ?? null,
    query.channel ?? null,
    query.landingPage ?? null,
    query.openedFrom ?? null,
    query.openedTo ?? null,
    query.limit + 1,
    ...(isByPace ? [new Date(atMs), ctx.agreements.at(ctx.now()).halfLifeMs] : []),
  ])
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const leads = await readLeadRows(
    ctx,
    page.map((row) => ({ personId: row.person_id, attempt: row.attempt })),
  )
  return {
    leads,
    next:
      rows.length > query.limit && last !== undefined
        ? packCursor([last.rank, last.person_id, last.attempt, atMs])
        : null,
  }
}
