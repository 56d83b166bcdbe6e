import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { MailTrouble } from './mail-trouble.ts'
import type { SignIn } from './mailbox.ts'
import { freshAccess } from './oauth/fresh-access.ts'

/** What opens a mailbox: what somebody entered, a token just given, or what is stored of a mailbox. */
export type Opening = {
  login: string
  password: string | null
  accessToken?: string
  signIn?: SignIn
  mailboxId?: string
}
export type Key = { user: string; pass: string } | { user: string; accessToken: string }

/** The password or a token that is still good. Throws MailTrouble when there is none. */
export async function keyOf(
  ctx: Pick<Context, 'db' | 'secret' | 'now' | 'outside'>,
  opening: Opening,
  options: { isForced?: boolean } = {},
): Promise<Key> {
  const { login, password, accessToken, signIn = 'password', mailboxId } = opening
  if (accessToken !== undefined) return { user: login, accessToken }
  if (signIn !== 'password' && mailboxId !== undefined) {
    const access = await freshAccess(ctx, mailboxId, options).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      throw new MailTrouble({ code: 'client', what: error.message, mend: error.mend ?? 'Ask an administrator.' })
    })
    if (!access.ok) throw new MailTrouble(access.trouble)
    return { user: login, accessToken: access.accessToken }
  }
  if (password !== null) return { user: login, pass: password }
  throw new MailTrouble({
    code: 'no password',
    what: 'The password of this mailbox cannot be read: it was stored under another secret.',
    mend: 'Enter it again.',
  })
}
