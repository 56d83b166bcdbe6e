import type { PersonState } from '@ensemble/engine/lifecycle/state.ts'
import { localTimeOf } from '@ensemble/engine/worktime/local-time.ts'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { type Claim, claimNext, keepClaim, putBack } from './claim.ts'
import { mayCall, type Reach } from './may-call.ts'
import { planNext } from './plan-next.ts'
import { keepRunning } from './runs.ts'
import { requireOpen } from './sessions.ts'
import type { takeNextCall } from './sessions-contract.ts'

type View = z.input<NonNullable<(typeof takeNextCall)['response']>>
type Current = NonNullable<View['current']>

/** How many people whose hours are closed are passed over before the list counts as having nobody for now. */
const MOST_PASSED = 2_000

/** Whom somebody has now, as the page shows them. */
export async function currentOf(ctx: Context, claim: Claim, reach: Reach): Promise<Current | null> {
  const { rows } = await ctx.db.query<{ name: string; company: string | null; state: PersonState }>(
    `select p.name, coalesce(a.name, p.company) as company, p.state from people p left join accounts a using (account_id) where p.person_id = $1`,
    [claim.personId],
  )
  const [row] = rows
  if (row === undefined || reach.phone === null) return null
  const zone = reach.openIn[0]?.zone ?? 'UTC'
  const retry = await planNext(ctx, reach, row.state, 'no answer', (row.state.attempt?.touches ?? 0) + 1)
  return {
    personId: claim.personId,
    name: row.name,
    company: row.company,
    phone: reach.phone,
    attempts: claim.attempts,
    claimedUntil: claim.claimedUntil.toISOString(),
    zone,
    localMinute: Math.floor(localTimeOf(zone, ctx.now()).timeMs / 60_000),
    retryAt: retry.ok ? new Date(retry.atMs).toISOString() : null,
  }
}

export async function nextAtOf(ctx: Pick<Context, 'db'>, sessionId: string): Promise<string | null> {
  const { rows } = await ctx.db.query<{ at: Date | null }>(
    `select min(next_at) as at from call_entries where session_id = $1 and status = 'waiting'`,
    [sessionId],
  )
  return rows[0]?.at?.toISOString() ?? null
}

/** The person this caller has on the list now, if they may still be called. */
export async function heldBy(ctx: Context, userId: string, sessionId: string): Promise<Current | null> {
  const claim = await keepClaim(ctx, userId, sessionId)
  if (claim === null) return null
  const reach = (await mayCall(ctx, [claim.personId])).get(claim.personId)
  return reach === undefined ? null : currentOf(ctx, claim, reach)
}

/**
 * The next person who may be called at this moment. Whoever said no to calls since the list was made leaves it; whose hours
 * are closed comes back when they open.
 */
export async function takeNext(ctx: Context, caller: Caller, sessionId: string): Promise<View> {
  await requireOpen(ctx.db, sessionId)
  const nowMs = ctx.now()
  await keepRunning(ctx.db, sessionId, caller.id, nowMs)
  for (let passed = 0; passed < MOST_PASSED; passed += 1) {
    const claim = await claimNext(ctx, caller, sessionId)
    if (claim === null) return { current: null, nextAt: await nextAtOf(ctx, sessionId) }
    const reach = (await mayCall(ctx, [claim.personId])).get(claim.personId)
    if (reach?.may.ok) {
      const current = await currentOf(ctx, claim, reach)
      if (current !== null) return { current, nextAt: null }
    }
    const may = reach?.may
    if (may !== undefined && !may.ok && 'opensAt' in may && may.opensAt !== null)
      await putBack(ctx, sessionId, claim.personId, { status: 'waiting', nextAt: may.opensAt, why: may.why })
    else
      await putBack(ctx, sessionId, claim.personId, {
        status: 'left out',
        why: may === undefined || may.ok ? 'no phone' : may.why,
      })
  }
  return { current: null, nextAt: await nextAtOf(ctx, sessionId) }
}
