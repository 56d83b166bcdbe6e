import type { Context } from '../../context.ts'
import { seal } from '../../seal.ts'
import { SECRET_PURPOSE } from './deliver-one.ts'
import { noSuchWebhook } from './policy.ts'
import { makeSecret } from './sign.ts'

const OVERLAP_MS = 24 * 3_600_000

/** Makes a new signing secret; the old one signs along for a day, so that the receiver can change over. */
export async function rotateWebhookSecret(
  ctx: Context,
  input: { webhookId: string },
): Promise<{ secret: string; oldSecretUntil: string }> {
  const secret = makeSecret()
  const until = new Date(ctx.now() + OVERLAP_MS)
  const { rowCount } = await ctx.db.query(
    'update webhooks set old_secret = secret, old_secret_until = $3, secret = $2 where webhook_id = $1',
    [input.webhookId, seal(ctx.secret, SECRET_PURPOSE, secret), until],
  )
  if (rowCount === 0) throw noSuchWebhook()
  return { secret, oldSecretUntil: until.toISOString() }
}
