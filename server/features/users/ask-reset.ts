import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { mailReset } from '../mail/mail-reset.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
import { makeReset } from './invitation.ts'

/** Refuses when no mail leaves this installation: then only an administrator helps. */
export async function refuseWithoutMail(ctx: Context): Promise<void> {
  if ((await readMailSettings(ctx.db, ctx)) !== null) return
  throw new Problem('refused', 'This installation sends no mail.', {
    mend: 'Ask an administrator for a new invitation link.',
  })
}

/** Mails a link for a new password to whoever signs in with this address; to others nothing, and nobody learns which it was. */
export async function askReset(ctx: Context, input: { email: string }): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await tx.query<{ id: string }>('select id from users where email = $1 and is_active for update', [
      input.email.trim().toLowerCase(),
    ])
    const [user] = rows
    if (user === undefined) return
    const link = await makeReset(tx, ctx.publicUrl, user.id)
    await mailReset(tx, ctx, { userId: user.id, link })
  })
}
