import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Queryable } from '../../db/queryable.ts'
import type { Caller } from '../../http/endpoint.ts'
import { rawBodyOf } from '../../http/keep-raw-bodies.ts'
import { Problem } from '../../http/problem.ts'
import { covers } from '../../http/scopes.ts'
import { makeSecret } from '../webhooks/sign.ts'
import { logCall } from './contract.ts'

/** How old a signed message may be: Standard Webhooks advises five minutes. */
const TOLERANCE_MS = 5 * 60_000
const PREFIX = 'whsec_'

export async function secretSince(db: Queryable): Promise<string | null> {
  const { rows } = await db.query<{ created_at: Date }>('select created_at from call_secrets where revoked_at is null')
  return rows[0]?.created_at.toISOString() ?? null
}

/** Makes a new secret; the one before stops working at once. */
export async function makeCallSecret(ctx: Pick<Context, 'db' | 'now'>, by: string): Promise<{ secret: string }> {
  const secret = makeSecret()
  const now = new Date(ctx.now())
  await inTransaction(ctx.db, async (tx) => {
    await tx.query('update call_secrets set revoked_at = $1 where revoked_at is null', [now])
    await tx.query('insert into call_secrets (secret, created_by, created_at) values ($1, $2, $3)', [secret, by, now])
  })
  return { secret }
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function refuse(what: string, mend: string): never {
  throw new Problem('not-signed-in', what, { mend })
}

function checkSignature(request: FastifyRequest, secrets: readonly string[], nowMs: number): void {
  const header = (name: string): string => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : ''
  }
  const [id, timestamp, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature')]
  const sentMs = Number(timestamp) * 1_000
  if (!(Math.abs(nowMs - sentMs) <= TOLERANCE_MS))
    refuse(
      'The signature is of another time.',
      'Send webhook-timestamp in seconds, and set the clock of the telephone system.',
    )
  const signed = `${id}.${timestamp}.${rawBodyOf(request)}`
  const isGood = secrets.some((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
    return signatures.split(' ').some((each) => isSame(each, expected))
  })
  if (!isGood)
    refuse('The signature does not fit.', 'Sign id.timestamp.body with the secret of calls (HMAC SHA-256, base64).')
}

/**
 * Refuses whoever announces a call without leave: an API key with the scope of calls, the secret of calls in `x-call-secret`,
 * or a signature made with it (Standard Webhooks).
 */
export async function checkCallSecret(
  ctx: Pick<Context, 'db' | 'now'>,
  caller: Caller | null,
  request: FastifyRequest,
): Promise<void> {
  if (caller?.key !== undefined) {
    if (covers(caller.key.scopes, logCall)) return
    throw new Problem('not-allowed', 'The scopes of this key do not cover calls:write.', {
      mend: 'Make a key with the scope "calls:write" under Settings.',
    })
  }
  const { rows } = await ctx.db.query<{ secret: string }>('select secret from call_secrets where revoked_at is null')
  const secrets = rows.map((row) => row.secret)
  if (secrets.length === 0)
    refuse('No telephone system is connected.', 'An administrator makes the secret of calls under Calls, Settings.')
  if (request.headers['webhook-signature'] !== undefined) return checkSignature(request, secrets, ctx.now())
  const told = request.headers['x-call-secret']
  if (typeof told !== 'string' || !secrets.some((secret) => isSame(secret, told)))
    refuse(
      'The secret of calls did not come with this request.',
      'Send it as "X-Call-Secret: whsec_…", sign the request with it, or send an API key with the scope calls:write.',
    )
}
