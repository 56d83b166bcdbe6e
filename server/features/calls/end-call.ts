import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { ended, type endCall as promise } from './incoming-contract.ts'
import { CALL_COLUMNS, type CallRow, findCall, recordAnswered, tellScreens } from './incoming-facts.ts'
import { readAnnounced } from './read-announced.ts'
import { rightSeller } from './right-seller.ts'
import { checkCallSecret } from './secret.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** A call that is over: how long, by whom, where the recording is; a call nobody took becomes one to make. */
export async function endCall(ctx: Context, caller: Caller | null, request: FastifyRequest): Promise<View> {
  await checkCallSecret(ctx, caller, request)
  const nowMs = ctx.now()
  const asked = readAnnounced(ended, request, nowMs)
  const call = await findCall(ctx, asked.id)
  if (call === null)
    throw new Problem('not-found', 'No call of this id was announced.', {
      mend: 'Announce it first (POST /api/calls/incoming), with the same id.',
      errors: [{ where: 'body.id', what: 'is not known' }],
    })
  if (call.status === 'ended' || call.status === 'missed')
    return { id: call.call_id, status: call.status, isDuplicate: true }
  const isAnswered = asked.isAnswered ?? (call.answered_by !== null || (asked.durationS ?? 0) > 0)
  const by = isAnswered ? ((await takerOf(ctx, asked, nowMs)) ?? call.answered_by ?? onlyOne(call)) : null
  const { rows } = await ctx.db.query<CallRow>(
    `update incoming_calls set status = $2, ended_at = $3, duration_s = $4, recording_url = $5, answered_by = $6
      where call_id = $1 and status in ('ringing', 'answered') returning ${CALL_COLUMNS}`,
    [
      call.call_id,
      isAnswered ? 'ended' : 'missed',
      new Date(asked.atMs),
      asked.durationS ?? null,
      asked.recordingUrl ?? null,
      by,
    ],
  )
  const [over] = rows
  if (over === undefined) return { id: call.call_id, status: isAnswered ? 'ended' : 'missed', isDuplicate: true }
  await tellScreens(ctx, over, isAnswered ? 'ended' : 'missed', by)
  if (isAnswered && by !== null) await recordAnswered(ctx, over, by)
  if (!isAnswered) await planMissed(ctx, over)
  return { id: over.call_id, status: isAnswered ? 'ended' : 'missed', isDuplicate: false }
}

type Taker = {
  extension?: string | null | undefined
  userId?: string | null | undefined
  email?: string | null | undefined
}

async function takerOf(ctx: Context, aim: Taker, nowMs: number): Promise<string | null> {
  if (aim.extension == null && aim.userId == null && aim.email == null) return null
  const { userIds, why } = await rightSeller(ctx.db, aim, null, nowMs)
  return why === 'extension' || why === 'named' ? (userIds[0] ?? null) : null
}

function onlyOne({ user_ids: ids }: CallRow): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null
}

/** A missed call is to be returned: by the owner of the lead, else by whoever it was meant for, else by whoever of sales takes it. */
export async function planMissed(ctx: Context, call: CallRow): Promise<void> {
  if (call.person_id === null) return
  const nowMs = ctx.now()
  await ctx.db.query(
    `insert into call_plans (person_id, plan_id, owner, at, why, call_id, created_at)
     select $1, $2, coalesce(l.owner, $3), $4, 'missed', $5, $6
       from (select 1) one left join lateral (select owner from leads where person_id = $1 and outcome = 'open' order by attempt desc limit 1) l on true
      where not exists (select 1 from call_plans p where p.person_id = $1 and p.call_id = $5)`,
    [call.person_id, newId(nowMs), onlyOne(call), new Date(nowMs), call.call_id, new Date(nowMs)],
  )
}
