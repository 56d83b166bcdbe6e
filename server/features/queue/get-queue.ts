import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { clockView } from '../leads/get-lead.ts'
import { readLeadRows } from '../leads/read-lead-rows.ts'
import type { getQueue as promise } from './contract.ts'

type Query = z.output<NonNullable<(typeof promise)['query']>>
type View = z.input<NonNullable<(typeof promise)['response']>>

const HOUR_MS = 3_600_000
const PROSPECT_KINDS = Object.entries(FACT_KINDS).flatMap(([kind, traits]) =>
  traits.side === 'prospect' ? [kind] : [],
)

/**
 * What runs out first comes first. What ran out more than two days ago stands below what can still be kept; what has
 * no clock comes last, by grade and then by when it was met.
 */
const ORDER = `order by due_at < now() - interval '2 days' nulls last, due_at asc nulls last, grade asc nulls last, opened_at desc, person_id limit $2`
const OF_OWNER = `select person_id, attempt, count(*) over () as total from leads where outcome = 'open' and owner = $1 and not is_history ${ORDER}`
const OF_NOBODY = `select person_id, attempt, count(*) over () as total from leads
  where $1::uuid is null and outcome = 'open' and owner is null and not is_history and stage <> 'inquiry' ${ORDER}`
const OF_ALL = `select person_id, attempt, count(*) over () as total from leads
  where $1::uuid is null and outcome = 'open' and not is_history and (owner is not null or stage <> 'inquiry') ${ORDER}`

type KeyRow = { person_id: string; attempt: number; total: string }

function whose(query: Query, caller: Caller): { sql: string; owner: string | null } {
  if (query.owner === 'nobody') return { sql: OF_NOBODY, owner: null }
  const isManager = caller.role === 'admin' || caller.role === 'manager'
  if (query.owner === 'all') {
    if (!isManager)
      throw new Problem('not-allowed', 'The queue of everybody is for managers.', {
        mend: 'Ask for owner=me, or a manager.',
      })
    return { sql: OF_ALL, owner: null }
  }
  const owner = query.owner === 'me' ? caller.id : query.owner
  if (owner !== caller.id && !isManager)
    throw new Problem('not-allowed', 'A colleague’s queue is for managers.', {
      mend: 'Ask for owner=me, or a manager.',
    })
  return { sql: OF_OWNER, owner }
}

type LastRow = { person_id: string; kind: string; occurred_at: Date; data: Record<string, unknown> }

async function lastDid(ctx: Context, personIds: readonly string[]): Promise<Map<string, LastRow>> {
  const { rows } = await ctx.db.query<LastRow>(
    `select p.person_id, f.kind, f.occurred_at, f.data from unnest($1::uuid[]) as p(person_id)
     cross join lateral (select kind, occurred_at, data from facts where facts.person_id = p.person_id and kind = any($2::text[]) order by occurred_at desc limit 1) f`,
    [personIds, PROSPECT_KINDS],
  )
  return new Map(rows.map((row) => [row.person_id, row]))
}

async function qualifiedBy(ctx: Context, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await ctx.db.query<{ person_id: string; clause: string }>(
    `select distinct on (person_id) person_id, clause from decisions
     where person_id = any($1::uuid[]) and what = 'qualified' and revised_at is null and clause is not null order by person_id, decided_at desc`,
    [personIds],
  )
  return new Map(rows.map((row) => [row.person_id, row.clause]))
}

async function statesOf(ctx: Context, personIds: readonly string[]): Promise<Map<string, PersonState>> {
  const { rows } = await ctx.db.query<{ person_id: string; state: PersonState }>(
    'select person_id, state from people where person_id = any($1::uuid[])',
    [personIds],
  )
  return new Map(rows.map((row) => [row.person_id, row.state]))
}

function isWithin(moment: string | null, afterMs: number, untilMs: number): boolean {
  if (moment === null) return false
  const ms = Date.parse(moment)
  return ms > afterMs && ms <= untilMs
}

/** The leads somebody works next, in that order, each with its clocks and why it is here now. */
export async function getQueue(ctx: Context, caller: Caller, query: Query): Promise<View> {
  const { sql, owner } = whose(query, caller)
  const { rows } = await ctx.db.query<KeyRow>(sql, [owner, query.limit])
  const ids = rows.map((row) => row.person_id)
  const [leads, states, did, clauses] = await Promise.all([
    readLeadRows(
      ctx,
      rows.map((row) => ({ personId: row.person_id, attempt: row.attempt })),
    ),
    statesOf(ctx, ids),
    lastDid(ctx, ids),
    qualifiedBy(ctx, ids),
  ])
  const nowMs = ctx.now()
  const total = Number(rows[0]?.total ?? 0)
  return {
    now: new Date(nowMs).toISOString(),
    leads: leads.map((lead) => {
      const last = did.get(lead.personId)
      return {
        ...lead,
        clocks: (states.get(lead.personId)?.attempt?.clocks ?? []).map(clockView),
        lastDid: last === undefined ? null : { kind: last.kind, at: last.occurred_at.toISOString(), data: last.data },
        qualifiedBy: clauses.get(lead.personId) ?? null,
      }
    }),
    late: leads.filter((lead) => lead.dueAt !== null && Date.parse(lead.dueAt) <= nowMs).length,
    runningOutWithinHour: leads.filter((lead) => isWithin(lead.dueAt, nowMs, nowMs + HOUR_MS)).length,
    total,
    isWhole: total <= rows.length,
  }
}
