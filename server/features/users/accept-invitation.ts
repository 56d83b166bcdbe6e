import { hashPassword } from '../../auth/password.ts'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { takeInvitation } from './invitation.ts'
import { storePassword } from './store-password.ts'

/** Sets the password with an invitation's token, which is used up. Sessions opened before end. */
export async function acceptInvitation(
  ctx: Pick<Context, 'db'>,
  input: { token: string; password: string },
): Promise<{ userId: string; email: string }> {
  const hashed = await hashPassword(input.password)
  return inTransaction(ctx.db, async (tx) => {
    const userId = await takeInvitation(tx, input.token)
    const { rows } = await tx.query<{ email: string | null }>('select email from users where id = $1 and is_active', [
      userId,
    ])
    const email = rows[0]?.email ?? null
    if (userId === null || email === null) {
      throw new Problem('refused', 'This invitation was used already, is too old, or never was.', {
        mend: 'Ask an administrator for a new link.',
      })
    }
    await storePassword(tx, userId, hashed)
    await tx.query('update users set email_verified = true, updated_at = now() where id = $1', [userId])
    return { userId, email }
  })
}
