import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../../context.ts'
import type { Caller } from '../../../http/endpoint.ts'
import { Problem } from '../../../http/problem.ts'
import { seal } from '../../../seal.ts'
import { ownAddress } from '../connect-mailbox.ts'
import { noSuchMailbox, type Policy, requireOwn } from '../mailbox.ts'
import { type ProviderName, requireProvider } from './provider.ts'

export const VERIFIER_PURPOSE = 'mailbox sign-in verifier'
export const PATIENCE_MS = 15 * 60_000

export const hashOfState = (state: string): Buffer => createHash('sha256').update(state).digest()

/** Where the provider sends people back to: an administrator enters it there, letter by letter. */
export function redirectUrlOf(ctx: Pick<Context, 'publicUrl'>): string {
  return `${ctx.publicUrl}/settings/mailboxes/signed-in`
}

export type Wants = { address: string | null; displayName: string; policy: Policy; since: string | null }

type Input = {
  provider?: ProviderName | undefined
  mailboxId?: string | undefined
  address?: string | undefined
  displayName: string
  policy: Policy
  since?: string | undefined
}

/** The page of the provider at which a colleague lets us into their mailbox: authorisation code with PKCE (RFC 6749, RFC 7636). */
export async function beginSignIn(ctx: Context, caller: Pick<Caller, 'id'>, input: Input): Promise<{ url: string }> {
  const { name, address } = await whichOne(ctx, caller, input)
  const provider = await requireProvider(ctx.db, ctx.secret, name)
  const state = randomBytes(32).toString('base64url')
  const verifier = randomBytes(32).toString('base64url')
  const wants: Wants = {
    address,
    displayName: input.displayName,
    policy: input.policy,
    since: input.since ?? null,
  }
  const now = new Date(ctx.now())
  await ctx.db.query('delete from mail_sign_ins where created_at < $1', [new Date(ctx.now() - PATIENCE_MS)])
  await ctx.db.query(
    `insert into mail_sign_ins (state_hash, user_id, provider, mailbox_id, verifier, wants, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      hashOfState(state),
      caller.id,
      name,
      input.mailboxId ?? null,
      seal(ctx.secret, VERIFIER_PURPOSE, verifier),
      JSON.stringify(wants),
      now,
    ],
  )
  const url = new URL(provider.authorizeUrl)
  const asked = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: redirectUrlOf(ctx),
    scope: provider.scopes,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(address === null ? {} : { login_hint: address }),
    ...provider.extra,
  }
  for (const [name, value] of Object.entries(asked)) if (value !== '') url.searchParams.set(name, value)
  return { url: url.href }
}

/** The provider named, or the one a mailbox was signed in with. */
async function whichOne(
  ctx: Context,
  caller: Pick<Caller, 'id'>,
  { mailboxId, provider, address }: Input,
): Promise<{ name: ProviderName; address: string | null }> {
  if (mailboxId === undefined) {
    if (provider === undefined)
      throw new Problem('bad-request', 'Neither a provider nor a mailbox is named.', { mend: 'Name the provider.' })
    return { name: provider, address: address === undefined || address === '' ? null : ownAddress(address) }
  }
  await requireOwn(ctx.db, mailboxId, caller.id)
  const { rows } = await ctx.db.query<{ address: string; sign_in: ProviderName | 'password' }>(
    'select address, sign_in from mailboxes where mailbox_id = $1',
    [mailboxId],
  )
  const [row] = rows
  if (row === undefined) throw noSuchMailbox()
  const name = provider ?? (row.sign_in === 'password' ? null : row.sign_in)
  if (name === null)
    throw new Problem('bad-request', 'This mailbox is opened by a password.', {
      mend: 'Name the provider it shall be signed in at.',
    })
  return { name, address: row.address }
}
