import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'

/** Ends a key at once. `caller` is null from the command line; others than administrators end only their own. */
export async function revokeApiKey(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id' | 'role'> | null,
  { keyId }: { keyId: string },
): Promise<void> {
  const ofWhom = caller === null || caller.role === 'admin' ? null : caller.id
  const { rowCount } = await ctx.db.query(
    `update api_keys set revoked_at = coalesce(revoked_at, now())
      where key_id = $1 and ($2::uuid is null or user_id = $2)`,
    [keyId, ofWhom],
  )
  if (rowCount === 0) throw new Problem('not-found', 'There is no such key of yours.', { mend: 'Load the list again.' })
}
