import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { CHANNEL } from '../../http/bus.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { announced, type receiveCall as promise } from './incoming-contract.ts'
import { CALL_COLUMNS, type CallRow, findCall, recordReceived } from './incoming-facts.ts'
import { personOfNumber } from './person-of-number.ts'
import { readAnnounced } from './read-announced.ts'
import { isHiddenNumber, type PhoneNumber, readNumber } from './read-number.ts'
import { rightSeller } from './right-seller.ts'
import { checkCallSecret } from './secret.ts'
import { readCallSettings } from './settings.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>

/** The caller's number; an extension of the house stays as it is. */
function callerOf(
  from: string | null | undefined,
  country: string,
): { number: string | null; read: PhoneNumber | null } {
  if (from == null || isHiddenNumber(from)) return { number: null, read: null }
  const read = readNumber(from, country)
  if (read !== null) return { number: read.e164, read }
  const digits = from.replace(/[\s().-]/g, '')
  if (/^\d{2,6}$/.test(digits)) return { number: digits, read: null }
  throw new Problem('bad-request', 'The caller’s number cannot be one.', {
    mend: 'Send it as +33612345678, as it is dialled in the company’s country, or leave it away when it is hidden.',
    errors: [{ where: 'body.from', what: 'is no telephone number' }],
  })
}

function view(call: CallRow, isDuplicate: boolean): View {
  return {
    id: call.call_id,
    status: call.status,
    isDuplicate,
    personId: call.person_id,
    why: call.why,
    sellers: call.user_ids.length,
  }
}

/**
 * A telephone system announces a call. First the screens hear of it, then the story: whoever picks up waits for nothing. Announced
 * again it rings no more, but what was cut off the first time is made up for.
 */
export async function receiveCall(ctx: Context, caller: Caller | null, request: FastifyRequest): Promise<View> {
  const [settings] = await Promise.all([readCallSettings(ctx.db), checkCallSecret(ctx, caller, request)])
  const nowMs = ctx.now()
  const asked = readAnnounced(announced, request, nowMs)
  const { number, read } = callerOf(asked.from, settings.country)
  const to = asked.to == null ? null : (readNumber(asked.to, settings.country)?.e164 ?? asked.to)
  const personId = read === null ? null : await personOfNumber(ctx.db, read, settings.country)
  const { userIds, why } = await rightSeller(
    ctx.db,
    { ...asked, extension: asked.extension ?? (to !== null && /^\d{2,6}$/.test(to) ? to : null) },
    personId,
    nowMs,
  )
  const event = { event: 'call', callId: asked.id, userIds, what: 'ringing', by: null }
  const { rows } = await ctx.db.query<CallRow>(
    `with made as (
       insert into incoming_calls (call_id, from_number, to_number, person_id, user_ids, why, status, at, received_at)
       values ($1, $2, $3, $4, $5, $6, 'ringing', $7, $8) on conflict do nothing returning ${CALL_COLUMNS}
     ), told as (select pg_notify($9, $10) from made)
     select made.* from made left join told on true`,
    [
      asked.id,
      number,
      to,
      personId,
      userIds,
      why,
      new Date(asked.atMs),
      new Date(nowMs),
      CHANNEL,
      JSON.stringify(event),
    ],
  )
  const call = rows[0] ?? (await findCall(ctx, asked.id))
  if (call === null) throw new Error('a call that is neither new nor known')
  if (call.facts.length === 0) await recordReceived(ctx, call)
  return view(call, rows.length === 0)
}
