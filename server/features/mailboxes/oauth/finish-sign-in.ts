import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { Caller } from '../../../http/endpoint.ts'
import { Problem } from '../../../http/problem.ts'
import { unseal } from '../../../seal.ts'
import { requireWorking, storeMailbox } from '../connect-mailbox.ts'
import { noteFolders } from '../list-folders.ts'
import { POLICIES } from '../mailbox.ts'
import { normalAddress } from '../normal-address.ts'
import { type Tried, testMailbox } from '../test-mailbox.ts'
import { askForTokens, type Tokens } from './ask-for-tokens.ts'
import { hashOfState, PATIENCE_MS, redirectUrlOf, VERIFIER_PURPOSE } from './begin-sign-in.ts'
import { sealTokens } from './fresh-access.ts'
import { type Provider, type ProviderName, requireProvider } from './provider.ts'

const wanted = z.object({
  address: z.string().nullable(),
  displayName: z.string(),
  policy: z.enum(POLICIES),
  since: z.string().nullable(),
})
const claims = z.object({
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  upn: z.string().optional(),
})

type Pending = { provider: ProviderName; mailbox_id: string | null; verifier: string; wants: unknown; created_at: Date }

/**
 * Whom the provider says they are. The token came over TLS from the provider itself, so its signature need not be looked at
 * (OpenID Connect Core 3.1.3.7).
 */
export function addressIn(idToken: string | null): string | null {
  try {
    const part = idToken?.split('.')[1]
    if (part === undefined) return null
    const said = claims.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')))
    for (const each of [said.email, said.preferred_username, said.upn]) {
      const address = each === undefined ? null : normalAddress(each)
      if (address !== null) return address
    }
    return null
  } catch {
    return null
  }
}

async function takePending(ctx: Context, caller: Pick<Caller, 'id'>, state: string): Promise<Pending> {
  const { rows } = await ctx.db.query<Pending>(
    'delete from mail_sign_ins where state_hash = $1 and user_id = $2 returning provider, mailbox_id, verifier, wants, created_at',
    [hashOfState(state), caller.id],
  )
  const [row] = rows
  if (row === undefined || row.created_at.getTime() < ctx.now() - PATIENCE_MS)
    throw new Problem('refused', 'This sign-in was not begun here, or too long ago.', {
      mend: 'Begin again under Settings, My mailboxes. It must be finished by whoever began it, within a quarter of an hour.',
    })
  return row
}

/** A colleague came back from their provider: the code becomes tokens, both servers are tried with them, and the mailbox stands. */
export async function finishSignIn(
  ctx: Context,
  caller: Pick<Caller, 'id' | 'name'>,
  input: { state: string; code: string },
): Promise<string> {
  const pending = await takePending(ctx, caller, input.state)
  const provider = await requireProvider(ctx.db, ctx.secret, pending.provider)
  const verifier = unseal(ctx.secret, VERIFIER_PURPOSE, pending.verifier)
  if (verifier === null) throw new Problem('refused', 'This sign-in cannot be read any more.', { mend: 'Begin again.' })
  const asked = await askForTokens(ctx, provider, {
    grant_type: 'authorization_code',
    code: input.code,
    redirect_uri: redirectUrlOf(ctx),
    code_verifier: verifier,
  })
  if (!asked.ok) throw new Problem('refused', asked.trouble.what, { mend: asked.trouble.mend })
  const wants = wanted.parse(pending.wants)
  const address = addressIn(asked.idToken) ?? wants.address
  if (address === null)
    throw new Problem('refused', `${provider.label} did not say which address this is.`, {
      mend: 'Enter your address before you sign in.',
    })
  const tried = await testMailbox(ctx, {
    login: address,
    password: null,
    accessToken: asked.tokens.access,
    imap: provider.imap,
    smtp: provider.smtp,
  })
  requireWorking(tried)
  if (pending.mailbox_id !== null)
    return signedInAnew(ctx, { mailboxId: pending.mailbox_id, provider, address, tokens: asked.tokens, tried })
  return storeMailbox(ctx, caller, {
    address,
    login: address,
    secret: sealTokens(ctx.secret, asked.tokens),
    signIn: provider.name,
    imap: provider.imap,
    smtp: provider.smtp,
    displayName: wants.displayName,
    policy: wants.policy,
    since: wants.since ?? undefined,
    keepsCopies: !provider.keepsCopies,
    folders: tried.imap.folders,
  })
}

async function signedInAnew(
  ctx: Context,
  found: { mailboxId: string; provider: Provider; address: string; tokens: Tokens; tried: Tried },
): Promise<string> {
  const { mailboxId, provider, address, tokens, tried } = found
  const { rows } = await ctx.db.query<{ address: string; login: string }>(
    'select address, login from mailboxes where mailbox_id = $1',
    [mailboxId],
  )
  const box = rows[0]
  if (box !== undefined && box.address !== address && box.login.toLowerCase() !== address)
    throw new Problem('refused', `You signed in as ${address}; this mailbox is ${box.address}.`, {
      mend: `Sign out at ${provider.label} and sign in as ${box.address}, or connect ${address} as a mailbox of its own.`,
    })
  const { imap, smtp } = provider
  await ctx.db.query(
    `update mailboxes set sign_in = $2, secret = $3, login = $4, imap_host = $5, imap_port = $6, imap_security = $7, smtp_host = $8, smtp_port = $9,
       smtp_security = $10, status = 'new', trouble = null, next_try_at = $11, tries = 0, refreshing_until = null where mailbox_id = $1`,
    [
      mailboxId,
      provider.name,
      sealTokens(ctx.secret, tokens),
      address,
      imap.host,
      imap.port,
      imap.security,
      smtp?.host ?? null,
      smtp?.port ?? null,
      smtp?.security ?? null,
      new Date(ctx.now()),
    ],
  )
  await noteFolders(ctx, mailboxId, tried.imap.folders)
  return mailboxId
}
