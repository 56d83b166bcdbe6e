import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { Problem } from '../../http/problem.ts'
import { readMailSettings, type Security, storeMailSettings } from './mail-settings.ts'

type Input = {
  host: string
  port: number
  security: Security
  user: string | null
  password?: string | undefined
  from: string
}

const SENDER = /^(?:[^<>\r\n"]+<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/

export function refuseWhenEnvironment(ctx: Pick<Context, 'outside'>): void {
  if (ctx.outside?.smtpUrl === undefined) return
  throw new Problem('refused', 'The mail server is set by SMTP_URL in the environment of this installation.', {
    mend: 'Change it there, or take it away there to set it here.',
  })
}

/** Sets the mail server. What waits is tried with it at once. */
export async function setMail(ctx: Context, input: Input): Promise<void> {
  refuseWhenEnvironment(ctx)
  const from = input.from.trim()
  if (!SENDER.test(from)) {
    const what = 'is no sender'
    throw new Problem('bad-request', 'The sender is no address.', {
      mend: 'Write notices@company.example, or Company <notices@company.example>.',
      errors: [{ where: 'body.from', what }],
    })
  }
  const user = input.user?.trim() || null
  const before = await readMailSettings(ctx.db, ctx)
  // A stored password goes to no other server than the one it was given for.
  const isSame = before?.host === input.host && before.user === user
  const password = input.password ?? (isSame ? before.password : null)
  if (user !== null && (password === null || password === '')) {
    throw new Problem('bad-request', 'A user without a password.', {
      mend: 'Enter the password of this user, or leave the user empty.',
      errors: [{ where: 'body.password', what: 'is missing' }],
    })
  }
  await inTransaction(ctx.db, async (tx) => {
    await storeMailSettings(tx, ctx.secret, {
      host: input.host,
      port: input.port,
      security: input.security,
      user,
      password: user === null ? null : password,
      from,
    })
    await tx.query(`update mails set next_try_at = $1 where status = 'waiting'`, [new Date(ctx.now())])
  })
}
