import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { hashPassword } from '../../auth/password.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { isTaken } from '../../db/is-taken.ts'
import type { Role } from '../../http/contract.ts'
import { makeInvitation } from './invitation.ts'
import { emailTaken, refuseUnknownTeam } from './policy.ts'
import { storePassword } from './store-password.ts'

export type NewUser = {
  name: string
  email: string
  role: Role
  teamId: string | null
  password?: string | undefined
  locale?: 'en' | 'fr' | undefined
  languages?: string[] | undefined
  skills?: string[] | undefined
}

/** Hands the link over in the transaction that makes it; answers the address it was mailed to. */
export type HandOver = (tx: PoolClient, userId: string, link: string) => Promise<string | null>

/** Adds a colleague, with a password or with a link to set one. */
export async function createUser(
  ctx: Pick<Context, 'db' | 'publicUrl'>,
  input: NewUser,
  handOver: HandOver = async () => null,
): Promise<{ id: string; invitation: string | null; mailedTo: string | null }> {
  await refuseUnknownTeam(ctx.db, input.teamId)
  const email = input.email.toLowerCase()
  const hashed = input.password === undefined ? null : await hashPassword(input.password)
  const id = randomUUID()
  try {
    return await inTransaction(ctx.db, async (tx) => {
      await tx.query(
        'insert into users (id, name, email, role, team_id, locale, languages, skills) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [
          id,
          input.name.trim(),
          email,
          input.role,
          input.teamId,
          input.locale ?? null,
          input.languages ?? [],
          input.skills ?? [],
        ],
      )
      if (hashed === null) {
        const invitation = await makeInvitation(tx, ctx.publicUrl, id)
        return { id, invitation, mailedTo: await handOver(tx, id, invitation) }
      }
      await storePassword(tx, id, hashed)
      return { id, invitation: null, mailedTo: null }
    })
  } catch (error) {
    throw isTaken(error) ? emailTaken(email) : error
  }
}
