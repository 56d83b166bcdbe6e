import type { Context } from '../../context.ts'
import { newId } from '../../db/new-id.ts'
import { unseal } from '../../seal.ts'
import { bodyOf, SECRET_PURPOSE } from './deliver-one.ts'
import { doorOf } from './door-of.ts'
import { noSuchWebhook } from './policy.ts'
import { type Answer, type Door, postOnce } from './post-once.ts'
import { signedHeaders } from './sign.ts'

/** Posts a test event now, outside the line, and says what came back. Nothing is stored. */
export async function testWebhook(
  ctx: Context,
  input: { webhookId: string },
  door: Door = doorOf(ctx),
): Promise<Answer & { at: string }> {
  const { rows } = await ctx.db.query<{ url: string; secret: string }>(
    'select url, secret from webhooks where webhook_id = $1',
    [input.webhookId],
  )
  const [webhook] = rows
  if (webhook === undefined) throw noSuchWebhook()
  const nowMs = ctx.now()
  const at = new Date(nowMs)
  const secret = unseal(ctx.secret, SECRET_PURPOSE, webhook.secret)
  if (secret === null) {
    const error =
      'The signing secret cannot be read: the secret of this installation changed. Make a new signing secret.'
    return { at: at.toISOString(), statusCode: null, tookMs: 0, error, answer: null }
  }
  const data = { message: 'A test from Ensemble.' }
  const body = bodyOf({ kind: 'webhook.test', sequence: '0', occurred_at: at, data }, ctx.publicUrl)
  const answer = await postOnce(door, webhook.url, signedHeaders([secret], newId(nowMs), nowMs, body), body)
  return { at: at.toISOString(), ...answer }
}
