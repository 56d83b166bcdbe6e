import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { forgetWriteKeys } from './valid-write-keys.ts'

/** From now on the key opens nothing. What it brought stays. Revoking twice changes nothing. */
export async function revokeWriteKey(ctx: Pick<Context, 'db'>, input: { keyId: string }): Promise<void> {
  const { rowCount } = await ctx.db.query(
    'update write_keys set revoked_at = coalesce(revoked_at, now()) where key_id = $1',
    [input.keyId],
  )
  forgetWriteKeys(ctx)
  if (rowCount === 0)
    throw new Problem('not-found', 'There is no such write key.', { mend: 'Look at the list of keys.' })
}
