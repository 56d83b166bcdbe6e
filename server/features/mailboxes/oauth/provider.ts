import { z } from 'zod'
import type { Queryable } from '../../../db/queryable.ts'
import { Problem } from '../../../http/problem.ts'
import { unseal } from '../../../seal.ts'
import { SECURITIES, type Server } from '../mailbox.ts'

export const PROVIDERS = ['google', 'microsoft', 'other'] as const
export type ProviderName = (typeof PROVIDERS)[number]

const server = z.object({ host: z.string(), port: z.int(), security: z.enum(SECURITIES) })
const stored = z.object({
  clientId: z.string(),
  /** Encrypted. Null: a public client, which PKCE alone protects. */
  secret: z.string().nullable(),
  tenant: z.string().default(''),
  label: z.string().default(''),
  domains: z.array(z.string()).default([]),
  authorizeUrl: z.string().default(''),
  tokenUrl: z.string().default(''),
  scopes: z.string().default(''),
  imap: server.nullable().default(null),
  smtp: server.nullable().default(null),
})
const storedAll = z.partialRecord(z.enum(PROVIDERS), stored)
export type StoredProvider = z.infer<typeof stored>

/** Where people sign in for their mailbox, and how it is reached then. */
export type Provider = {
  name: ProviderName
  label: string
  clientId: string
  clientSecret: string | null
  authorizeUrl: string
  tokenUrl: string
  scopes: string
  /** What else the page of the provider is asked with, so that it gives a token that lasts. */
  extra: Record<string, string>
  imap: Server
  smtp: Server | null
  /** The server lays copies of sent mail into its folder by itself. */
  keepsCopies: boolean
}

export const PROVIDERS_KEY = 'mailbox sign-in'
export const CLIENT_PURPOSE = 'mailbox sign-in client'
const ANY_TENANT = 'common'

export async function readStored(db: Queryable): Promise<Partial<Record<ProviderName, StoredProvider>>> {
  const { rows } = await db.query<{ value: unknown }>('select value from settings where key = $1', [PROVIDERS_KEY])
  return storedAll.catch({}).parse(rows[0]?.value ?? {})
}

function known(name: ProviderName, at: StoredProvider, clientSecret: string | null): Provider | null {
  const { clientId } = at
  if (name === 'google')
    return {
      name,
      label: 'Google',
      clientId,
      clientSecret,
      authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
      tokenUrl: 'https://oauth2.googleapis.com/token',
      scopes: 'openid email https://mail.google.com/',
      extra: { access_type: 'offline', prompt: 'consent' },
      imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
      keepsCopies: true,
    }
  if (name === 'microsoft') {
    const base = `https://login.microsoftonline.com/${encodeURIComponent(at.tenant || ANY_TENANT)}/oauth2/v2.0`
    return {
      name,
      label: 'Microsoft',
      clientId,
      clientSecret,
      authorizeUrl: `${base}/authorize`,
      tokenUrl: `${base}/token`,
      scopes:
        'openid email offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
      extra: {},
      imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
      smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
      keepsCopies: true,
    }
  }
  if (at.imap === null || at.authorizeUrl === '' || at.tokenUrl === '') return null
  return {
    name,
    label: at.label || new URL(at.authorizeUrl).hostname,
    clientId,
    clientSecret,
    authorizeUrl: at.authorizeUrl,
    tokenUrl: at.tokenUrl,
    scopes: at.scopes,
    extra: {},
    imap: at.imap,
    smtp: at.smtp,
    keepsCopies: false,
  }
}

/** A provider as an administrator entered it. Throws when nobody did. */
export async function requireProvider(db: Queryable, secret: string, name: ProviderName): Promise<Provider> {
  const at = (await readStored(db))[name]
  const clientSecret = at === undefined || at.secret === null ? null : unseal(secret, CLIENT_PURPOSE, at.secret)
  const provider = at === undefined ? null : known(name, at, clientSecret)
  if (provider === null)
    throw new Problem('refused', 'Signing in there is not set up.', {
      mend: 'An administrator enters the client of the provider under Settings, My mailboxes.',
    })
  if (at !== undefined && at.secret !== null && clientSecret === null)
    throw new Problem(
      'refused',
      `The client secret of ${provider.label} cannot be read: the secret of this house changed.`,
      {
        mend: 'An administrator enters it again under Settings, My mailboxes.',
      },
    )
  return provider
}

export type SignInOffer = { provider: ProviderName; label: string }

/** Where colleagues can sign in, as administrators set it up. */
export async function listOffers(db: Queryable): Promise<(SignInOffer & { domains: string[] })[]> {
  const all = await readStored(db)
  return PROVIDERS.flatMap((name) => {
    const at = all[name]
    const provider = at === undefined ? null : known(name, at, null)
    return provider === null ? [] : [{ provider: name, label: provider.label, domains: at?.domains ?? [] }]
  })
}
