export type PromiseState = 'kept' | 'broken' | 'running'

/**
 * What became of one promise: kept when it was done by its due moment, broken when that passed first, running while it may
 * still be kept. All epoch milliseconds; `doneMs` null is not done.
 */
export function promiseState(dueMs: number, doneMs: number | null, nowMs: number): PromiseState {
  if (doneMs !== null && doneMs <= nowMs) return doneMs <= dueMs ? 'kept' : 'broken'
  return nowMs > dueMs ? 'broken' : 'running'
}
