import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { seal } from '../../seal.ts'
import { SECRET_PURPOSE } from './deliver-one.ts'
import { doorOf } from './door-of.ts'
import { getWebhook } from './get-webhook.ts'
import type { WebhookKind } from './kinds.ts'
import { refuseUrl } from './policy.ts'
import type { Door } from './post-once.ts'
import type { WebhookView } from './queries.ts'
import { makeSecret } from './sign.ts'

const MOST = 50
const LOCK = 5_206_145

/** Adds a receiver. Its signing secret is answered here and nowhere else. */
export async function createWebhook(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  input: { url: string; note: string; kinds: readonly WebhookKind[] },
  door: Door = doorOf(ctx),
): Promise<{ webhook: WebhookView; secret: string }> {
  const url = await refuseUrl(door, input.url)
  const id = randomUUID()
  const secret = makeSecret()
  const webhook = await inTransaction(ctx.db, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from webhooks')
    if ((rows[0]?.n ?? 0) >= MOST)
      throw new Problem('refused', `There are ${MOST} webhooks already.`, {
        mend: 'Remove one that is no longer used.',
      })
    await tx.query(
      'insert into webhooks (webhook_id, url, note, kinds, secret, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        id,
        url,
        input.note.trim(),
        [...new Set(input.kinds)],
        seal(ctx.secret, SECRET_PURPOSE, secret),
        caller.id,
        new Date(ctx.now()),
      ],
    )
    return getWebhook(tx, id, ctx.now())
  })
  return { webhook, secret }
}
