import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { doorOf } from '../../webhooks/door-of.ts'
import { type Door, postOnce } from '../../webhooks/post-once.ts'
import type { Trouble } from '../mailbox.ts'
import type { Provider } from './provider.ts'

export type Tokens = { access: string; untilMs: number; refresh: string | null }
export type Asked =
  | { ok: true; tokens: Tokens; idToken: string | null }
  /** `isOver`: the provider wants the colleague to sign in anew; otherwise waiting may help. */
  | { ok: false; isOver: boolean; trouble: Trouble }

const MOST_ANSWER_BYTES = 64 * 1024
const USUAL_LIFE_S = 3_600
const given = z.object({
  access_token: z.string().min(1).max(16_384),
  refresh_token: z.string().max(16_384).optional(),
  expires_in: z.coerce.number().min(1).max(31_536_000).catch(USUAL_LIFE_S),
  id_token: z.string().optional(),
})
const refusal = z.object({ error: z.string(), error_description: z.string().optional() })

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

const short = (text: string): string => text.replaceAll(/\p{C}/gu, ' ').slice(0, 300)

function explain(label: string, error: string, description: string): { isOver: boolean; trouble: Trouble } {
  const said = description === '' ? '' : ` It said: ${short(description)}`
  if (error === 'invalid_grant' || error === 'interaction_required')
    return {
      isOver: true,
      trouble: {
        code: 'signed out',
        what: `${label} no longer lets us into this mailbox.${said}`,
        mend: 'Sign in again under Settings, My mailboxes. It happens after a new password, or when access was taken back.',
      },
    }
  if (['invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_request'].includes(error))
    return {
      isOver: true,
      trouble: {
        code: 'client',
        what: `${label} does not accept this installation as it is entered (${error}).${said}`,
        mend: 'An administrator checks client, secret and redirect address under Settings, My mailboxes.',
      },
    }
  return {
    isOver: false,
    trouble: {
      code: 'no token',
      what: `${label} gave no access (${short(error)}).${said}`,
      mend: 'It is tried again by itself.',
    },
  }
}

/** Asks a provider for tokens (RFC 6749, 4.1.3 and 6): over the open internet only, and following no redirect. */
export async function askForTokens(
  ctx: Pick<Context, 'now' | 'outside'>,
  provider: Provider,
  grant: Record<string, string>,
  door: Door = { ...doorOf(ctx), mostAnswerBytes: MOST_ANSWER_BYTES },
): Promise<Asked> {
  const body = new URLSearchParams({
    ...grant,
    client_id: provider.clientId,
    ...(provider.clientSecret === null ? {} : { client_secret: provider.clientSecret }),
  }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const sentMs = ctx.now()
  const answer = await postOnce(door, provider.tokenUrl, headers, body)
  const said = parsed(answer.answer)
  if (answer.statusCode === 200) {
    const read = given.safeParse(said)
    if (read.success)
      return {
        ok: true,
        tokens: {
          access: read.data.access_token,
          untilMs: sentMs + read.data.expires_in * 1_000,
          refresh: read.data.refresh_token ?? null,
        },
        idToken: read.data.id_token ?? null,
      }
  }
  const refused = refusal.safeParse(said)
  if (refused.success)
    return { ok: false, ...explain(provider.label, refused.data.error, refused.data.error_description ?? '') }
  return {
    ok: false,
    isOver: false,
    trouble: {
      code: 'no token',
      what: `${provider.label} gave no access: ${answer.error ?? 'its answer cannot be read'}`,
      mend: 'It is tried again by itself. When it lasts, an administrator checks the addresses under Settings, My mailboxes.',
    },
  }
}
