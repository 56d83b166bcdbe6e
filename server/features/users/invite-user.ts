import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import type { HandOver } from './create-user.ts'
import { makeInvitation } from './invitation.ts'
import { noSuchUser } from './policy.ts'

/** Makes a new link with which an active colleague sets a password. */
export async function inviteUser(
  ctx: Pick<Context, 'db' | 'publicUrl'>,
  input: { userId: string },
  handOver: HandOver = async () => null,
): Promise<{ invitation: string; mailedTo: string | null }> {
  return inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ email: string | null; is_active: boolean }>(
      'select email, is_active from users where id = $1 for update',
      [input.userId],
    )
    const user = rows[0]
    if (user === undefined) throw noSuchUser()
    if (!user.is_active) throw new Problem('refused', 'This person is not active.', { mend: 'Make them active first.' })
    if (user.email === null) {
      throw new Problem('refused', 'This person has no e-mail to sign in with.', { mend: 'Give them an e-mail first.' })
    }
    const invitation = await makeInvitation(tx, ctx.publicUrl, input.userId)
    return { invitation, mailedTo: await handOver(tx, input.userId, invitation) }
  })
}
