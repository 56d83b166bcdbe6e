import type { Context } from '../../context.ts'
import { CHANNEL } from '../../http/bus.ts'
import { recordFacts } from '../facts/record-facts.ts'

export type CallRow = {
  call_id: string
  from_number: string | null
  to_number: string | null
  person_id: string | null
  user_ids: string[]
  why: 'extension' | 'named' | 'owner' | 'pool' | 'nobody'
  status: 'ringing' | 'answered' | 'missed' | 'ended'
  answered_by: string | null
  at: Date
  ended_at: Date | null
  duration_s: number | null
  recording_url: string | null
  facts: string[]
}

export const CALL_COLUMNS =
  'call_id, from_number, to_number, person_id, user_ids, why, status, answered_by, at, ended_at, duration_s, recording_url, facts'

export async function findCall(ctx: Pick<Context, 'db'>, callId: string): Promise<CallRow | null> {
  const { rows } = await ctx.db.query<CallRow>(`select ${CALL_COLUMNS} from incoming_calls where call_id = $1`, [
    callId,
  ])
  return rows[0] ?? null
}

/** Tells the screens on which a call rings what became of it. */
export async function tellScreens(
  ctx: Pick<Context, 'db'>,
  call: Pick<CallRow, 'call_id' | 'user_ids'>,
  what: 'ringing' | 'answered' | 'ended' | 'missed' | 'attached',
  by: string | null = null,
): Promise<void> {
  const event = { event: 'call', callId: call.call_id, userIds: call.user_ids, what, by }
  await ctx.db.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)])
}

/** That somebody rang, in their story: once for each call, however often it is told. */
export async function recordReceived(ctx: Context, call: CallRow): Promise<void> {
  if (call.person_id === null) return
  const [recorded] = await recordFacts(ctx, [
    {
      kind: 'call.received',
      at: call.at.getTime(),
      messageId: `incoming:${call.call_id}`,
      source: 'telephone',
      actor: null,
      isHistory: false,
      who: { personId: call.person_id, ...(call.from_number === null ? {} : { phone: call.from_number }) },
      touch: null,
      data: { call: call.call_id, ...(call.to_number === null ? {} : { line: call.to_number }) },
    },
  ])
  if (recorded !== undefined) await keepFact(ctx, call.call_id, recorded.factId)
}

async function keepFact(ctx: Pick<Context, 'db'>, callId: string, factId: string): Promise<void> {
  await ctx.db.query(
    'update incoming_calls set facts = array_append(facts, $2::uuid) where call_id = $1 and not ($2::uuid = any(facts))',
    [callId, factId],
  )
}

/** That a colleague took it: the clocks stop. Told again with the length of the call, the first telling is taken back. */
export async function recordAnswered(ctx: Context, call: CallRow, by: string): Promise<void> {
  const { person_id: personId, duration_s: durationS, recording_url: recordingUrl, call_id: callId } = call
  if (personId === null) return
  const isOver = call.ended_at !== null
  const { rows } = await ctx.db.query<{ fact_id: string }>(
    `select f.fact_id from facts f where f.person_id = $1 and f.kind = 'call.answered' and f.message_id = $2
       and not exists (select 1 from facts r where r.person_id = $1 and r.kind = 'fact.retracted' and r.data->>'fact' = f.fact_id::text)`,
    [personId, `answered:${callId}`],
  )
  const base = { source: 'telephone', isHistory: false, who: { personId }, touch: null }
  const told = {
    ...base,
    kind: 'call.answered',
    at: call.at.getTime(),
    actor: by,
    messageId: isOver ? `answered:${callId}:ended` : `answered:${callId}`,
    data: {
      call: callId,
      ...(durationS === null ? {} : { durationS }),
      ...(recordingUrl === null ? {} : { recordingUrl }),
    },
  }
  const before = isOver
    ? rows.map(({ fact_id }) => ({
        ...base,
        kind: 'fact.retracted',
        at: ctx.now(),
        actor: by,
        messageId: `answered:${callId}:again`,
        data: { fact: fact_id },
      }))
    : []
  const recorded = await recordFacts(ctx, [told, ...before])
  for (const { factId } of recorded.slice(0, 1)) await keepFact(ctx, callId, factId)
}
