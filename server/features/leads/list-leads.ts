import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import { packCursor, unpackCursor } from '../../http/cursor.ts'
import type { Written } from '../../http/written.ts'
import type { listLeads as promise } from './contract.ts'
import { writtenLeadsOf } from './read-lead-rows.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type KeyRow = { person_id: string; attempt: number; rank: string }

/**
 * One page of leads. Each order has its own statement, because a keyset is only fast when the order, the comparison
 * and the index agree; a filter that is not given is null and falls away. The first page begins at the end of all things.
 */
const NEWEST_WHERE = `where (opened_at, person_id, attempt) < ($1::timestamptz, $2::uuid, $3::int)
    and opened_at >= $9::timestamptz and opened_at < $10::timestamptz
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)`
const NEWEST_FROM = `select person_id, attempt, (extract(epoch from opened_at) * 1000)::text as rank from leads`
const NEWEST_ORDER = `order by opened_at desc, person_id desc, attempt desc limit $11`

const NEWEST = `${NEWEST_FROM} ${NEWEST_WHERE} ${NEWEST_ORDER}`
/** Few have this owner, or are this far: an index of its own finds them. */
const NEWEST_OF_OWNER = `${NEWEST_FROM} ${NEWEST_WHERE} and owner = $6 ${NEWEST_ORDER}`
const NEWEST_OF_STAGE = `${NEWEST_FROM} ${NEWEST_WHERE} and stage = $4 and stage <> 'inquiry' ${NEWEST_ORDER}`

/** "is not false": by the day it is never looked up, only left out. */
const HOTTEST = `
  select person_id, attempt, heat::text as rank from leads
  where (heat, person_id, attempt) < ($1::float8, $2::uuid, $3::int)
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)
    and (opened_at >= $9::timestamptz) is not false and (opened_at < $10::timestamptz) is not false
  order by heat desc, person_id desc, attempt desc limit $11`

/** The points left at $12, all paces of fading taken together: where clauses fade at their own, no one number orders for good. */
const HOTTEST_BY_PACE = `
  select person_id, attempt, points::text as rank from leads
    cross join lateral (select extract(epoch from greatest($12::timestamptz - engagement_at, interval '0'))::float8 * 1000 as age) aged
    cross join lateral (
      select engagement * power(2::float8, -age / $13::float8) + coalesce(
        (select sum((each ->> 'points')::float8 * power(2::float8, -age / (each ->> 'halfLifeMs')::float8))
           from jsonb_array_elements(fading) each), 0) as points) faded
  where (points, person_id, attempt) < ($1::float8, $2::uuid, $3::int)
    and ($4::text is null or stage = $4) and ($5::text is null or outcome = $5) and ($6::uuid is null or owner = $6)
    and ($7::text is null or channel = $7) and ($8::text is null or landing_page = $8)
    and (opened_at >= $9::timestamptz) is not false and (opened_at < $10::timestamptz) is not false
  order by points desc, person_id desc, attempt desc limit $11`

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const LAST_ATTEMPT = 2_147_483_647

type Statement = { name: string; text: string }

function newestOf({ owner, stage }: Query): Statement {
  if (owner !== undefined) return { name: 'newest leads of an owner', text: NEWEST_OF_OWNER }
  if (stage !== undefined && stage !== 'inquiry') return { name: 'newest leads of a stage', text: NEWEST_OF_STAGE }
  return { name: 'newest leads', text: NEWEST }
}

async function hasOwnPaces(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query({
    ...prepared(db, 'leads with own paces'),
    text: 'select 1 from leads where fading is not null limit 1',
  })
  return rowCount !== 0
}

/** A page of leads in the order asked for, and the mark behind its last row. */
export async function listLeads(ctx: Context, query: Query): Promise<Written> {
  const after = unpackCursor(query.after, 4)
  const isNewest = query.sort === 'newest'
  if (!isNewest && (await hasOwnPaces(ctx.readingDb ?? ctx.db))) return listByPace(ctx, query, after)
  return reading(ctx, async (db) => {
    const { name, text } = isNewest ? newestOf(query) : { name: 'hottest leads', text: HOTTEST }
    const { rows } = await db.query<KeyRow>({ ...prepared(db, name), text, values: valuesOf(query, after) })
    return pageOf(ctx, db, { query, rows, atMs: atOf(ctx, after) })
  })
}

/** Every page of a list is of the moment of its first. */
function atOf(ctx: Context, after: Mark): number {
  return after === null ? ctx.now() : Number(after[3])
}

type Mark = (string | number)[] | null

/** Where nothing orders for good every lead is looked at: that is not read among the quick pages. */
async function listByPace(ctx: Context, query: Query, after: Mark): Promise<Written> {
  const atMs = atOf(ctx, after)
  const { rows } = await ctx.db.query<KeyRow>(HOTTEST_BY_PACE, [
    ...valuesOf(query, after),
    new Date(atMs),
    ctx.agreements.at(ctx.now()).halfLifeMs,
  ])
  return reading(ctx, (db) => pageOf(ctx, db, { query, rows, atMs }))
}

function valuesOf(query: Query, after: Mark): unknown[] {
  const first = query.sort === 'newest' ? 'infinity' : 'Infinity'
  const rank = after === null ? first : query.sort === 'newest' ? new Date(Number(after[0])) : String(after[0])
  return [
    rank,
    after?.[1] ?? LAST_ID,
    after?.[2] ?? LAST_ATTEMPT,
    query.stage ?? null,
    query.outcome ?? null,
    query.owner ?? null,
    query.channel ?? null,
    query.landingPage ?? null,
    query.openedFrom ?? '-infinity',
    query.openedTo ?? 'infinity',
    query.limit + 1,
  ]
}

type Found = { query: Query; rows: readonly KeyRow[]; atMs: number }

async function pageOf(ctx: Context, db: Queryable, { query, rows, atMs }: Found): Promise<Written> {
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const keys = page.map((row) => ({ personId: row.person_id, attempt: row.attempt }))
  const hasMore = rows.length > query.limit && last !== undefined
  const leads = await writtenLeadsOf(db, ctx, keys)
  const next = hasMore ? packCursor([last.rank, last.person_id, last.attempt, atMs]) : null
  return { written: `{"leads":[${leads.map((lead) => lead.written).join(',')}],"next":${JSON.stringify(next)}}` }
}
