import type { Context } from '../../context.ts'
import { isTaken } from '../../db/is-taken.ts'
import { newId } from '../../db/new-id.ts'
import type { Caller } from '../../http/endpoint.ts'
import { Problem } from '../../http/problem.ts'
import { seal } from '../../seal.ts'
import { type FoundFolder, noteFolders } from './list-folders.ts'
import { PASSWORD_PURPOSE, type Policy, type Server, type SignIn } from './mailbox.ts'
import { normalAddress } from './normal-address.ts'
import { type Tried, testMailbox } from './test-mailbox.ts'

const YEAR_MS = 365 * 86_400_000

type Input = {
  address: string
  login: string
  password: string
  imap: Server
  smtp: Server | null
  displayName: string
  policy: Policy
  since?: string | undefined
  keepsCopies: boolean
}

/** Refuses what either server refused, at the field that is to be changed. */
export function requireWorking({ imap, smtp }: Tried): void {
  const trouble = imap.trouble ?? smtp?.trouble ?? null
  if (trouble === null) return
  const side = imap.trouble === null ? 'smtp' : 'imap'
  const field = trouble.code === 'password' || trouble.code === 'no password' ? 'password' : side
  throw new Problem('refused', trouble.what, {
    mend: trouble.mend,
    errors: [{ where: `body.${field}`, what: trouble.what, mend: trouble.mend }],
  })
}

export function ownAddress(text: string, where = 'body.address'): string {
  const address = normalAddress(text)
  if (address === null)
    throw new Problem('bad-request', `“${text.slice(0, 100)}” is no address.`, {
      mend: 'Write it like ana@company.example.',
      errors: [{ where, what: 'is no e-mail address' }],
    })
  return address
}

/** Connects a mailbox once both its servers let us in. Reading begins by itself. */
export async function connectMailbox(ctx: Context, caller: Pick<Caller, 'id' | 'name'>, input: Input): Promise<string> {
  const address = ownAddress(input.address)
  const tried = await testMailbox(ctx, input)
  requireWorking(tried)
  const secret = seal(ctx.secret, PASSWORD_PURPOSE, input.password)
  return storeMailbox(ctx, caller, { ...input, address, secret, signIn: 'password', folders: tried.imap.folders })
}

type Opened = Omit<Input, 'password'> & { secret: string; signIn: SignIn; folders: readonly FoundFolder[] }

/** Keeps a mailbox that was opened just now. */
export async function storeMailbox(ctx: Context, caller: Pick<Caller, 'id' | 'name'>, input: Opened): Promise<string> {
  const nowMs = ctx.now()
  const mailboxId = newId(nowMs)
  const since = input.since === undefined ? nowMs - YEAR_MS : Date.parse(input.since)
  try {
    await ctx.db.query(
      `insert into mailboxes (mailbox_id, user_id, address, display_name, login, secret, imap_host, imap_port, imap_security, smtp_host, smtp_port,
         smtp_security, policy, since, keeps_copies, status, next_try_at, created_at, sign_in)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'new', $16, $16, $17)`,
      [
        mailboxId,
        caller.id,
        input.address,
        input.displayName || caller.name,
        input.login,
        input.secret,
        input.imap.host,
        input.imap.port,
        input.imap.security,
        input.smtp?.host ?? null,
        input.smtp?.port ?? null,
        input.smtp?.security ?? null,
        input.policy,
        new Date(since),
        input.keepsCopies,
        new Date(nowMs),
        input.signIn,
      ],
    )
  } catch (error) {
    if (!isTaken(error)) throw error
    throw new Problem('conflict', `${input.address} is connected already.`, {
      mend: 'Change it under Settings, My mailboxes.',
    })
  }
  await noteFolders(ctx, mailboxId, input.folders)
  return mailboxId
}
