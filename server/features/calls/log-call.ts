import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { checkRights } from '../facts/check-rights.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { warnedOf } from '../privacy/consents.ts'
import { putBack } from './claim.ts'
import type { logCall as promise } from './contract.ts'
import { mayCall } from './may-call.ts'
import { planNext } from './plan-next.ts'
import { keepRunning } from './runs.ts'

type Asked = z.output<NonNullable<(typeof promise)['body']>>
type View = z.input<NonNullable<(typeof promise)['response']>>
type Planned = View['next']

const SLACK_MS = 60_000
const OLDEST_MS = 7 * 86_400_000

function checkTimes({ startedAt, durationS, follow }: Asked, nowMs: number): void {
  const wrong = (where: string, what: string, mend: string): never => {
    throw new Problem('bad-request', 'The times of this call do not fit.', { mend, errors: [{ where, what }] })
  }
  const startedMs = startedAt === undefined ? null : Date.parse(startedAt)
  if (startedMs !== null && startedMs > nowMs + SLACK_MS)
    wrong('body.startedAt', 'the call begins in the future', 'Give the moment at which it began.')
  if (startedMs !== null && startedMs < nowMs - OLDEST_MS)
    wrong('body.startedAt', 'the call is more than a week old', 'Record it as a fact (POST /api/facts).')
  if (startedMs !== null && durationS !== undefined && startedMs + durationS * 1_000 > nowMs + SLACK_MS)
    wrong('body.durationS', 'the call would end in the future', 'Give seconds.')
  if (follow.what === 'call back' && Date.parse(follow.at) <= nowMs)
    wrong('body.follow.at', 'the time to call back is over', 'Give a time to come.')
}

function checkFollow({ outcome, follow }: Asked): void {
  if (follow.what === 'nothing' || follow.what === 'call back' || outcome === 'connected') return
  throw new Problem('bad-request', `After "${outcome}" nothing was agreed with anybody.`, {
    mend: 'Leave follow away, or plan a call back.',
    errors: [{ where: 'body.follow', what: `${follow.what} needs a call that connected` }],
  })
}

async function checkTurn(ctx: Context, caller: Caller, { sessionId, personId }: Asked): Promise<void> {
  if (sessionId === undefined) return
  const { rows } = await ctx.db.query<{ by: string | null; name: string | null; status: string }>(
    `select e.claimed_by as by, u.name, e.status from call_entries e left join users u on u.id = e.claimed_by where e.session_id = $1 and e.person_id = $2`,
    [sessionId, personId],
  )
  const [entry] = rows
  if (entry === undefined)
    throw new Problem('not-found', 'This person is not on this list.', { mend: 'Take the next person of the list.' })
  if (entry.status === 'claimed' && entry.by === caller.id) return
  throw new Problem(
    'conflict',
    entry.status === 'claimed'
      ? `${entry.name ?? 'Somebody'} has this person now.`
      : 'This person is not with you any more.',
    { mend: 'Take the next person of the list. If you did call, record it from their page.' },
  )
}

type Told = { kind: string; data: Record<string, unknown>; messageId: string }

/** Without what was not said. */
function said(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== ''))
}

function factsOf(asked: Asked, id: string): Told[] {
  const { outcome, startedAt, durationS, words, heardOfUs, message, sessionId, note, follow } = asked
  const call = { outcome, startedAt: utc(startedAt), durationS, words, heardOfUs, message, session: sessionId, note }
  const facts: Told[] = [{ kind: 'call.made', data: said(call), messageId: id }]
  if (follow.what === 'meeting')
    facts.push({ kind: 'meeting.booked', data: said({ startsAt: utc(follow.startsAt) }), messageId: `${id}:meeting` })
  if (follow.what === 'not interested') {
    const { reason, recycleAt, competitor } = follow
    facts.push({
      kind: 'lead.disqualified',
      data: said({ reason, recycleAt: utc(recycleAt), competitor }),
      messageId: `${id}:verdict`,
    })
  }
  return facts
}

function utc(moment: string | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString()
}

async function stateOf(ctx: Context, personId: string): Promise<PersonState> {
  const { rows } = await ctx.db.query<{ state: PersonState }>('select state from people where person_id = $1', [
    personId,
  ])
  if (rows[0] !== undefined) return rows[0].state
  throw new Problem('not-found', 'There is no such person.', { mend: 'They may have been merged: search for them.' })
}

async function nextOf(ctx: Context, asked: Asked): Promise<Planned> {
  const { follow, outcome, personId } = asked
  if (follow.what === 'call back')
    return { at: new Date(follow.at).toISOString(), why: 'asked', left: null, isInTime: true }
  if (outcome === 'connected' || outcome === 'wrong number') return null
  const reach = (await mayCall(ctx, [personId])).get(personId)
  if (reach === undefined) return null
  const next = await planNext(ctx, reach, await stateOf(ctx, personId), outcome)
  return next.ok
    ? { at: new Date(next.atMs).toISOString(), why: next.why, left: next.left, isInTime: next.isInTime }
    : null
}

type Stored = { outcome_id: string; facts: string[]; at: Date; plan_at: Date | null }

/** The same message again: what was answered the first time. */
async function before(ctx: Context, asked: Asked): Promise<View | null> {
  if (asked.messageId === undefined) return null
  const { rows } = await ctx.db.query<Stored>(
    `select o.outcome_id, o.facts, o.at, p.at as plan_at from facts f join call_outcomes o on o.person_id = f.person_id and f.fact_id = any(o.facts)
       left join call_plans p on p.person_id = o.person_id and p.plan_id = o.plan_id
      where f.person_id = $1 and f.message_id = $2`,
    [asked.personId, `call:${asked.messageId}`],
  )
  const [row] = rows
  if (row === undefined) return null
  return {
    outcomeId: row.outcome_id,
    facts: row.facts.map((factId) => ({ factId, personId: asked.personId })),
    next: row.plan_at === null ? null : { at: row.plan_at.toISOString(), why: 'asked', left: null, isInTime: true },
    warnings: [],
  }
}

/**
 * Says what came of a call: one fact for the call and one for what follows, together or not at all. Who was not reached is
 * planned again as the agreement promises.
 */
export async function logCall(ctx: Context, caller: Caller, asked: Asked): Promise<View> {
  const known = await before(ctx, asked)
  if (known !== null) return known
  const nowMs = ctx.now()
  checkTimes(asked, nowMs)
  checkFollow(asked)
  await checkTurn(ctx, caller, asked)
  const { personId, sessionId } = asked
  const outcomeId = newId(nowMs)
  const facts = factsOf(asked, `call:${asked.messageId ?? outcomeId}`)
  await checkRights(
    ctx,
    caller,
    facts.map(({ kind, data }) => ({ kind, data, who: { personId } })),
  )
  const startedMs = asked.startedAt === undefined ? nowMs : Math.min(nowMs, Date.parse(asked.startedAt))
  const recorded = await recordFacts(
    ctx,
    facts.map(({ kind, data, messageId }) => ({
      kind,
      data,
      messageId,
      at: kind === 'call.made' ? startedMs : nowMs,
      source: 'app',
      actor: caller.id,
      isHistory: false,
      who: { personId },
      touch: null,
    })),
    { onRefused: 'throw', language: caller.locale ?? 'en' },
  )
  const next = await nextOf(ctx, asked)
  await keep(ctx, caller, asked, { outcomeId, nowMs, next, factIds: recorded.map(({ factId }) => factId) })
  if (sessionId !== undefined) await keepRunning(ctx.db, sessionId, caller.id, nowMs)
  return {
    outcomeId,
    facts: recorded.map(({ factId }) => ({ factId, personId })),
    next,
    warnings: await warnedOf(ctx.db, [{ kind: 'call.made', personId }]),
  }
}

type Kept = { outcomeId: string; nowMs: number; next: Planned; factIds: string[] }

async function keep(
  ctx: Context,
  caller: Caller,
  asked: Asked,
  { outcomeId, nowMs, next, factIds }: Kept,
): Promise<void> {
  const { personId, sessionId, follow } = asked
  const now = new Date(nowMs)
  const planId = next === null ? null : newId(nowMs)
  // Whoever was planned to be called has been; `done_at` is the moment of the outcome, by which undoing finds them.
  await ctx.db.query('update call_plans set done_at = $2 where person_id = $1 and done_at is null', [personId, now])
  if (next !== null)
    await ctx.db.query(
      `insert into call_plans (person_id, plan_id, owner, at, why, note, session_id, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7, $3, $8)`,
      [
        personId,
        planId,
        caller.id,
        next.at,
        next.why === 'asked' ? 'asked' : 'attempt',
        asked.note ?? '',
        sessionId ?? null,
        new Date(ctx.now() + 1),
      ],
    )
  await ctx.db.query(
    `insert into call_outcomes (person_id, outcome_id, session_id, user_id, outcome, follow, duration_s, at, facts, plan_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      personId,
      outcomeId,
      sessionId ?? null,
      caller.id,
      asked.outcome,
      follow.what === 'nothing' ? null : follow.what,
      asked.durationS ?? null,
      now,
      factIds,
      planId,
    ],
  )
  if (sessionId === undefined) return
  await putBack(
    ctx,
    sessionId,
    personId,
    next === null
      ? { status: 'done', called: true }
      : { status: 'waiting', nextAt: Date.parse(next.at), called: true, isLast: true },
  )
}
