import type { Context } from '../../../context.ts'
import type { Queryable } from '../../../db/queryable.ts'
import { Problem } from '../../../http/problem.ts'
import { seal } from '../../../seal.ts'
import { doorOf } from '../../webhooks/door-of.ts'
import { findAddress } from '../../webhooks/find-address.ts'
import type { Door } from '../../webhooks/post-once.ts'
import { readUrl } from '../../webhooks/read-url.ts'
import type { Server } from '../mailbox.ts'
import {
  CLIENT_PURPOSE,
  PROVIDERS,
  PROVIDERS_KEY,
  type ProviderName,
  readStored,
  type StoredProvider,
} from './provider.ts'

type Input = {
  provider: ProviderName
  clientId: string
  /** Absent: stays as it is. Null: there is none. */
  clientSecret?: string | null | undefined
  tenant: string
  label: string
  domains: string[]
  authorizeUrl: string
  tokenUrl: string
  scopes: string
  imap: Server | null
  smtp: Server | null
}

async function refuseUrl(door: Door, where: string, url: string): Promise<void> {
  const read = readUrl(url, door.canHookLoopback)
  const what = read.ok ? await lookUp(door, read.target) : read.what.replace('Webhooks go', 'People sign in at')
  if (what === null) return
  const mend = read.ok ? 'Check the spelling; the name must lead to the open internet.' : read.mend
  throw new Problem('refused', what, { mend, errors: [{ where, what, mend }] })
}

async function lookUp(door: Door, target: Parameters<typeof findAddress>[0]): Promise<string | null> {
  const found = await findAddress(target, door.resolve)
  return found.ok ? null : found.error
}

async function write(db: Queryable, all: Partial<Record<ProviderName, StoredProvider>>): Promise<void> {
  await db.query(
    `insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [PROVIDERS_KEY, JSON.stringify(all)],
  )
}

/** Keeps what a provider knows this installation by. Its secret is encrypted and shown to nobody. */
export async function saveProvider(ctx: Context, input: Input, door: Door = doorOf(ctx)): Promise<void> {
  if (input.provider === 'other') {
    if (input.imap === null)
      throw new Problem('refused', 'The server of these mailboxes is missing.', {
        mend: 'Enter where mail is read (IMAP).',
        errors: [{ where: 'body.imap', what: 'is missing' }],
      })
    await refuseUrl(door, 'body.authorizeUrl', input.authorizeUrl)
    await refuseUrl(door, 'body.tokenUrl', input.tokenUrl)
  }
  const all = await readStored(ctx.db)
  const { provider, clientSecret, ...rest } = input
  const secret =
    clientSecret === undefined
      ? (all[provider]?.secret ?? null)
      : clientSecret === null
        ? null
        : seal(ctx.secret, CLIENT_PURPOSE, clientSecret)
  const isNamed = provider === 'other'
  await write(ctx.db, {
    ...all,
    [provider]: {
      clientId: rest.clientId,
      secret,
      domains: rest.domains.map((each) => each.toLowerCase().replace(/^@/, '')),
      tenant: provider === 'microsoft' ? rest.tenant : '',
      label: isNamed ? rest.label : '',
      authorizeUrl: isNamed ? rest.authorizeUrl : '',
      tokenUrl: isNamed ? rest.tokenUrl : '',
      scopes: isNamed ? rest.scopes : '',
      imap: isNamed ? rest.imap : null,
      smtp: isNamed ? rest.smtp : null,
    },
  })
}

/** Takes a provider out. Mailboxes that were signed in there are not let in any more once their token ends. */
export async function removeProvider(db: Queryable, provider: ProviderName): Promise<void> {
  const { [provider]: _gone, ...rest } = await readStored(db)
  await write(db, rest)
}

export async function listProviders(db: Queryable) {
  const all = await readStored(db)
  return PROVIDERS.flatMap((provider) => {
    const at = all[provider]
    if (at === undefined) return []
    const { secret, ...shown } = at
    return [{ provider, ...shown, hasSecret: secret !== null }]
  })
}
