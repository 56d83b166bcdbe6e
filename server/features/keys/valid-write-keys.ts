import type { Context } from '../../context.ts'

/** How long another process may still honour a key that was revoked: this one knows at once. */
const FRESH_MS = 1_000
const MOST = 10_000

/** Valid keys, each until when that is believed. */
type Known = Map<string, number>
const known = new WeakMap<object, Known>()

function knownOf(ctx: Pick<Context, 'db'>): Known {
  const before = known.get(ctx.db)
  if (before !== undefined) return before
  const made: Known = new Map()
  known.set(ctx.db, made)
  return made
}

/** Whether a write key opens the door: asked of the database once a second, not at every event. */
export async function isValidWriteKey(ctx: Pick<Context, 'db'>, key: string): Promise<boolean> {
  const keys = knownOf(ctx)
  const nowMs = performance.now()
  if ((keys.get(key) ?? 0) > nowMs) return true
  const { rows } = await ctx.db.query('select 1 from write_keys where write_key = $1 and revoked_at is null', [key])
  if (keys.size >= MOST) keys.clear()
  // A key that is made this moment is to be valid at its first use: only a yes is kept.
  if (rows.length > 0) keys.set(key, nowMs + FRESH_MS)
  else keys.delete(key)
  return rows.length > 0
}

/** After a key was revoked. */
export function forgetWriteKeys(ctx: Pick<Context, 'db'>): void {
  known.delete(ctx.db)
}
