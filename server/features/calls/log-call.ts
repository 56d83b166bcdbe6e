import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { checkRights } from '../facts/check-rights.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { warnedOf } from '../privacy/consents.ts'
import type { logCall as promise } from './contract.ts'
import { keepOutcome, nextOf } from './keep-outcome.ts'
import { keepRunning } from './runs.ts'
import { messageOfSession } from './scripts.ts'

type Asked = z.output<NonNullable<(typeof promise)['body']>>
type View = z.input<NonNullable<(typeof promise)['response']>>

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

function factsOf(asked: Asked, id: string, ofScript: string | null): Told[] {
  const { outcome, startedAt, durationS, words, heardOfUs, sessionId, note, follow } = asked
  const message = asked.message ?? (outcome === 'connected' ? (ofScript ?? undefined) : undefined)
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
  const facts = factsOf(asked, `call:${asked.messageId ?? outcomeId}`, await messageOfSession(ctx.db, sessionId))
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
  await keepOutcome(ctx, caller.id, asked, { outcomeId, nowMs, next, factIds: recorded.map(({ factId }) => factId) })
  if (sessionId !== undefined) await keepRunning(ctx.db, sessionId, caller.id, nowMs)
  return {
    outcomeId,
    facts: recorded.map(({ factId }) => ({ factId, personId })),
    next,
    warnings: await warnedOf(ctx.db, [{ kind: 'call.made', personId }]),
  }
}
