import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { RunningClock } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { MOMENTS_AS_TEXT } from '../../db/moments-as-text.ts'
import type { Queryable } from '../../db/queryable.ts'
import { reading } from '../../db/reading.ts'
import { prepared } from '../../db/together.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { sharedAnswer } from '../../http/shared-answer.ts'
import type { Written } from '../../http/written.ts'
import { kept } from '../../kept.ts'
import { clockView } from '../leads/get-lead.ts'
import { type WrittenLead, writtenLeadsOf } from '../leads/read-lead-rows.ts'
import type { getQueue as promise } from './contract.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>

const HOUR_MS = 3_600_000
const PROSPECT_KINDS = Object.entries(FACT_KINDS).flatMap(([kind, traits]) =>
  traits.side === 'prospect' ? [kind] : [],
)

/**
 * What runs out first comes first. What ran out more than two days ago stands below what can still be kept; what has
 * no clock comes last, by grade and then by when it was met.
 */
const OF_OWNER = `select person_id, attempt, count(*) over () as total from leads
  where outcome = 'open' and owner = $1 and not is_history
  order by due_at < $3::timestamptz nulls last, due_at asc nulls last, grade asc nulls last, opened_at desc, person_id limit $2`

/** The same of many: each part is read in the order of its index, and no further than it is shown. */
const OF_ALL = `with open as (
    (select person_id, attempt, due_at, grade, opened_at, 1 as part from leads
      where outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry') and due_at >= $2
      order by due_at, grade, opened_at desc, person_id limit $1)
    union all
    (select person_id, attempt, due_at, grade, opened_at, 2 from leads
      where outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry') and due_at < $2
      order by due_at, grade, opened_at desc, person_id limit $1)
    union all
    (select person_id, attempt, due_at, grade, opened_at, 3 from leads
      where outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry') and due_at is null
      order by due_at, grade, opened_at desc, person_id limit $1))
  select person_id, attempt from open order by part, due_at, grade, opened_at desc, person_id limit $1`
const OF_NOBODY = `with open as (
    (select person_id, attempt, due_at, grade, opened_at, 1 as part from leads
      where outcome = 'open' and not is_history and owner is null and stage <> 'inquiry' and due_at >= $2
      order by due_at, grade, opened_at desc, person_id limit $1)
    union all
    (select person_id, attempt, due_at, grade, opened_at, 2 from leads
      where outcome = 'open' and not is_history and owner is null and stage <> 'inquiry' and due_at < $2
      order by due_at, grade, opened_at desc, person_id limit $1)
    union all
    (select person_id, attempt, due_at, grade, opened_at, 3 from leads
      where outcome = 'open' and not is_history and owner is null and stage <> 'inquiry' and due_at is null
      order by due_at, grade, opened_at desc, person_id limit $1))
  select person_id, attempt from open order by part, due_at, grade, opened_at desc, person_id limit $1`
const COUNT_ALL = `select count(*)::int as n from leads where outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry')`
const COUNT_NOBODY = `select count(*)::int as n from leads where outcome = 'open' and not is_history and owner is null and stage <> 'inquiry'`

type Whose = { owner: string } | 'all' | 'nobody'
type KeyRow = { person_id: string; attempt: number; total?: string }

function whose(query: Query, caller: Caller): Whose {
  if (query.owner === 'nobody') return 'nobody'
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  if (query.owner === 'all') {
    if (!isManager)
      throw new Problem('not-allowed', 'The queue of everybody is for managers.', {
        mend: 'Ask for owner=me, or a manager.',
      })
    return 'all'
  }
  const owner = query.owner === 'me' ? caller.id : query.owner
  if (owner !== caller.id && !isManager)
    throw new Problem('not-allowed', 'A colleague’s queue is for managers.', {
      mend: 'Ask for owner=me, or a manager.',
    })
  return { owner }
}

const LONG_LATE_MS = 2 * 86_400_000

async function keysOf(db: Queryable, whom: Whose, limit: number, nowMs: number): Promise<KeyRow[]> {
  const longLate = new Date(nowMs - LONG_LATE_MS)
  if (typeof whom === 'object') {
    const values = [whom.owner, limit, longLate]
    return (await db.query<KeyRow>({ ...prepared(db, 'queue of an owner'), text: OF_OWNER, values })).rows
  }
  const text = whom === 'all' ? OF_ALL : OF_NOBODY
  const { rows } = await db.query<KeyRow>({ ...prepared(db, `queue of ${whom}`), text, values: [limit, longLate] })
  return rows
}

/** Of many the count may be a minute old; where all are shown it is what is shown. */
async function totalOf(ctx: Context, whom: Whose, rows: readonly KeyRow[], limit: number): Promise<number> {
  if (typeof whom === 'object') return Number(rows[0]?.total ?? 0)
  if (rows.length < limit) return rows.length
  const n = await kept(ctx, `open leads of ${whom}`, async () => {
    const found = await ctx.db.query<{ n: number }>(whom === 'all' ? COUNT_ALL : COUNT_NOBODY)
    return found.rows[0]?.n ?? 0
  })
  return Math.max(n, rows.length)
}

type WhyRow = {
  person_id: string
  clocks: RunningClock[] | null
  kind: string | null
  occurred_at: string | null
  /** JSON. */
  data: string | null
  clause: string | null
}

/** Of each of these people: the running clocks, the last thing they did, and the clause that qualified them. */
async function whyNow(db: Queryable, personIds: readonly string[]): Promise<Map<string, WhyRow>> {
  const { rows } = await db.query<WhyRow>({
    ...prepared(db, 'why in the queue'),
    text: `select p.person_id, p.state #> '{attempt,clocks}' as clocks, f.kind, f.occurred_at, f.data::text as data, q.clause
       from unnest($1::uuid[]) as asked(person_id)
       join people p using (person_id)
       left join lateral (
         select kind, occurred_at, data from facts where facts.person_id = p.person_id and kind = any($2::text[])
          order by occurred_at desc, fact_id desc limit 1) f on true
       left join lateral (
         select clause from decisions where decisions.person_id = p.person_id and what = 'qualified' and revised_at is null and clause is not null
          order by decided_at desc limit 1) q on true`,
    values: [personIds, PROSPECT_KINDS],
    types: MOMENTS_AS_TEXT,
  })
  return new Map(rows.map((row) => [row.person_id, row]))
}

function isWithin(moment: string | null, afterMs: number, untilMs: number): boolean {
  if (moment === null) return false
  const ms = Date.parse(moment)
  return ms > afterMs && ms <= untilMs
}

/** The leads somebody works next, in that order, each with its clocks and why it is here now. */
export async function getQueue(ctx: Context, caller: Caller, query: Query): Promise<Written> {
  const whom = whose(query, caller)
  if (typeof whom === 'object') return readQueue(ctx, whom, query.limit)
  // Managers look at the same list.
  return sharedAnswer(ctx.db, `queue of ${whom}, ${query.limit}`, () => readQueue(ctx, whom, query.limit))
}

async function readQueue(ctx: Context, whom: Whose, limit: number): Promise<Written> {
  const nowMs = ctx.now()
  const { rows, leads, why } = await reading(ctx, async (db) => {
    const rows = await keysOf(db, whom, limit, nowMs)
    const [leads, why] = await Promise.all([
      writtenLeadsOf(
        db,
        ctx,
        rows.map((row) => ({ personId: row.person_id, attempt: row.attempt })),
      ),
      whyNow(
        db,
        rows.map((row) => row.person_id),
      ),
    ])
    return { rows, leads, why }
  })
  const total = await totalOf(ctx, whom, rows, limit)
  const head = JSON.stringify({
    now: new Date(nowMs).toISOString(),
    late: leads.filter((lead) => lead.dueAt !== null && Date.parse(lead.dueAt) <= nowMs).length,
    runningOutWithinHour: leads.filter((lead) => isWithin(lead.dueAt, nowMs, nowMs + HOUR_MS)).length,
    total,
    isWhole: total <= rows.length,
  })
  return { written: `${head.slice(0, -1)},"leads":[${leads.map((lead) => withReason(lead, why)).join(',')}]}` }
}

/** A lead, and with it why it is here now. */
function withReason({ written, personId }: WrittenLead, why: ReadonlyMap<string, WhyRow>): string {
  const { clocks, kind, occurred_at: at, data, clause } = why.get(personId) ?? NOTHING_KNOWN
  const lastDid = kind === null || at === null ? 'null' : `{"kind":"${kind}","at":"${at}","data":${data ?? '{}'}}`
  const running = JSON.stringify((clocks ?? []).map(clockView))
  return `${written.slice(0, -1)},"clocks":${running},"lastDid":${lastDid},"qualifiedBy":${JSON.stringify(clause)}}`
}

const NOTHING_KNOWN = { clocks: null, kind: null, occurred_at: null, data: null, clause: null }
