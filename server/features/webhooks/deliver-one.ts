import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { unseal } from '../../seal.ts'
import { tell } from '../notices/tell.ts'
import { type Answer, type Door, postOnce } from './post-once.ts'
import { readAdmins } from './read-admins.ts'
import { retryAt } from './retry-at.ts'
import { signedHeaders } from './sign.ts'

export const SECRET_PURPOSE = 'webhook secret'

export type Delivery = {
  webhook_id: string
  event_id: string
  tries: number
  url: string
  secret: string
  old_secret: string | null
  old_secret_until: Date | null
  kind: string
  sequence: string
  occurred_at: Date
  data: Record<string, unknown>
}

/** The body a receiver gets: the same characters at every try. `sequence` grows, so that receivers can put events in order. */
export function bodyOf(
  delivery: Pick<Delivery, 'kind' | 'sequence' | 'occurred_at' | 'data'>,
  publicUrl: string,
): string {
  const { kind, sequence, occurred_at, data } = delivery
  const { lead } = data
  const hasLead = typeof lead === 'object' && lead !== null && 'personId' in lead
  const url = hasLead ? `${publicUrl}/people/${String(lead.personId)}` : publicUrl
  return JSON.stringify({ type: kind, timestamp: occurred_at.toISOString(), sequence: Number(sequence), url, data })
}

function secretsOf(ctx: Context, delivery: Delivery): string[] {
  const isOldValid = delivery.old_secret_until !== null && delivery.old_secret_until.getTime() > ctx.now()
  return [delivery.secret, isOldValid ? delivery.old_secret : null].flatMap((sealed) => {
    const secret = sealed === null ? null : unseal(ctx.secret, SECRET_PURPOSE, sealed)
    return secret === null ? [] : [secret]
  })
}

async function post(ctx: Context, door: Door, delivery: Delivery): Promise<Answer> {
  const secrets = secretsOf(ctx, delivery)
  if (secrets.length === 0) {
    const error =
      'The signing secret cannot be read: the secret of this installation changed. Make a new signing secret.'
    return { statusCode: null, tookMs: 0, error, answer: null }
  }
  const body = bodyOf(delivery, ctx.publicUrl)
  return postOnce(door, delivery.url, signedHeaders(secrets, delivery.event_id, ctx.now(), body), body)
}

/** Posts one event to one receiver and writes down what came of it: delivered, to be tried again, or given up. */
export async function deliverOne(ctx: Context, door: Door, delivery: Delivery): Promise<Answer> {
  const answer = await post(ctx, door, delivery)
  await settle(ctx, delivery, answer)
  return answer
}

async function settle(ctx: Context, delivery: Delivery, answer: Answer): Promise<void> {
  const nowMs = ctx.now()
  const key = [delivery.webhook_id, delivery.event_id]
  const isGone = answer.statusCode === 410
  const next = answer.error === null || isGone ? null : retryAt(delivery.tries + 1, nowMs, Math.random())
  const status = answer.error === null ? 'delivered' : next === null ? 'failed' : 'waiting'
  await inTransaction(ctx.db, async (tx) => {
    const { rowCount } = await tx.query(
      `update webhook_deliveries set status = $3, tries = tries + 1, claimed_until = null, next_try_at = coalesce($4, next_try_at)
        where webhook_id = $1 and event_id = $2`,
      [...key, status, next === null ? null : new Date(next)],
    )
    // Deleted meanwhile, with its log.
    if (rowCount === 0) return
    await tx.query(
      'insert into webhook_tries (webhook_id, event_id, at, status_code, took_ms, error, answer) values ($1, $2, $3, $4, $5, $6, $7)',
      [...key, new Date(nowMs), answer.statusCode, answer.tookMs, answer.error, answer.answer],
    )
    if (answer.error === null) {
      await tx.query('update webhooks set failing_since = null where webhook_id = $1 and failing_since is not null', [
        key[0],
      ])
      return
    }
    await tx.query('update webhooks set failing_since = $2 where webhook_id = $1 and failing_since is null', [
      key[0],
      new Date(nowMs),
    ])
    if (isGone) await stop(tx, delivery)
    if (status === 'failed') {
      const admins = await readAdmins(tx)
      const data = { webhookId: delivery.webhook_id, url: delivery.url, why: answer.error, isGone }
      await tell(
        tx,
        admins.map((userId) => ({ userId, kind: 'webhook_stopped', personId: null, data })),
        nowMs,
      )
    }
  })
}

/** The receiver said it is gone (410): nothing more is sent to it until an administrator sets it going again. */
async function stop(tx: Parameters<typeof readAdmins>[0], delivery: Delivery): Promise<void> {
  await tx.query(`update webhooks set status = 'gone' where webhook_id = $1`, [delivery.webhook_id])
  await tx.query(`update webhook_deliveries set status = 'failed' where webhook_id = $1 and status = 'waiting'`, [
    delivery.webhook_id,
  ])
}
