import { FACT_KINDS } from '@ensemble/engine/facts/kinds.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { callView, listIncomingCalls } from './incoming-contract.ts'
import { CALL_COLUMNS, type CallRow, findCall } from './incoming-facts.ts'

type View = z.input<typeof callView>
type ListView = z.input<NonNullable<(typeof listIncomingCalls)['response']>>

const TOUCH_KINDS = Object.entries(FACT_KINDS).flatMap(([kind, { side }]) =>
  side === 'prospect' || side === 'sales' || side === 'marketing' || side === 'deal' ? [kind] : [],
)

export async function requireCall(ctx: Pick<Context, 'db'>, callId: string): Promise<CallRow> {
  const call = await findCall(ctx, callId)
  if (call === null)
    throw new Problem('not-found', 'There is no such call.', { mend: 'Look at the calls that came in of late.' })
  return call
}

type Person = {
  name: string
  company: string | null
  grade: string | null
  stage: string | null
  owner: string | null
  owner_name: string | null
  due_at: Date | null
}

type Touch = { kind: string; at: Date; data: Record<string, unknown>; by: string | null; by_name: string | null }

async function personOf(ctx: Context, personId: string): Promise<View['person']> {
  const [people, touches, needs] = await Promise.all([
    ctx.db.query<Person>(
      `select p.name, coalesce(a.name, p.company) as company, l.grade, l.stage, u.id as owner, u.name as owner_name, l.due_at
         from people p left join accounts a using (account_id)
         left join lateral (select * from leads where leads.person_id = p.person_id order by attempt desc limit 1) l on true
         left join users u on u.id = l.owner where p.person_id = $1`,
      [personId],
    ),
    ctx.db.query<Touch>(
      `select f.kind, f.occurred_at as at, f.data, u.id as by, u.name as by_name from facts f left join users u on u.id = f.actor
        where f.person_id = $1 and f.kind = any($2::text[]) and not (f.kind = 'call.received' and f.occurred_at > $3) and f.kind <> 'need.stated'
        order by f.occurred_at desc, f.fact_id desc limit 5`,
      [personId, TOUCH_KINDS, new Date(ctx.now() - 120_000)],
    ),
    ctx.db.query<{ need: string; is_known: boolean; quote: string | null }>(
      `select f.data->>'need' as need, (f.data->>'isKnown')::boolean as is_known, f.data->>'quote' as quote from facts f
        where f.person_id = $1 and f.kind = 'need.stated'
          and not exists (select 1 from facts r where r.person_id = $1 and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)
        order by f.occurred_at desc limit 4`,
      [personId],
    ),
  ])
  const [row] = people.rows
  if (row === undefined) return null
  const ref = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
  return {
    personId,
    name: row.name,
    company: row.company,
    grade: row.grade,
    stage: row.stage,
    owner: ref(row.owner, row.owner_name),
    dueAt: row.due_at?.toISOString() ?? null,
    touches: touches.rows.map(({ kind, at, data, by, by_name }) => ({
      kind,
      at: at.toISOString(),
      data,
      by: ref(by, by_name),
    })),
    needs: needs.rows.map(({ need, is_known, quote }) => ({ need, isKnown: is_known, quote })),
  }
}

async function userOf(ctx: Context, id: string | null): Promise<{ id: string; name: string } | null> {
  if (id === null) return null
  const { rows } = await ctx.db.query<{ id: string; name: string }>('select id, name from users where id = $1', [id])
  return rows[0] ?? null
}

/** A call with the story of whoever is calling. */
export async function viewCall(ctx: Context, caller: Caller, call: CallRow): Promise<View> {
  const [person, answeredBy] = await Promise.all([
    call.person_id === null ? null : personOf(ctx, call.person_id),
    userOf(ctx, call.answered_by),
  ])
  return {
    id: call.call_id,
    status: call.status,
    at: call.at.toISOString(),
    from: call.from_number,
    to: call.to_number,
    answeredBy,
    durationS: call.duration_s,
    recordingUrl: call.recording_url,
    isForMe: call.user_ids.includes(caller.id),
    person,
  }
}

type Listed = CallRow & { name: string | null; by_name: string | null }

const MOST = 50
/** A call of longer ago does not ring any more, whatever the telephone system forgot to say. */
const RINGS_MS = 2 * 60_000

/** The calls of late: mine, all, or those that ring on my screen now. */
export async function listCalls(ctx: Context, caller: Caller, of: 'mine' | 'all' | 'ringing'): Promise<ListView> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Listed>(
    `select c.*, p.name, u.name as by_name from (
       select ${CALL_COLUMNS} from incoming_calls
        where ($1 = 'all' or $2 = any(user_ids) or answered_by = $2) and ($1 <> 'ringing' or (status = 'ringing' and received_at > $3))
        order by at desc limit $4
     ) c left join people p on p.person_id = c.person_id left join users u on u.id = c.answered_by order by c.at desc`,
    [of, caller.id, new Date(nowMs - RINGS_MS), MOST],
  )
  return {
    calls: rows.map((row) => ({
      id: row.call_id,
      status: row.status === 'ringing' && nowMs - row.at.getTime() > RINGS_MS ? 'missed' : row.status,
      at: row.at.toISOString(),
      from: row.from_number,
      to: row.to_number,
      answeredBy: row.answered_by === null ? null : { id: row.answered_by, name: row.by_name ?? '' },
      durationS: row.duration_s,
      recordingUrl: row.recording_url,
      isForMe: row.user_ids.includes(caller.id),
      name: row.name,
      personId: row.person_id,
    })),
  }
}
