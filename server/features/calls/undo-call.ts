import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { LEASE_MS } from './claim.ts'
import { forgetOutcome } from './forget-outcome.ts'
import type { OUTCOMES } from './shapes.ts'

const UNDO_MS = 24 * 3_600_000

type Row = {
  person_id: string
  outcome_id: string
  session_id: string | null
  outcome: (typeof OUTCOMES)[number]
  facts: string[]
  plan_id: string | null
  at: Date
}

/** Takes back the caller's last outcome, or one of theirs: its facts, the call it planned; in a session the person is theirs again. */
export async function undoCall(
  ctx: Context,
  caller: Caller,
  asked: { sessionId?: string | undefined; outcomeId?: string | undefined },
): Promise<{ personId: string; outcome: Row['outcome'] }> {
  const { rows } = await ctx.db.query<Row>(
    `select person_id, outcome_id, session_id, outcome, facts, plan_id, at from call_outcomes
      where user_id = $1 and undone_at is null and at > $2 and ($3::uuid is null or session_id = $3) and ($4::uuid is null or outcome_id = $4)
      order by at desc, outcome_id desc limit 1`,
    [caller.id, new Date(ctx.now() - UNDO_MS), asked.sessionId ?? null, asked.outcomeId ?? null],
  )
  const [row] = rows
  if (row === undefined)
    throw new Problem('not-found', 'There is nothing of yours to take back.', {
      mend: 'A call of more than a day ago is taken back by a manager, in the story.',
    })
  const personId = row.person_id
  await recordFacts(
    ctx,
    row.facts.map((fact) => ({
      kind: 'fact.retracted',
      at: ctx.now(),
      messageId: randomUUID(),
      source: 'app',
      actor: caller.id,
      isHistory: false,
      who: { personId },
      touch: null,
      data: { fact },
    })),
    { onRefused: 'throw' },
  )
  await forgetOutcome(ctx, row)
  if (row.session_id !== null) await takeAgain(ctx, caller.id, row.session_id, personId)
  return { personId, outcome: row.outcome }
}

async function takeAgain(ctx: Context, userId: string, sessionId: string, personId: string): Promise<void> {
  const nowMs = ctx.now()
  await ctx.db.query(
    `update call_entries set status = 'waiting', claimed_by = null, claimed_until = null where session_id = $1 and claimed_by = $2 and status = 'claimed' and person_id <> $3`,
    [sessionId, userId, personId],
  )
  await ctx.db.query(
    `update call_entries set status = case when taken.is_so then 'waiting' else 'claimed' end, attempts = greatest(0, attempts - 1), next_at = null,
       claimed_by = case when taken.is_so then null else $3::uuid end, claimed_at = $4, claimed_until = case when taken.is_so then null else $5::timestamptz end
       from (select exists (select 1 from call_entries o where o.person_id = $2 and o.session_id <> $1 and o.status = 'claimed') as is_so) taken
      where session_id = $1 and person_id = $2`,
    [sessionId, personId, userId, new Date(nowMs), new Date(nowMs + LEASE_MS)],
  )
}
