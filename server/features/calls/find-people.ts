import { accountSizeOf } from '@ensemble/engine/backtest/segment.ts'
import { conditionOf } from '@ensemble/engine/backtest/segment-condition.ts'
import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { leadOf } from '@ensemble/engine/scoring/context.ts'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { checkSegment } from '../backtests/check-segment.ts'
import { mayCall, type Reach } from './may-call.ts'
import { readCallSettings } from './settings.ts'
import type { Filter, LeftOut } from './shapes.ts'

/** People looked at for one list, newest first; and the most a list holds. */
export const MOST_LOOKED_AT = 5_000
export const MOST_ON_LIST = 2_000
const CHUNK = 1_000
const DAY_MS = 86_400_000

type Row = { person_id: string; owner: string | null; name: string; company: string | null; state: PersonState }
export type Candidate = { personId: string; name: string; company: string | null; reach: Reach }
export type Found = {
  isCut: boolean
  callable: Candidate[]
  leftOut: Map<LeftOut, { count: number; people: { personId: string; name: string }[] }>
}

async function readRows(ctx: Pick<Context, 'db'>, caller: Caller, filter: Filter): Promise<Row[]> {
  const { segment, people } = filter
  const same = (value: string | undefined): string | null => value ?? null
  const { rows } = await ctx.db.query<Row>(
    `select l.person_id, l.owner, p.name, coalesce(a.name, p.company) as company, p.state
       from leads l join people p using (person_id) left join accounts a using (account_id)
      where not exists (select 1 from leads later where later.person_id = l.person_id and later.attempt > l.attempt)
        and p.erased_at is null and not p.is_anonymous
        and ($1::uuid[] is null or l.person_id = any($1))
        and (l.outcome = 'open' or ($2 and l.outcome <> 'won'))
        and (cardinality($3::text[]) = 0 or l.stage = any($3))
        and case $4 when 'mine' then l.owner = $5 when 'nobody' then l.owner is null
                    when 'mine or nobody' then l.owner is null or l.owner = $5 else true end
        and ($6::text is null or coalesce(l.channel, '') = $6) and ($7::text is null or coalesce(l.origin, '') = $7)
        and ($8::text is null or coalesce(l.campaign, '') = $8) and ($9::text is null or coalesce(l.landing_page, '') = $9)
        and ($10::text is null or coalesce(p.state->'person'->>'country', p.state->'account'->>'country', '') = $10)
      order by l.grade asc nulls last, l.opened_at desc, l.person_id limit $11`,
    [
      people ?? null,
      filter.withClosed,
      filter.stages,
      people === undefined ? filter.whose : 'everybody',
      caller.id,
      same(segment.channel),
      same(segment.origin),
      same(segment.campaign),
      same(segment.landingPage),
      same(segment.country),
      MOST_LOOKED_AT + 1,
    ],
  )
  return rows
}

/** The part of a segment that columns do not hold: the size of the company and the condition. */
function inSegment(filter: Filter): (state: PersonState) => boolean {
  const { accountSize } = filter.segment
  const condition = conditionOf(filter.segment)
  return (state) => {
    if (accountSize !== undefined && (accountSizeOf(state.account.employees) ?? '') !== accountSize) return false
    if (condition === null) return true
    const { person, account, traits } = state
    return condition.holds({ person, account, traits, lead: leadOf(state) })
  }
}

async function calledSince(ctx: Pick<Context, 'db'>, ids: readonly string[], sinceMs: number): Promise<Set<string>> {
  const { rows } = await ctx.db.query<{ person_id: string }>(
    `select distinct person_id from facts where person_id = any($1::uuid[]) and kind = 'call.made' and occurred_at > $2`,
    [ids, new Date(sinceMs)],
  )
  return new Set(rows.map((row) => row.person_id))
}

async function onOpenLists(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await ctx.db.query<{ person_id: string }>(
    `select e.person_id from call_entries e join call_sessions s using (session_id)
      where e.person_id = any($1::uuid[]) and s.closed_at is null and e.status in ('waiting', 'claimed')`,
    [ids],
  )
  return new Set(rows.map((row) => row.person_id))
}

/** Whom a list would hold, best grade first, and who is left out and why. */
export async function findPeople(ctx: Context, caller: Caller, filter: Filter): Promise<Found> {
  checkSegment(filter.segment)
  const all = await readRows(ctx, caller, filter)
  const isMeant = inSegment(filter)
  const rows = all.slice(0, MOST_LOOKED_AT).filter((row) => isMeant(row.state))
  const ids = rows.map((row) => row.person_id)
  const settings = await readCallSettings(ctx.db)
  const sinceMs = ctx.now() - filter.notCalledForDays * DAY_MS
  const [called, listed] = await Promise.all([
    filter.notCalledForDays === 0 ? new Set<string>() : calledSince(ctx, ids, sinceMs),
    onOpenLists(ctx, ids),
  ])
  const reaches = new Map<string, Reach>()
  for (let at = 0; at < ids.length; at += CHUNK)
    for (const [id, reach] of await mayCall(ctx, ids.slice(at, at + CHUNK), settings)) reaches.set(id, reach)
  const found: Found = { isCut: all.length > MOST_LOOKED_AT, callable: [], leftOut: new Map() }
  const leave = (why: LeftOut, { person_id, name }: Row): void => {
    const group = found.leftOut.get(why) ?? { count: 0, people: [] }
    group.count += 1
    if (group.people.length < 5) group.people.push({ personId: person_id, name })
    found.leftOut.set(why, group)
  }
  for (const row of rows) {
    const reach = reaches.get(row.person_id)
    if (reach === undefined) continue
    const why = whyLeftOut(row, reach, caller, called, listed)
    if (why !== null) leave(why, row)
    else found.callable.push({ personId: row.person_id, name: row.name, company: row.company, reach })
  }
  return found
}

function whyLeftOut(
  row: Row,
  { may }: Reach,
  caller: Caller,
  called: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): LeftOut | null {
  if (!may.ok && !('opensAt' in may)) return may.why
  if (caller.role === 'seller' && row.owner !== null && row.owner !== caller.id) return "another seller's"
  if (listed.has(row.person_id)) return 'on another list'
  return called.has(row.person_id) ? 'called lately' : null
}
