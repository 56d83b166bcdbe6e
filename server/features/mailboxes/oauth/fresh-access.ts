import { setTimeout as later } from 'node:timers/promises'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { seal, unseal } from '../../../seal.ts'
import type { Trouble } from '../mailbox.ts'
import { askForTokens, type Tokens } from './ask-for-tokens.ts'
import { type ProviderName, requireProvider } from './provider.ts'

export const TOKENS_PURPOSE = 'mailbox tokens'
/** A token is used no longer than until so long before its end. */
const MARGIN_MS = 120_000
/** Longer than asking a provider lasts. */
const CLAIM_S = 25
const LOOK_MS = 250
const MOST_LOOKS = 120

const stored = z.object({ access: z.string(), untilMs: z.number(), refresh: z.string().nullable() })
type Row = { secret: string; sign_in: ProviderName }

export function sealTokens(secret: string, tokens: Tokens): string {
  return seal(secret, TOKENS_PURPOSE, JSON.stringify(tokens))
}

function openTokens(secret: string, sealed: string): Tokens | null {
  const text = unseal(secret, TOKENS_PURPOSE, sealed)
  return text === null ? null : stored.parse(JSON.parse(text))
}

export type Access = { ok: true; accessToken: string } | { ok: false; trouble: Trouble }

const unreadable: Access = {
  ok: false,
  trouble: {
    code: 'no password',
    what: 'The access to this mailbox cannot be read: it was stored under another secret.',
    mend: 'Sign in again under Settings, My mailboxes.',
  },
}

/**
 * A token that opens a mailbox, a new one where the stored one ends soon. One process at a time asks the provider: some give a
 * new refresh token with each answer and take the old one back.
 */
export async function freshAccess(
  ctx: Pick<Context, 'db' | 'secret' | 'now' | 'outside'>,
  mailboxId: string,
  options: { isForced?: boolean } = {},
): Promise<Access> {
  const before = await readTokens(ctx, mailboxId)
  if (before === null) return unreadable
  if (options.isForced !== true && isFresh(ctx, before)) return { ok: true, accessToken: before.access }
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { rows } = await ctx.db.query<Row>(
      `update mailboxes set refreshing_until = $2::timestamptz + make_interval(secs => $3)
        where mailbox_id = $1 and (refreshing_until is null or refreshing_until <= $2) returning secret, sign_in`,
      [mailboxId, new Date(ctx.now()), CLAIM_S],
    )
    const [row] = rows
    const now = row === undefined ? await readTokens(ctx, mailboxId) : openTokens(ctx.secret, row.secret)
    if (now === null) return unreadable
    const isNew = now.access !== before.access
    if (row !== undefined)
      return isNew && isFresh(ctx, now) ? release(ctx, mailboxId, now) : refresh(ctx, mailboxId, row, now)
    if (isNew && isFresh(ctx, now)) return { ok: true, accessToken: now.access }
    await later(LOOK_MS)
  }
  return {
    ok: false,
    trouble: { code: 'no token', what: 'The provider did not answer in time.', mend: 'It is tried again by itself.' },
  }
}

const isFresh = (ctx: Pick<Context, 'now'>, tokens: Tokens): boolean => tokens.untilMs - MARGIN_MS > ctx.now()

async function readTokens(ctx: Pick<Context, 'db' | 'secret'>, mailboxId: string): Promise<Tokens | null> {
  const { rows } = await ctx.db.query<Row>('select secret, sign_in from mailboxes where mailbox_id = $1', [mailboxId])
  return rows[0] === undefined ? null : openTokens(ctx.secret, rows[0].secret)
}

async function release(ctx: Pick<Context, 'db'>, mailboxId: string, tokens: Tokens): Promise<Access> {
  await ctx.db.query('update mailboxes set refreshing_until = null where mailbox_id = $1', [mailboxId])
  return { ok: true, accessToken: tokens.access }
}

async function refresh(
  ctx: Pick<Context, 'db' | 'secret' | 'now' | 'outside'>,
  mailboxId: string,
  row: Row,
  tokens: Tokens,
): Promise<Access> {
  try {
    if (tokens.refresh === null)
      return {
        ok: false,
        trouble: {
          code: 'signed out',
          what: 'The provider gave access for a short time only.',
          mend: 'Sign in again under Settings, My mailboxes.',
        },
      }
    const provider = await requireProvider(ctx.db, ctx.secret, row.sign_in)
    const asked = await askForTokens(ctx, provider, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh,
      ...(provider.scopes === '' ? {} : { scope: provider.scopes }),
    })
    if (!asked.ok) return { ok: false, trouble: asked.trouble }
    // Without a new refresh token the old one stays good.
    const next: Tokens = { ...asked.tokens, refresh: asked.tokens.refresh ?? tokens.refresh }
    await ctx.db.query('update mailboxes set secret = $2 where mailbox_id = $1 and secret = $3', [
      mailboxId,
      sealTokens(ctx.secret, next),
      row.secret,
    ])
    return { ok: true, accessToken: next.access }
  } finally {
    await ctx.db.query('update mailboxes set refreshing_until = null where mailbox_id = $1', [mailboxId])
  }
}
