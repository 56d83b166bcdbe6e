import { parseArgs } from 'node:util'
import { openContext } from '../compose.ts'
import { ExplainedError } from '../explained-error.ts'
import { createWriteKey } from '../features/keys/create-write-key.ts'
import { listWriteKeys } from '../features/keys/queries.ts'
import { revokeWriteKey } from '../features/keys/revoke-write-key.ts'
import { Problem } from '../http/problem.ts'

export const summary = 'Makes, lists and revokes the keys with which sites send events'

export const help = `
Usage: ensemble key create --write [--name NAME] [--json]
       ensemble key list [--json]
       ensemble key revoke ID [--json]

A write key lets a site or a server send events to /v1/track, /v1/identify and /v1/page. It can read nothing.
Revoking one takes effect at once; what it brought stays.

Options:
  --write       make a write key (the only kind there is)
  --name NAME   what the key is for (default: "Command line")
  --json        print the answer as JSON
`

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { write: { type: 'boolean' }, name: { type: 'string' }, json: { type: 'boolean' } },
  })
  const [action, id, ...rest] = positionals
  const isKnown = action === 'create' || action === 'list' || (action === 'revoke' && id !== undefined)
  if (!isKnown || rest.length > 0 || (action !== 'revoke' && id !== undefined)) {
    throw new ExplainedError('Say what to do: create --write, list, or revoke ID. See `ensemble key --help`.')
  }
  if (action === 'create' && !values.write)
    throw new ExplainedError('Say which kind of key to make: ensemble key create --write')
  const { ctx, close } = await openContext()
  const say = (data: object, text: string) => console.log(values.json ? JSON.stringify(data, undefined, 2) : text)
  try {
    if (action === 'create') {
      const made = await createWriteKey(ctx, null, { name: values.name ?? 'Command line' })
      say(made, made.writeKey)
    } else if (action === 'list') {
      const keys = await listWriteKeys(ctx.db)
      const lines = keys.map(
        (key) => `${key.id}  ${key.writeKey}  ${key.revokedAt === null ? 'valid  ' : 'revoked'}  ${key.name}`,
      )
      say({ keys }, lines.join('\n') || 'There is no write key yet.')
    } else if (id !== undefined) {
      await revokeWriteKey(ctx, { keyId: asId(id) })
      say({ id, isRevoked: true }, 'Revoked.')
    }
    return 0
  } catch (error) {
    throw error instanceof Problem ? new ExplainedError(error.message) : error
  } finally {
    await close()
  }
}

function asId(text: string): string {
  if (/^[0-9a-f-]{36}$/i.test(text)) return text
  throw new ExplainedError(`"${text}" is not the id of a key: see \`ensemble key list\`.`)
}
