import { parseArgs } from 'node:util'
import { openContext } from '../compose.ts'
import type { Context } from '../context.ts'
import { ExplainedError } from '../explained-error.ts'
import { createApiKey } from '../features/api-keys/create-api-key.ts'
import { listApiKeys } from '../features/api-keys/list-api-keys.ts'
import { revokeApiKey } from '../features/api-keys/revoke-api-key.ts'
import { createWriteKey } from '../features/keys/create-write-key.ts'
import { listWriteKeys } from '../features/keys/queries.ts'
import { revokeWriteKey } from '../features/keys/revoke-write-key.ts'
import { Problem } from '../http/problem.ts'

export const summary = 'Makes, lists and revokes keys: of sites that send events, and of programs'

export const help = `
Usage: ensemble key create --write [--name NAME] [--json]
       ensemble key create --api --user EMAIL --scopes SCOPES [--days N] [--name NAME] [--json]
       ensemble key list [--json]
       ensemble key revoke ID [--json]

A write key lets a site or a server send events to /v1/track, /v1/identify and /v1/page. It can read nothing.
An API key acts as one colleague, within its scopes and never beyond their role: "Authorization: Bearer KEY".
Revoking takes effect at once; what a key brought stays.

Options:
  --write          make a write key
  --api            make an API key
  --user EMAIL     whose API key it is
  --scopes SCOPES  what it may do, with commas between: read, write, or one noun such as leads:read,facts:write
  --days N         it stops working after so many days
  --name NAME      what the key is for (default: "Command line")
  --json           print the answer as JSON
`

const OPTIONS = {
  write: { type: 'boolean' },
  api: { type: 'boolean' },
  user: { type: 'string' },
  scopes: { type: 'string' },
  days: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Options = Partial<{ write: boolean; api: boolean; user: string; scopes: string; days: string; name: string }>

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const [action, id, ...rest] = positionals
  const isKnown = action === 'create' || action === 'list' || (action === 'revoke' && id !== undefined)
  if (!isKnown || rest.length > 0 || (action !== 'revoke' && id !== undefined)) {
    throw new ExplainedError(
      'Say what to do: create --write, create --api, list, or revoke ID. See `ensemble key --help`.',
    )
  }
  if (action === 'create' && values.write === values.api)
    throw new ExplainedError('Say which kind of key to make: ensemble key create --write, or ensemble key create --api')
  const { ctx, close } = await openContext()
  const say = (data: object, text: string) => console.log(values.json ? JSON.stringify(data, undefined, 2) : text)
  try {
    if (action === 'create' && values.api) {
      const made = await makeApiKey(ctx, values)
      say(made, made.apiKey)
    } else if (action === 'create') {
      const made = await createWriteKey(ctx, null, { name: values.name ?? 'Command line' })
      say(made, made.writeKey)
    } else if (action === 'list') await list(ctx, say)
    else if (id !== undefined) {
      await revoke(ctx, asId(id))
      say({ id, isRevoked: true }, 'Revoked.')
    }
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError([error.message, error.mend ?? ''].join(' ').trim()) : error
  } finally {
    await close()
  }
}

async function makeApiKey(ctx: Pick<Context, 'db' | 'now'>, values: Options): Promise<{ id: string; apiKey: string }> {
  const days = values.days === undefined ? null : Number(values.days)
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 3_650))
    throw new ExplainedError(`--days is a whole number from 1 to 3650, not "${values.days}".`)
  const scopes = (values.scopes ?? '').split(',').flatMap((scope) => (scope.trim() === '' ? [] : [scope.trim()]))
  if (values.user === undefined || scopes.length === 0)
    throw new ExplainedError('Say whose key it is and what it may do: --user EMAIL --scopes read')
  const { rows } = await ctx.db.query<{ id: string }>(
    'select id from users where lower(email) = lower($1) and is_active',
    [values.user],
  )
  const [owner] = rows
  if (owner === undefined)
    throw new ExplainedError(`Nobody active here has the e-mail "${values.user}": see \`ensemble user list\`.`)
  return createApiKey(ctx, owner, { name: values.name ?? 'Command line', scopes, expiresInDays: days })
}

async function list(ctx: Pick<Context, 'db'>, say: (data: object, text: string) => void): Promise<void> {
  const keys = await listWriteKeys(ctx.db)
  const apiKeys = await listApiKeys(ctx.db, null)
  const stateOf = (key: { revokedAt: string | null }) => (key.revokedAt === null ? 'valid  ' : 'revoked')
  const lines = [
    ...keys.map((key) => `${key.id}  ${key.writeKey}  ${stateOf(key)}  ${key.name}`),
    ...apiKeys.map(
      (key) => `${key.id}  ${key.beginning}…  ${stateOf(key)}  ${key.name}, ${key.owner.name}: ${key.scopes.join(',')}`,
    ),
  ]
  say({ keys, apiKeys }, lines.join('\n') || 'There is no key yet.')
}

async function revoke(ctx: Pick<Context, 'db'>, keyId: string): Promise<void> {
  try {
    await revokeWriteKey(ctx, { keyId })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await revokeApiKey(ctx, null, { keyId })
  }
}

function asId(text: string): string {
  if (/^[0-9a-f-]{36}$/i.test(text)) return text
  throw new ExplainedError(`"${text}" is not the id of a key: see \`ensemble key list\`.`)
}
