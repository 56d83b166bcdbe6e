import type { Context } from './context.ts'

type Keeping = Pick<Context, 'db' | 'keepMs'>
type Kept = { value: Promise<unknown>; atMs: number; isRefreshing: boolean }

/** Older than this many times its freshness a value is no longer given out while it is made anew. */
const STALE_TIMES = 2
const MOST = 500
const houses = new WeakMap<object, Map<string, Kept>>()

function keptOf(ctx: Keeping): Map<string, Kept> {
  const before = houses.get(ctx.db)
  if (before !== undefined) return before
  const made = new Map<string, Kept>()
  houses.set(ctx.db, made)
  return made
}

/**
 * What is dear to find and changes slowly, such as what most companies have: found once for all who ask, and again in the
 * background when it is older than `ctx.keepMs`. Nothing is kept where that is absent. One key always has one type.
 */
export async function kept<T>(ctx: Keeping, key: string, find: () => Promise<T>): Promise<T> {
  const keepMs = ctx.keepMs ?? 0
  if (keepMs <= 0) return find()
  const all = keptOf(ctx)
  const put = (value: Promise<T>): Promise<T> => {
    if (all.size >= MOST) all.clear()
    const mine: Kept = { value, atMs: performance.now(), isRefreshing: false }
    all.set(key, mine)
    value.catch(() => {
      if (all.get(key) === mine) all.delete(key)
    })
    return value
  }
  const before = all.get(key)
  const ageMs = before === undefined ? Number.POSITIVE_INFINITY : performance.now() - before.atMs
  if (before === undefined || ageMs > keepMs * STALE_TIMES) return put(find())
  if (ageMs > keepMs && !before.isRefreshing) {
    before.isRefreshing = true
    find().then(
      (value) => put(Promise.resolve(value)),
      () => {
        before.isRefreshing = false
      },
    )
  }
  // The value under a key was found by the same reader.
  return before.value as unknown as Promise<T>
}
