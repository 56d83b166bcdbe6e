import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Queryable } from '../../db/queryable.ts'

const VALID_DAYS = 7
const PREFIX = 'invitation:'

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A link with which this person sets a password, once, within seven days. An earlier link of theirs ends. */
export async function makeInvitation(tx: Queryable, publicUrl: string, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.query('delete from verifications where identifier = $1', [PREFIX + userId])
  await tx.query(
    `insert into verifications (id, identifier, value, expires_at) values ($1, $2, $3, now() + make_interval(days => $4))`,
    [randomUUID(), PREFIX + userId, digest(token), VALID_DAYS],
  )
  return `${publicUrl}/invitation?token=${token}`
}

/** Uses a token up: whom it invited, or null when it is unknown, used or too old. */
export async function takeInvitation(tx: Queryable, token: string): Promise<string | null> {
  const { rows } = await tx.query<{ identifier: string }>(
    `delete from verifications where value = $1 and identifier like 'invitation:%' and expires_at > now() returning identifier`,
    [digest(token)],
  )
  return rows[0]?.identifier.slice(PREFIX.length) ?? null
}
