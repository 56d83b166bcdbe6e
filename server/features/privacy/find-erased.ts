import type { Context } from '../../context.ts'
import type { Who } from '../facts/incoming.ts'
import { normalEmail, normalPhone } from '../facts/prepare-facts.ts'
import { hashKey, type NamedKey } from './hash-key.ts'

/** A switchboard or a browser is shared: only an address or an id of their own says that somebody is the one who was erased. */
function keysOf(who: Who): NamedKey[] {
  const email = who.email === undefined ? null : normalEmail(who.email)
  const phone = who.phone === undefined ? null : normalPhone(who.phone)
  return [
    ...(email === null ? [] : [{ kind: 'email', value: email }]),
    ...(who.externalId ? [{ kind: 'external', value: who.externalId }] : []),
    ...(phone === null || email !== null || who.externalId ? [] : [{ kind: 'phone', value: phone }]),
  ]
}

/** Which of these people were erased at their own request, by index. */
export async function findErased(ctx: Context, whos: readonly (Who | undefined)[]): Promise<Set<number>> {
  const { rows: any } = await ctx.db.query('select 1 from tombstones limit 1')
  if (any.length === 0) return new Set()
  const hashes = whos.map((who) => (who === undefined ? [] : keysOf(who).map((key) => hashKey(ctx.secret, key))))
  const { rows } = await ctx.db.query<{ hash: string }>('select hash from tombstones where hash = any($1::text[])', [
    hashes.flat(),
  ])
  const erased = new Set(rows.map((row) => row.hash))
  return new Set(hashes.flatMap((own, index) => (own.some((hash) => erased.has(hash)) ? [index] : [])))
}
