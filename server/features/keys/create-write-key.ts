import { randomBytes, randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import type { Caller } from '../../http/endpoint.ts'

/** Makes a key with which sites and servers send events. `caller` is null from the command line. */
export async function createWriteKey(
  ctx: Pick<Context, 'db'>,
  caller: Pick<Caller, 'id'> | null,
  input: { name: string },
): Promise<{ id: string; writeKey: string }> {
  const id = randomUUID()
  const writeKey = `wk_${randomBytes(24).toString('base64url')}`
  await ctx.db.query('insert into write_keys (key_id, write_key, name, created_by) values ($1, $2, $3, $4)', [
    id,
    writeKey,
    input.name.trim(),
    caller?.id ?? null,
  ])
  return { id, writeKey }
}
