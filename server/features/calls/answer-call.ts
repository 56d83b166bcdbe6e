import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { recordFacts } from '../facts/record-facts.ts'
import { planMissed } from './end-call.ts'
import type { callView } from './incoming-contract.ts'
import { CALL_COLUMNS, type CallRow, recordAnswered, recordReceived, tellScreens } from './incoming-facts.ts'
import { requireCall, viewCall } from './incoming-view.ts'

type View = z.input<typeof callView>

/** One colleague takes a call; on the other screens it is let go. Two who press at once: the first has it. */
export async function answerCall(ctx: Context, caller: Caller, callId: string): Promise<View> {
  const call = await requireCall(ctx, callId)
  if (call.answered_by === caller.id) return viewCall(ctx, caller, call)
  const { rows } = await ctx.db.query<CallRow>(
    `update incoming_calls set status = 'answered', answered_by = $2 where call_id = $1 and status = 'ringing' and answered_by is null returning ${CALL_COLUMNS}`,
    [callId, caller.id],
  )
  const [taken] = rows
  if (taken === undefined) {
    const now = await viewCall(ctx, caller, await requireCall(ctx, callId))
    throw new Problem(
      'conflict',
      now.answeredBy === null ? 'This call is over.' : `${now.answeredBy.name} has taken this call.`,
      {
        mend: 'Look at the calls that came in of late.',
      },
    )
  }
  await tellScreens(ctx, taken, 'answered', caller.id)
  await recordAnswered(ctx, taken, caller.id)
  return viewCall(ctx, caller, taken)
}

type Whom = { personId: string } | { name: string; company?: string | undefined }

/** The person of a call from a number nobody was known by: somebody there is, or somebody new. */
async function personFor(ctx: Context, caller: Caller, call: CallRow, whom: Whom): Promise<string> {
  if ('personId' in whom) {
    const { rowCount } = await ctx.db.query('select 1 from people where person_id = $1 and erased_at is null', [
      whom.personId,
    ])
    if (rowCount === 0)
      throw new Problem('not-found', 'There is no such person.', {
        mend: 'They may have been merged: search for them.',
      })
    return whom.personId
  }
  const phone = call.from_number ?? undefined
  const person = { name: whom.name, ...(phone === undefined ? {} : { phone }) }
  const [made] = await recordFacts(ctx, [
    {
      kind: 'person.identified',
      at: call.at.getTime(),
      messageId: `incoming:${call.call_id}:person`,
      source: 'telephone',
      actor: caller.id,
      isHistory: false,
      who: phone === undefined ? { externalId: `call:${randomUUID()}` } : { phone },
      touch: null,
      data:
        whom.company === undefined || whom.company === '' ? { person } : { person, account: { name: whom.company } },
    },
  ])
  if (made === undefined) throw new Error('a fact that was recorded has a person')
  return made.personId
}

/** Says who called: the call, and that it was answered or missed, goes into their story. */
export async function attachCall(ctx: Context, caller: Caller, callId: string, whom: Whom): Promise<View> {
  const call = await requireCall(ctx, callId)
  if (call.person_id !== null)
    throw new Problem('conflict', 'It is known who called.', {
      mend: 'Take the fact back in their story if it is wrong.',
    })
  const personId = await personFor(ctx, caller, call, whom)
  const { rows } = await ctx.db.query<CallRow>(
    `update incoming_calls set person_id = $2 where call_id = $1 and person_id is null returning ${CALL_COLUMNS}`,
    [callId, personId],
  )
  const attached = rows[0] ?? (await requireCall(ctx, callId))
  await recordReceived(ctx, attached)
  if (attached.answered_by !== null) await recordAnswered(ctx, attached, attached.answered_by)
  if (attached.status === 'missed') await planMissed(ctx, attached)
  await tellScreens(ctx, attached, 'attached')
  return viewCall(ctx, caller, attached)
}
