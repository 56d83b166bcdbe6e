import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'

/** How long a person stays somebody's without a word from their page. */
export const LEASE_MS = 10 * 60_000
/** A colleague who has just called outside of the list is not followed by another call at once. */
const JUST_CALLED_MS = 2 * 3_600_000

type Deps = Pick<Context, 'db' | 'now'>
export type Claim = { personId: string; claimedUntil: Date; attempts: number }
type Row = { person_id: string; claimed_until: Date; attempts: number }

const claimOf = (row: Row): Claim => ({
  personId: row.person_id,
  claimedUntil: row.claimed_until,
  attempts: row.attempts,
})

/** Lets go of people whose caller is not heard of any more, and of those this caller has on another list. */
async function release(ctx: Deps, userId: string, exceptSession: string): Promise<void> {
  await ctx.db.query(
    `update call_entries set status = 'waiting', claimed_by = null, claimed_until = null
      where status = 'claimed' and (claimed_until < $1 or (claimed_by = $2 and session_id <> $3))`,
    [new Date(ctx.now()), userId, exceptSession],
  )
}

/** The person the caller has on this list, kept for another while. */
export async function keepClaim(ctx: Deps, userId: string, sessionId: string): Promise<Claim | null> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Row>(
    `update call_entries set claimed_until = $4 where session_id = $1 and claimed_by = $2 and status = 'claimed' and claimed_until > $3
     returning person_id, claimed_until, attempts`,
    [sessionId, userId, new Date(nowMs), new Date(nowMs + LEASE_MS)],
  )
  return rows[0] === undefined ? null : claimOf(rows[0])
}

/**
 * Takes the next person of a list for one caller. Callers who ask at the same moment pass each other's rows over
 * (`skip locked`), and an index keeps one person with one caller whatever lists they stand on.
 */
export async function claimNext(
  ctx: Deps,
  caller: Pick<Caller, 'id' | 'role'>,
  sessionId: string,
): Promise<Claim | null> {
  const kept = await keepClaim(ctx, caller.id, sessionId)
  if (kept !== null) return kept
  await release(ctx, caller.id, sessionId)
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return await claim(ctx, caller, sessionId)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  return null
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
}

async function claim(ctx: Deps, { id, role }: Pick<Caller, 'id' | 'role'>, sessionId: string): Promise<Claim | null> {
  const nowMs = ctx.now()
  const { rows } = await ctx.db.query<Row>(
    `update call_entries set status = 'claimed', claimed_by = $2, claimed_at = $3, claimed_until = $4
      where session_id = $1 and status = 'waiting' and person_id = (
        select n.person_id from call_entries n
         where n.session_id = $1 and n.status = 'waiting' and (n.next_at is null or n.next_at <= $3)
           and ($5 or not exists (select 1 from leads l where l.person_id = n.person_id and l.owner <> $2 and l.outcome = 'open'))
           and not exists (select 1 from call_entries o where o.person_id = n.person_id and o.status = 'claimed')
           and not exists (select 1 from facts f where f.person_id = n.person_id and f.kind = 'call.made' and f.actor <> $2 and f.occurred_at > $6)
         order by n.place limit 1 for update of n skip locked)
      returning person_id, claimed_until, attempts`,
    [
      sessionId,
      id,
      new Date(nowMs),
      new Date(nowMs + LEASE_MS),
      role === 'admin' || role === 'manager',
      new Date(nowMs - JUST_CALLED_MS),
    ],
  )
  return rows[0] === undefined ? null : claimOf(rows[0])
}

/** Gives a claimed person back to the list, off it, or on it for later. */
export async function putBack(
  ctx: Deps,
  sessionId: string,
  personId: string,
  to: {
    status: 'waiting' | 'done' | 'skipped' | 'left out'
    nextAt?: number | null
    why?: string
    isLast?: boolean
    called?: boolean
  },
): Promise<void> {
  await ctx.db.query(
    `update call_entries set status = $3, claimed_by = null, claimed_until = null, next_at = $4, why = $5,
       place = case when $6 then (select max(place) + 1 from call_entries where session_id = $1) else place end,
       attempts = attempts + $7
     where session_id = $1 and person_id = $2`,
    [
      sessionId,
      personId,
      to.status,
      to.nextAt == null ? null : new Date(to.nextAt),
      to.why ?? null,
      to.isLast === true,
      to.called === true ? 1 : 0,
    ],
  )
}
