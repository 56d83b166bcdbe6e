import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Queryable } from '../../db/queryable.ts'
import { seal, unseal } from '../../seal.ts'

export const SECURITIES = ['tls', 'starttls', 'none'] as const
export type Security = (typeof SECURITIES)[number]

/** The server mail goes through, and who it comes from. `tls`: from the first byte; `starttls`: required before anything is said. */
export type MailSettings = {
  source: 'environment' | 'house'
  host: string
  port: number
  security: Security | 'when offered'
  user: string | null
  password: string | null
  from: string
}

const KEY = 'mail'
const PURPOSE = 'mail password'
const stored = z.object({
  host: z.string(),
  port: z.number(),
  security: z.enum(SECURITIES),
  user: z.string().nullable(),
  password: z.string().nullable(),
  from: z.string(),
})

function fromEnvironment(url: string, from: string | undefined, publicUrl: string): MailSettings {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isTls = protocol === 'smtps:'
  return {
    source: 'environment',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    security: isTls ? 'tls' : 'when offered',
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
    from: from ?? `Ensemble <ensemble@${new URL(publicUrl).hostname}>`,
  }
}

type Ctx = Pick<Context, 'outside' | 'publicUrl' | 'secret'>

/** How mail is sent: as the environment says, else as an administrator set it, else not at all. */
export async function readMailSettings(db: Queryable, ctx: Ctx): Promise<MailSettings | null> {
  const url = ctx.outside?.smtpUrl
  if (url !== undefined) return fromEnvironment(url, ctx.outside?.mailFrom, ctx.publicUrl)
  const { rows } = await db.query<{ value: unknown }>('select value from settings where key = $1', [KEY])
  const parsed = stored.safeParse(rows[0]?.value)
  if (!parsed.success) return null
  const { password, ...rest } = parsed.data
  return { source: 'house', ...rest, password: password === null ? null : unseal(ctx.secret, PURPOSE, password) }
}

export async function storeMailSettings(
  tx: Queryable,
  secret: string,
  settings: Omit<MailSettings, 'source'>,
): Promise<void> {
  const { password } = settings
  const value = { ...settings, password: password === null ? null : seal(secret, PURPOSE, password) }
  await tx.query(
    `insert into settings (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [KEY, JSON.stringify(value)],
  )
}

export async function forgetMailSettings(tx: Queryable): Promise<void> {
  await tx.query('delete from settings where key = $1', [KEY])
}
