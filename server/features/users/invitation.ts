import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Queryable } from '../../db/queryable.ts'

type Purpose = { prefix: string; validHours: number }

const INVITATION: Purpose = { prefix: 'invitation:', validHours: 7 * 24 }
/** Asked for by anybody who types an address, so it lives shorter, and leaves a pending invitation alone. */
const RESET: Purpose = { prefix: 'reset:', validHours: 1 }

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

async function makeLink(tx: Queryable, publicUrl: string, userId: string, purpose: Purpose): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.query('delete from verifications where identifier = $1', [purpose.prefix + userId])
  await tx.query(
    `insert into verifications (id, identifier, value, expires_at) values ($1, $2, $3, now() + make_interval(hours => $4))`,
    [randomUUID(), purpose.prefix + userId, digest(token), purpose.validHours],
  )
  return `${publicUrl}/invitation?token=${token}`
}

/** A link with which this person sets a password, once, within seven days. An earlier link of theirs ends. */
export function makeInvitation(tx: Queryable, publicUrl: string, userId: string): Promise<string> {
  return makeLink(tx, publicUrl, userId, INVITATION)
}

/** A link with which this person sets a new password, once, within one hour. */
export function makeReset(tx: Queryable, publicUrl: string, userId: string): Promise<string> {
  return makeLink(tx, publicUrl, userId, RESET)
}

/** Uses a token up: whom it invited, or null when it is unknown, used or too old. */
export async function takeInvitation(tx: Queryable, token: string): Promise<string | null> {
  const { rows } = await tx.query<{ identifier: string }>(
    `delete from verifications
      where value = $1 and (identifier like 'invitation:%' or identifier like 'reset:%') and expires_at > now()
     returning identifier`,
    [digest(token)],
  )
  return rows[0]?.identifier.split(':')[1] ?? null
}
