import { callingCalendars, mayCallAt } from '@ensemble/engine/calls/calling-hours.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import type { listUnknownCallers as promise } from './incoming-contract.ts'
import { requireCall } from './incoming-view.ts'
import { sayMay } from './plans.ts'
import { readNumber } from './read-number.ts'
import { hoursOf, readCallSettings } from './settings.ts'

type View = z.input<NonNullable<(typeof promise)['response']>>
type Row = { id: string; at: Date; from: string; to: string | null; times: number }

const DAYS = 14
const MOST = 50
/** A call of longer ago does not ring any more, whatever the telephone system forgot to say. */
const RINGS_MS = 2 * 60_000

function isManager({ role }: Caller): boolean {
  return role === 'admin' || role === 'manager'
}

/**
 * Missed calls from numbers nobody is known by, one for each number, the latest first: those that rang on the caller's screen or on nobody's.
 * A number that was spoken with since, attached to somebody or settled waits no more.
 */
export async function listUnknownCallers(ctx: Context, caller: Caller): Promise<View> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Row>(
    `select distinct on (c.from_number) c.call_id as id, c.at, c.from_number as "from", c.to_number as "to",
            count(*) over (partition by c.from_number)::int as times
       from incoming_calls c
      where c.person_id is null and c.from_number is not null and c.settled_at is null and c.at > $1
        and (c.status = 'missed' or (c.status = 'ringing' and c.received_at < $2))
        and ($3 or $4::uuid = any(c.user_ids) or c.user_ids = '{}')
        and not exists (select 1 from incoming_calls l where l.from_number = c.from_number and l.at >= c.at and l.status in ('answered', 'ended'))
      order by c.from_number, c.at desc`,
    [new Date(nowMs - DAYS * 86_400_000), new Date(nowMs - RINGS_MS), isManager(caller), caller.id],
  )
  const settings = await readCallSettings(ctx.db)
  const calls = rows
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST)
    .map(({ id, at, from, to, times }) => {
      const number = readNumber(from, settings.country)
      const country = number?.country ?? null
      const openIn = callingCalendars(hoursOf(settings), country === null ? [] : [{ country }], settings.zone)
      const phone = number?.e164 ?? null
      const may = phone === null ? ({ ok: false, why: 'unreadable number' } as const) : mayCallAt(openIn, nowMs)
      return {
        id,
        at: at.toISOString(),
        from,
        to,
        times,
        country,
        may: sayMay({ personId: '', phone, country, openIn, may }),
      }
    })
  return { calls, total: rows.length }
}

type Settle = { callId: string; as: 'called back' | 'not for us' | null }

/** Says what came of a number nobody is known by: all its missed calls so far are settled together. Null takes it back. */
export async function settleUnknownCaller(ctx: Context, caller: Caller, { callId, as }: Settle): Promise<void> {
  const call = await requireCall(ctx, callId)
  if (call.person_id !== null)
    throw new Problem('conflict', 'It is known by now who called.', {
      mend: 'Look at their story, or at planned calls.',
    })
  if (call.from_number === null)
    throw new Problem('conflict', 'This caller hid their number.', { mend: 'Nothing is to be done: it is on no list.' })
  if (!isManager(caller) && call.user_ids.length > 0 && !call.user_ids.includes(caller.id))
    throw new Problem('not-allowed', 'This call was for a colleague.', { mend: 'Leave it to them, or ask a manager.' })
  await ctx.db.query(
    `update incoming_calls set settled_as = $3::text, settled_at = case when $3::text is not null then $4::timestamptz end,
            settled_by = case when $3::text is not null then $5::uuid end
      where from_number = $1 and person_id is null and at <= $2 and ($3::text is null or settled_at is null)`,
    [call.from_number, call.at, as, new Date(ctx.now()), caller.id],
  )
}
