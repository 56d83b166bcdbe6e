import { randomBytes, randomUUID } from 'node:crypto'
import { hashApiKey } from '../../auth/caller-of-key.ts'
import type { Context } from '../../context.ts'
import { CONTRACTS } from '../../http/contracts.ts'
import { Problem } from '../../http/problem.ts'
import { scopesOf } from '../../http/scopes.ts'

const DAY_MS = 86_400_000

type Input = { name: string; scopes: readonly string[]; expiresInDays: number | null }

/** Makes a key for this person. The answer is the only time its secret is told. */
export async function createApiKey(
  ctx: Pick<Context, 'db' | 'now'>,
  owner: { id: string },
  { name, scopes, expiresInDays }: Input,
): Promise<{ id: string; apiKey: string }> {
  const known = new Set(scopesOf(CONTRACTS))
  const unknown = scopes.filter((scope) => !known.has(scope))
  if (unknown.length > 0) {
    throw new Problem('bad-request', `There is no scope ${unknown.map((scope) => `"${scope}"`).join(', ')}.`, {
      mend: 'Use "read", "write", or a noun of the API with either, such as "leads:read" or "deals:write".',
      errors: unknown.map((scope) => ({ where: 'body.scopes', what: `"${scope}" is no scope.` })),
    })
  }
  const id = randomUUID()
  const apiKey = `ens_${randomBytes(32).toString('base64url')}`
  const expiresAt = expiresInDays === null ? null : new Date(ctx.now() + expiresInDays * DAY_MS)
  await ctx.db.query(
    `insert into api_keys (key_id, user_id, name, beginning, hash, scopes, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, owner.id, name, apiKey.slice(0, 10), hashApiKey(apiKey), [...new Set(scopes)].sort(), expiresAt],
  )
  return { id, apiKey }
}
